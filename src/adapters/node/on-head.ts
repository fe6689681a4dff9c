import { OutgoingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'

type HeadHeaders = OutgoingHttpHeaders | readonly unknown[]
type Rewrite = (lines: readonly string[]) => readonly string[]

/** May change the headers of a file before they are sent. `false`: they are not. */
type StatCheck = (this: unknown, stat: unknown, headers: OutgoingHttpHeaders, range: unknown) => unknown

/** The methods of an HTTP/2 stream that send a head. */
interface HeadStream {
  respond: (headers?: HeadHeaders, options?: unknown) => void
  respondWithFD: HeadStream['respondWithFile']
  respondWithFile: (file: unknown, headers?: HeadHeaders, options?: { readonly statCheck?: StatCheck }) => void
}

/** What node:http calls by itself: `_storeHeader` last, after every wrapper of `writeHead`; `_send` with head and body. */
interface Internals {
  /** Of HTTP/2. */
  readonly stream?: HeadStream
  _storeHeader?: (firstLine: string, headers?: HeadHeaders) => void
  _send?: (data: string | Uint8Array, encoding?: BufferEncoding | null, ...rest: unknown[]) => boolean
}

// Its methods, because another middleware may have replaced those of the response, and would put its cookies back.
const node = OutgoingMessage.prototype

/**
 * Lets `rewrite` change the Set-Cookie lines of a reply when its head is made: by `writeHead`, or by the first byte of a
 * body; after every middleware that sets cookies so late, wherever it was mounted; and anew where a head was refused.
 */
export function onHead(res: ServerResponse, rewrite: Rewrite): void {
  const internals = res as ServerResponse & Internals
  const linesFor: Rewrite = (found) => {
    const next = rewrite(found)
    if (next.some((line) => /[\x80-\xff]/.test(line))) sendBytes(internals)
    return next
  }
  holdHints(res)
  if (!internals._storeHeader) {
    if (internals.stream) onRespond(internals.stream, linesFor)
    return
  }
  const store = internals._storeHeader.bind(res)
  internals._storeHeader = (firstLine, headers) => {
    // Where a header was set before, they come as the response keeps them.
    if (!node.getHeaderNames.call(res).length) {
      store(firstLine, withLines(headers, linesFor(split(headers).lines ?? [])))
      return
    }
    const before = linesOf(node.getHeader.call(res, 'set-cookie'))
    const after = linesFor(before)
    if (after.length !== before.length || after.some((line, i) => line !== before[i])) replace(res, after)
    try {
      store(firstLine, headers)
    } catch (error) {
      replace(res, before) // nothing was sent, and another head may follow
      throw error
    }
  }
}

/** For HTTP/2: every head goes through a method of its stream, after every wrapper of `writeHead`. */
function onRespond(stream: HeadStream, linesFor: Rewrite): void {
  const held = (headers: HeadHeaders | undefined): HeadHeaders | undefined => {
    const next = linesFor(split(headers).lines ?? [])
    if (Array.isArray(headers)) return withLines(headers, next)
    const all = { ...(headers as OutgoingHttpHeaders | undefined) } // with its symbols, which name sensitive headers
    putLines(all, next)
    return all
  }
  const withFile =
    (respond: HeadStream['respondWithFile']): HeadStream['respondWithFile'] =>
    (file, headers, options) => {
      const check = options?.statCheck
      if (!check) {
        respond(file, held(headers), options)
        return
      }
      const statCheck: StatCheck = (stat, given, range) => {
        const goesOn = check.call(stream, stat, given, range)
        if (goesOn !== false) putLines(given, linesFor(split(given).lines ?? []))
        return goesOn
      }
      respond(file, headers, { ...options, statCheck })
    }
  const respond = stream.respond.bind(stream)
  stream.respond = (headers, options) => respond(held(headers), options)
  stream.respondWithFD = withFile(stream.respondWithFD.bind(stream))
  stream.respondWithFile = withFile(stream.respondWithFile.bind(stream))
}

/** Cookies of early hints go with the head, where they are held to the rules. */
function holdHints(res: ServerResponse): void {
  const writeEarlyHints = (res.writeEarlyHints as ServerResponse['writeEarlyHints'] | undefined)?.bind(res)
  if (!writeEarlyHints) return
  res.writeEarlyHints = (hints, callback) => {
    const { lines = [], others } = split(hints)
    if (!res.headersSent) for (const line of lines) res.appendHeader('Set-Cookie', line)
    writeEarlyHints(others as typeof hints, callback)
  }
}

/** Node writes a head as UTF-8 where its body is a text, which would encode the bytes of a line a second time. */
function sendBytes(res: Internals): void {
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

function putLines(headers: OutgoingHttpHeaders, lines: readonly string[]): void {
  for (const name of Object.keys(headers)) if (isSetCookie(name)) delete headers[name]
  if (lines.length) headers['set-cookie'] = [...lines]
}

function withLines(headers: HeadHeaders | undefined, lines: readonly string[]): HeadHeaders | undefined {
  const { others } = split(headers)
  if (Array.isArray(others)) return [...(others as unknown[]), ...lines.flatMap((line) => ['Set-Cookie', line])]
  return lines.length ? { ...(others as OutgoingHttpHeaders | undefined), 'Set-Cookie': [...lines] } : others
}

/** Headers as writeHead takes them: an object, a flat list, or a list of pairs, which becomes a flat one. */
function split(headers: HeadHeaders | undefined): { lines?: string[]; others?: HeadHeaders } {
  if (!headers) return {}
  if (!Array.isArray(headers)) {
    const entries = Object.entries(headers as OutgoingHttpHeaders)
    const cookies = entries.filter(([name]) => isSetCookie(name))
    const others = Object.fromEntries(entries.filter(([name]) => !isSetCookie(name)))
    return { ...(cookies.length && { lines: cookies.flatMap(([, value]) => linesOf(value)) }), others }
  }
  // Node reads two items of a pair, however many it has.
  const flat: unknown[] = Array.isArray(headers[0])
    ? headers.flatMap((pair: ArrayLike<unknown>) => [pair[0], pair[1]])
    : headers
  if (flat.length % 2) return { others: headers } // Node refuses it
  const lines: string[] = []
  const others: unknown[] = []
  for (let i = 0; i < flat.length; i += 2)
    if (isSetCookie(flat[i])) lines.push(...linesOf(flat[i + 1]))
    else others.push(...flat.slice(i, i + 2))
  return { ...(flat.length > others.length && { lines }), others }
}

function isSetCookie(name: unknown): boolean {
  return typeof name === 'string' && name.toLowerCase() === 'set-cookie'
}

function linesOf(value: unknown): string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(String)
}
