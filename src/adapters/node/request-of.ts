import type { IncomingMessage } from 'node:http'

/** A request of node:http; what Express, connect and body parsers add is read where it is there. */
type Incoming = IncomingMessage & { readonly originalUrl?: unknown; readonly body?: unknown }

/**
 * A request of node:http as a Fetch `Request`: its body is read when you read it. Nothing in a request makes it throw:
 * where `Host` is none, the URL has the host `host.invalid`; methods that Fetch forbids get an `X-` before their name.
 *
 * Where a body parser has read JSON or a form before, the body is made from what it left in `req.body`.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { requestOf, sendResponse } from 'assent/node'
 *
 * createServer((req, res) => void sendResponse(res, new Response(requestOf(req).url)))
 * ```
 */
export function requestOf(
  req: IncomingMessage,
  { trustProxy = false }: { trustProxy?: boolean | undefined } = {},
): Request {
  const headers = new Headers()
  for (let i = 0; i + 1 < req.rawHeaders.length; i += 2) {
    const [name = '', value = ''] = req.rawHeaders.slice(i, i + 2)
    // A second Cookie header belongs to the first, by `; ` and not by a comma (RFC 9113, 8.2.3).
    if (name.toLowerCase() === 'cookie') headers.set(name, [headers.get(name), value].filter(Boolean).join('; '))
    else if (!name.startsWith(':')) headers.append(name, value)
  }
  const abort = new AbortController()
  req.once('aborted', () => abort.abort())
  const named = req.method ?? 'GET'
  const method = /^(connect|trace|track)$/i.test(named) ? `X-${named}` : named
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(req, headers)
  const init = { method, headers, body, signal: abort.signal, duplex: 'half' } // a stream goes one way at a time
  return new Request(urlOf(req, trustProxy), init)
}

/** Where a request was sent. Express takes the path that it is mounted at out of `url`. */
export function urlOf(req: Incoming, trustProxy: boolean): URL {
  const target = typeof req.originalUrl === 'string' ? req.originalUrl : (req.url ?? '/')
  const forwarded = trustProxy ? req.headers['x-forwarded-proto'] : undefined
  const [proto = ''] = String(forwarded ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
  const isTls = proto ? proto === 'https' : 'encrypted' in req.socket && req.socket.encrypted === true
  const host = req.headers.host ?? String(req.headers[':authority'] ?? '')
  const base = `${isTls ? 'https' : 'http'}://${/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`) ? host : 'host.invalid'}`
  // RFC 9112, 3.2: a path, a whole URL as proxies are sent it, or `*`.
  const whole = /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : undefined
  const path = whole ? whole.pathname + whole.search : target.startsWith('/') ? target : '/'
  const origin = whole ? `${base.split(':', 1)[0]}://${whole.host}` : base
  return URL.canParse(origin + path) ? new URL(origin + path) : new URL(base)
}

function bodyOf(req: Incoming, headers: Headers): ReadableStream<Uint8Array> | string | null {
  if (req.readableDidRead && req.body !== undefined && req.body !== null) {
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name)
    return textOf(req.body, headers.get('content-type') ?? '')
  }
  const chunks = req.iterator({ destroyOnReturn: false }) // the reply goes by the same socket
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = (await chunks.next()) as IteratorResult<Uint8Array, undefined>
        if (next.done) controller.close()
        else controller.enqueue(new Uint8Array(next.value))
      },
    },
    { highWaterMark: 0 }, // nothing is taken from a body parser that comes later
  )
}

function textOf(body: unknown, type: string): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded') || typeof body !== 'object' || body === null)
    return JSON.stringify(body)
  const pairs = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).map((one): [string, string] => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}
