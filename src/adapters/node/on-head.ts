import { OutgoingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { linesOf, split, withLines, type HeadHeaders } from './head-headers.js'
import { onStream, type HeadStream, type Rewrite } from './on-stream.js'

/** What node:http calls by itself: `_storeHeader` last, after every wrapper of `writeHead`; `_send` with head and body. */
interface Internals {
  /** Of HTTP/2. */
  readonly stream?: HeadStream
  /** The text of the head, once it is made. */
  readonly _header?: string | null
  /** The text of the trailers. */
  _trailer?: string | undefined
  _storeHeader?: (firstLine: string, headers?: HeadHeaders) => void
  _send?: (data: string | Uint8Array, encoding?: BufferEncoding | null, ...rest: unknown[]) => boolean
  readonly writeEarlyHints: (...given: Parameters<ServerResponse['writeEarlyHints']>) => void
  /** Of later versions of Node. */
  writeInformation?: (status: number, headers?: HeadHeaders, ...rest: unknown[]) => unknown
}

// Its methods, because another middleware may have replaced those of the response, and would put its cookies back.
const node = OutgoingMessage.prototype

/**
 * Lets `rewrite` change the Set-Cookie lines of a reply when its head is made: by `writeHead`, or by the first byte of a
 * body; after every middleware that sets cookies so late, wherever it was mounted; and anew where a head was refused.
 * Cookies of informational heads go with the head. Trailers set none.
 *
 * A member that is added to a response of Express costs a microsecond, as each of them has a hidden class of its own. So
 * `addTrailers` is replaced where trailers are sent, and not before.
 */
export function onHead(res: ServerResponse & Internals, rewrite: Rewrite): void {
  const { _storeHeader: store } = res
  if (!store) {
    if (res.stream) onStream(res.stream, rewrite)
    return
  }
  holdHints(res)
  if (res._header) holdTrailers(res) // the head is out, so the method below is never called
  res._storeHeader = (firstLine, headers) => {
    storeHead(res, store, rewrite, firstLine, headers)
    if (res.chunkedEncoding) holdTrailers(res) // other replies have none
  }
}

function storeHead(
  res: ServerResponse & Internals,
  store: NonNullable<Internals['_storeHeader']>,
  rewrite: Rewrite,
  firstLine: string,
  headers: HeadHeaders | undefined,
): void {
  const linesFor: Rewrite = (found) => {
    const next = rewrite(found)
    if (next.some((line) => /[\x80-\xff]/.test(line))) sendBytes(res)
    return next
  }
  const set = node.getHeader.call(res, 'set-cookie')
  // Where a header was set before, they come as the response keeps them.
  if (set === undefined && !node.getHeaderNames.call(res).length) {
    store.call(res, firstLine, withLines(headers, linesFor(split(headers).lines ?? [])))
    return
  }
  const before = linesOf(set)
  const after = linesFor(before)
  if (after.length !== before.length || after.some((line, i) => line !== before[i])) replace(res, after)
  try {
    store.call(res, firstLine, headers)
  } catch (error) {
    replace(res, before) // nothing was sent, and another head may follow
    throw error
  }
}

/** Cookies of informational heads, such as early hints, go with the head, where they are held to the rules. */
function holdHints(res: ServerResponse & Internals): void {
  const { writeEarlyHints, writeInformation }: Internals = res
  res.writeEarlyHints = (hints, callback) => {
    writeEarlyHints.call(res, informationOf(res, hints) as typeof hints, callback)
  }
  if (writeInformation)
    res.writeInformation = (status, headers, ...rest) => writeInformation(status, informationOf(res, headers), ...rest)
}

function informationOf(res: ServerResponse, headers: HeadHeaders | undefined): HeadHeaders | undefined {
  const { lines = [], others } = split(headers)
  if (!res.headersSent) for (const line of lines) res.appendHeader('Set-Cookie', line)
  if (!others || Array.isArray(others)) return others
  // Node 20 checks neither names nor values, and either could begin another line.
  const safe = Object.entries(others as OutgoingHttpHeaders).filter((entry) => !/[\r\n]/.test(entry.join()))
  return Object.fromEntries(safe)
}

/** Nobody expects cookies in trailers (RFC 9110 §6.5.1), and a client that reads them would store them unchecked. */
function holdTrailers(res: ServerResponse & Internals): void {
  const addTrailers = res.addTrailers.bind(res)
  const drop = (): void => {
    res._trailer = res._trailer?.replace(/^set-cookie:.*\r\n/gim, '')
  }
  drop()
  res.addTrailers = (headers) => {
    try {
      addTrailers(headers)
    } finally {
      drop() // also where it refused the rest
    }
  }
}

/** Node writes a head as UTF-8 where its body is a text, which would encode the bytes of a line a second time. */
function sendBytes(res: ServerResponse & Internals): void {
  const send = res._send?.bind(res)
  if (!send || Object.hasOwn(res, '_send')) return
  res._send = (data, encoding, ...rest) =>
    typeof data === 'string'
      ? send(Buffer.from(data, encoding ?? 'utf8'), null, ...rest)
      : send(data, encoding, ...rest)
}

function replace(res: ServerResponse, lines: readonly string[]): void {
  if (lines.length) node.setHeader.call(res, 'Set-Cookie', lines)
  else node.removeHeader.call(res, 'Set-Cookie')
}
