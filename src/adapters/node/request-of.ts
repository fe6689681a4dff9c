import type { IncomingMessage } from 'node:http'
import { trimWsp } from '../../core/cookies/parse-cookie.js'
import { debug } from '../../core/debug.js'
import type { HeaderSource } from '../../core/decision/read-request.js'
import { mayBeHost } from '../../server/endpoint/target.js'

/** A request of node:http, with the members that Express, connect and body parsers may add. */
type Incoming = IncomingMessage & { readonly originalUrl?: unknown; readonly body?: unknown }

/**
 * Makes a Fetch `Request` from a request of node:http. Its body is read when you read it. No request makes it throw: with
 * an invalid `Host`, the URL has the host `host.invalid`, and a method that Fetch forbids gets the prefix `X-`.
 *
 * If a body parser has already read JSON or a form, the body is made from `req.body`.
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
    const [name = '', text = ''] = req.rawHeaders.slice(i, i + 2)
    if (!name.startsWith(':') && name.toLowerCase() !== 'cookie') headers.append(name, plain(text))
  }
  const cookie = headerOf(req, 'cookie')
  if (cookie !== null) headers.set('cookie', cookie)
  const abort = new AbortController()
  req.once('aborted', () => abort.abort())
  const named = req.method ?? 'GET'
  const method = /^(connect|trace|track)$/i.test(named) ? `X-${named}` : named
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(req, headers)
  const init = { method, headers, body, signal: abort.signal, duplex: 'half' } // Fetch requires `duplex` for a body that is a stream
  return new Request(urlOf(req, trustProxy), init)
}

/** What decides of consent and cookies: headers and URL as the `Request` has them, read directly, without making one. */
export class RequestHead implements HeaderSource {
  private readonly req: IncomingMessage
  private readonly trustProxy: boolean

  constructor(req: IncomingMessage, trustProxy: boolean) {
    this.req = req
    this.trustProxy = trustProxy
  }

  get(name: string): string | null {
    return headerOf(this.req, name.toLowerCase())
  }

  get url(): string {
    return urlOf(this.req, this.trustProxy).href
  }
}

/** Reads a header, by its name in lower case, as `Headers` has it. */
function headerOf({ rawHeaders }: IncomingMessage, name: string): string | null {
  // Several Cookie headers are joined by `; `, not by a comma (RFC 9113 §8.2.3).
  const isCookie = name === 'cookie'
  let found: string | null = null
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const { [i]: key = '', [i + 1]: text = '' } = rawHeaders
    if (key.length !== name.length || key.toLowerCase() !== name) continue
    const value = plain(text)
    if (found === null || (isCookie && !found)) found = value
    else if (value || !isCookie) found += (isCookie ? '; ' : ', ') + value
  }
  return found
}

/** A lenient parser lets NUL and line breaks pass, and Headers throws. RFC 9110 §5.5 puts a space in their place. */
function plain(text: string): string {
  return trimWsp(text.replace(/[\0\r\n]/g, ' '))
}

/** Whether a request has this path, as its URL has it. Where nothing in the target changes in a URL, none is parsed. */
export function isAtPath(req: Incoming, path: string): boolean {
  const target = targetOf(req)
  if (!/^\/[\w!$&'()*+,./:;=@~-]*(?:\?|$)/.test(target)) return urlOf(req, false).pathname === path
  const query = target.indexOf('?')
  const end = query < 0 ? target.length : query
  const dots = target.indexOf('/.')
  if (dots >= 0 && dots < end) return urlOf(req, false).pathname === path
  return end === path.length && target.startsWith(path)
}

function targetOf(req: Incoming): string {
  return typeof req.originalUrl === 'string' ? req.originalUrl : (req.url ?? '/')
}

/** Gives the URL of a request. Express removes the mount path from `url`, so `originalUrl` wins. */
function urlOf(req: Incoming, trustProxy: boolean): URL {
  const target = targetOf(req)
  const forwarded = trustProxy ? req.headers['x-forwarded-proto'] : undefined
  const [proto = ''] = String(forwarded ?? '')
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
  const isTls = proto ? proto === 'https' : 'encrypted' in req.socket && req.socket.encrypted === true
  const host = req.headers.host ?? String(req.headers[':authority'] ?? '')
  const isHost = mayBeHost(host) && /^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`)
  const base = `${isTls ? 'https' : 'http'}://${isHost ? host : 'host.invalid'}`
  // RFC 9112 §3.2: the target is a path, a whole URL as clients send it to proxies, or `*`.
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
  const chunks = req.iterator({ destroyOnReturn: false }) // the reply uses the same socket
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = (await chunks.next()) as IteratorResult<Uint8Array, undefined>
        if (next.done) controller.close()
        else controller.enqueue(new Uint8Array(next.value))
      },
    },
    { highWaterMark: 0 }, // so that a later body parser still gets the whole body
  )
}

function textOf(body: unknown, type: string): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded') || typeof body !== 'object' || body === null)
    return jsonOf(body)
  const pairs = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).map((item): [string, string] => [
      name,
      // A parser makes objects of `a[b]=1`, and a visitor may name their members `toString`.
      typeof item === 'object' ? '' : String(item as string | number),
    ]),
  )
  return new URLSearchParams(pairs).toString()
}

/** Gives `''`, which is no JSON, for what JSON cannot carry: above all for lists in lists, thousands deep. */
function jsonOf(body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (error) {
    debug('The parsed body of a request could not be read.', error)
    return ''
  }
}
