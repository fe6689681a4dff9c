import { randomBytes } from 'node:crypto'
import { beforePaintHash, snapshotOf } from 'assent/core'
import { readConsent } from 'assent/server'
import { renderToString } from 'react-dom/server'
import { App } from '../src/app.js'
import { consent } from '../src/consent.js'
import { pageOf } from '../src/pages/page-of.js'
import { optionsOf } from '../src/trying/options.js'
import { wordsOf } from '../src/trying/trying.js'
import { htmlOf } from './html-of.js'
import { securityHeaders, withoutScripts } from './security-headers.js'

/** A page as HTML: for this visitor, or, where a cache keeps it, for everyone. */
export async function renderPage(path: string, search: string, headers: Headers): Promise<Response> {
  const options = optionsOf(search)
  const words = await wordsOf(options)
  const page = { path, options, words, isOpen: new URLSearchParams(search).has('try') }
  return path === '/static' ? renderForEveryone(page) : renderForVisitor(page, headers)
}

type Page = Parameters<typeof App>[0]

function renderForVisitor(page: Page, received: Headers): Response {
  const { path, options } = page
  const headers = new Headers(received)
  if (options.gpc === 'on') headers.set('sec-gpc', '1')
  const { region, scripts } = options
  const nonce = randomBytes(16).toString('base64url')
  const snapshot = snapshotOf(headers, consent, { region })
  const body = renderToString(<App {...page} snapshot={snapshot} nonce={nonce} />)
  return new Response(htmlOf(page, body, snapshot), {
    status: pageOf(path).status ?? 200,
    headers: {
      ...(scripts === 'off' ? withoutScripts() : securityHeaders(`nonce-${nonce}`)),
      'content-type': 'text/html; charset=utf-8',
      // It holds the visitor's own cookies.
      'cache-control': 'private, no-cache',
      // "Back" takes a page out of the browser's cache unasked, unless its cookies have changed since.
      vary: 'Cookie',
      // The server obeys, too: only where analytics are granted it tells the browser of them early.
      ...(scripts === 'on' &&
        readConsent(headers, consent, { region }).grant.categories.includes('analytics') && {
          link: '</vendor/analytics.js>; rel=preload; as=script',
        }),
    },
  })
}

function renderForEveryone(page: Page): Response {
  return new Response(htmlOf(page, renderToString(<App {...page} />)), {
    headers: {
      // A hash, because a nonce that is cached is no nonce.
      ...(page.options.scripts === 'off' ? withoutScripts() : securityHeaders(beforePaintHash)),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, s-maxage=86400',
    },
  })
}
