// The endpoint of a shop, and pages with plain forms for it, for tests in browsers.
import { Readable } from 'node:stream'
import type { Plugin } from 'vite'
import type * as Endpoint from './endpoint.js'

/**
 * - `/shop/consent` is the endpoint, signed.
 * - `/shop/cookies` tells what cookies it was sent.
 * - `/shop/…` are pages with a form for the endpoint. They set the cookies that `?set=` names, HttpOnly, and delete those of `?unset=`.
 */
export function serveEndpoint(): Plugin {
  return {
    name: 'assent-test-endpoint',
    configureServer(server) {
      server.middlewares.use('/shop', (incoming, outgoing, next) => {
        const url = new URL(incoming.originalUrl ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
        const { method = 'GET' } = incoming
        const answer = async (): Promise<Response> => {
          const { handle, page } = (await server.ssrLoadModule(
            new URL('./endpoint.ts', import.meta.url).pathname,
          )) as typeof Endpoint
          if (!url.pathname.endsWith('/consent')) return page(url, incoming.headers.cookie)
          const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ])
          const body = Readable.toWeb(incoming) as ReadableStream
          return handle(new Request(url, { method, headers, ...(method === 'POST' && { body, duplex: 'half' }) }))
        }
        answer()
          .then(async (response) => {
            outgoing.statusCode = response.status
            outgoing.setHeaders(response.headers)
            outgoing.end(await response.text())
          })
          .catch(next)
      })
    },
  }
}
