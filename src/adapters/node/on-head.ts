import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

type HeadHeaders = OutgoingHttpHeaders | readonly unknown[]
type Rewrite = (lines: readonly string[]) => readonly string[]

/** Internal methods of node:http: it calls `_storeHeader` after every wrapper of `writeHead`, and `_send` with head and body. */
interface Internals {
  _storeHeader?: (firstLine: string, headers?: HeadHeaders) => void
  _send?: (data: string | Uint8Array, encoding?: BufferEncoding | null, ...rest: unknown[]) => boolean
}

/**
 * Lets `rewrite` change the Set-Cookie lines of a reply when its head is made, by `writeHead` or by the first byte of the
 * body. It runs after every middleware that also sets cookies then, whatever their order. If Node refuses the head, it
 * runs again for the next one.
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
    onWriteHead(res, linesFor)
    return
  }
  const store = internals._storeHeader.bind(res)
  internals._storeHeader = (firstLine, headers) => {
    // If a header was set before, the response holds all of them.
    if (!res.getHeaderNames().length) {
      store(firstLine, withLines(headers, linesFor(split(headers).lines ?? [])))
      return
    }
    const before = linesOf(res.getHeader('set-cookie'))
    replace(res, linesFor(before))
    try {
      store(firstLine, headers)
    } catch (error) {
      replace(res, before) // nothing was sent, and another head may follow
      throw error
    }
  }
}

/** Wraps `writeHead` of responses without `_storeHeader`, such as those of HTTP/2. */
function onWriteHead(res: ServerResponse, linesFor: Rewrite): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse
  res.writeHead = (status: number, ...rest: unknown[]): ServerResponse => {
    const reason = typeof rest[0] === 'string' ? [rest[0]] : []
    const headers = (reason.length ? rest[1] : (rest[0] ?? rest[1])) as HeadHeaders | undefined
    const before = linesOf(res.getHeader('set-cookie'))
    const next = linesFor(split(headers).lines ?? before) // lines given to writeHead win, as in Node
    if (before.length) res.removeHeader('Set-Cookie')
    const all = withLines(headers, next)
    return writeHead(status, ...reason, ...(all ? [all] : []))
  }
}

/** Moves the cookies of early hints to the head, where the rules apply. */
function holdHints(res: ServerResponse): void {
  const writeEarlyHints = (res.writeEarlyHints as ServerResponse['writeEarlyHints'] | undefined)?.bind(res)
  if (!writeEarlyHints) return
  res.writeEarlyHints = (hints, callback) => {
    const { lines = [], others } = split(hints)
    for (const line of lines) res.appendHeader('Set-Cookie', line)
    writeEarlyHints(others as typeof hints, callback)
  }
}

/** Sends text as bytes. Node writes the head as UTF-8 if the body is text, which would encode the bytes of a line twice. */
function sendBytes(res: Internals): void {
  const send = res._send?.bind(res)
  if (!send || Object.hasOwn(res, '_send')) return
  res._send = (data, encoding, ...rest) =>
    typeof data === 'string'
      ? send(Buffer.from(data, encoding ?? 'utf8'), null, ...rest)
      : send(data, encoding, ...rest)
}

function replace(res: ServerResponse, lines: readonly string[]): void {
  if (lines.length) res.setHeader('Set-Cookie', lines)
  else res.removeHeader('Set-Cookie')
}

function withLines(headers: HeadHeaders | undefined, lines: readonly string[]): HeadHeaders | undefined {
  const { others } = split(headers)
  if (Array.isArray(others)) return [...(others as unknown[]), ...lines.flatMap((line) => ['Set-Cookie', line])]
  return lines.length ? { ...(others as OutgoingHttpHeaders | undefined), 'Set-Cookie': [...lines] } : others
}

/** Splits the headers of writeHead into Set-Cookie lines and others. They are an object, a flat list, or a list of pairs. */
function split(headers: HeadHeaders | undefined): { lines?: string[]; others?: HeadHeaders } {
  if (!headers) return {}
  if (!Array.isArray(headers)) {
    const entries = Object.entries(headers as OutgoingHttpHeaders)
    const cookies = entries.filter(([name]) => isSetCookie(name))
    const others = Object.fromEntries(entries.filter(([name]) => !isSetCookie(name)))
    return { ...(cookies.length && { lines: cookies.flatMap(([, value]) => linesOf(value)) }), others }
  }
  const flat: unknown[] = Array.isArray(headers[0]) ? headers.flatMap((pair: unknown) => pair) : headers
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
