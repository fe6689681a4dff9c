import { beforePaintHash, embedSnapshot, snapshotOf } from 'assent'
import { renderToReadableStream, renderToString } from 'react-dom/server'
import type { ReadableStream } from 'node:stream/web'
import { App } from './app.js'
import { caseOf, consentOf } from './cases.js'
import { Document } from './document.js'

/** Renders a page for the visitor who asks for it, and the policy that it is sent with. */
export async function renderPage(
  search: string,
  cookies: string | undefined,
  nonce: string,
): Promise<{ policy: string; body: string | ReadableStream }> {
  const page = caseOf(search)
  const snapshot = page.cookies ? snapshotOf(cookies, consentOf(page)) : undefined
  const state = snapshot
    ? `<script type="application/json" data-assent="state">${embedSnapshot(snapshot)}</script>`
    : ''
  const rest = "default-src 'self'; require-trusted-types-for 'script'"
  if (!page.stream) {
    const html = page.client ? '' : renderToString(<App page={page} snapshot={snapshot} />)
    return {
      policy: `${rest}; script-src 'self' '${beforePaintHash}'`,
      body: `<!doctype html><html lang="en"><head><title>Shop</title><script src="/pages/collect.js"></script></head><body><div id="root">${html}</div>${state}<script src="/pages/app.js"></script></body></html>`,
    }
  }
  const stream = await renderToReadableStream(<Document page={page} snapshot={snapshot} nonce={nonce} />, {
    nonce,
    bootstrapScripts: ['/pages/app.js'],
  })
  return { policy: `${rest}; script-src 'self' 'nonce-${nonce}'`, body: stream as ReadableStream }
}
