import { randomBytes } from 'node:crypto'
import { beforePaintHash, snapshotOf } from 'assent/core'
import { readConsent } from 'assent/server'
import { renderToString } from 'react-dom/server'
import { App } from '../src/app.js'
import { consent } from '../src/consent.js'
import { pageOf } from '../src/pages/page-of.js'
import { htmlOf } from './html-of.js'
import { securityHeaders } from './security-headers.js'

/** A page as HTML: for this visitor, or, where a cache keeps it, for everyone. */
export function renderPage(path: string, headers: Headers): Response {
  return path === '/static' ? renderForEveryone(path) : renderForVisitor(path, headers)
}

function renderForVisitor(path: string, headers: Headers): Response {
  const nonce = randomBytes(16).toString('base64url')
  const snapshot = snapshotOf(headers, consent)
  const body = renderToString(<App path={path} snapshot={snapshot} nonce={nonce} />)
  return new Response(htmlOf(path, body, snapshot), {
    status: pageOf(path).status ?? 200,
    headers: {
      ...securityHeaders(`nonce-${nonce}`),
      'content-type': 'text/html; charset=utf-8',
      // It holds the visitor's own cookies.
      'cache-control': 'private, no-cache',
      // "Back" takes a page out of the browser's cache unasked, unless its cookies have changed since.
      vary: 'Cookie',
      // The server obeys, too: only where analytics are granted it tells the browser of them early.
      ...(readConsent(headers, consent).grant.categories.includes('analytics') && {
        link: '</vendor/analytics.js>; rel=preload; as=script',
      }),
    },
  })
}

function renderForEveryone(path: string): Response {
  return new Response(htmlOf(path, renderToString(<App path={path} />)), {
    headers: {
      // A hash, because a nonce that is cached is no nonce.
      ...securityHeaders(beforePaintHash),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, s-maxage=86400',
    },
  })
}
