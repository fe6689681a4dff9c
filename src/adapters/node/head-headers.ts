import type { OutgoingHttpHeaders } from 'node:http'

/** Headers as `writeHead` takes them: an object, a flat list, or a list of pairs. */
export type HeadHeaders = OutgoingHttpHeaders | readonly unknown[]

/** Splits headers into their Set-Cookie lines and the others. A list of pairs becomes a flat one. */
export function split(headers: HeadHeaders | undefined): { lines?: string[]; others?: HeadHeaders } {
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

/** Gives headers with these Set-Cookie lines in place of their own. */
export function withLines(headers: HeadHeaders | undefined, lines: readonly string[]): HeadHeaders | undefined {
  const { others } = split(headers)
  if (Array.isArray(others)) return [...(others as unknown[]), ...lines.flatMap((line) => ['Set-Cookie', line])]
  return lines.length ? { ...(others as OutgoingHttpHeaders | undefined), 'Set-Cookie': [...lines] } : others
}

/** Puts Set-Cookie lines in the place of those of a headers object. */
export function putLines(headers: OutgoingHttpHeaders, lines: readonly string[]): void {
  for (const name of Object.keys(headers)) if (isSetCookie(name)) delete headers[name]
  if (lines.length) headers['set-cookie'] = [...lines]
}

/** Gives the lines of a header that may be there once, several times, or not at all. */
export function linesOf(value: unknown): string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(String)
}

function isSetCookie(name: unknown): boolean {
  return typeof name === 'string' && name.trim().toLowerCase() === 'set-cookie' // some clients trim a name
}
