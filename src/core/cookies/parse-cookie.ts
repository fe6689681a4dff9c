import { decodeValue } from './cookie-value.js'

/** How {@link parseCookie} reads. */
export interface ParseCookieOptions {
  /** Is told of every further cookie of a name that has one already. */
  onDuplicate?: ((name: string, value: string) => void) | undefined
  /** Default: {@link decodeValue}. */
  decode?: ((wire: string) => string) | undefined
}

/**
 * Reads a Cookie header, or `document.cookie`, into an object without prototype. It never throws.
 *
 * Of two cookies with one name the first wins, as a browser sends the longest path first (RFC 6265bis §5.8.3). Names are
 * kept verbatim. A pair without `=` is the value of a nameless cookie (§5.6) and has the key `''`.
 *
 * @example
 * ```ts
 * import { parseCookie } from 'assent/core'
 *
 * parseCookie('theme=dark; cart=%7B%7D') // { theme: 'dark', cart: '{}' }
 * ```
 */
export function parseCookie(header: string, options: ParseCookieOptions = {}): Record<string, string> {
  const { onDuplicate, decode = decodeValue } = options
  // Without a prototype `__proto__` is a name like any other; TypeScript has no type for it but any.
  const cookies = Object.create(null) as Record<string, string>
  eachPair(header, (name, wire) => {
    if (name in cookies) onDuplicate?.(name, decode(wire))
    else cookies[name] = decode(wire)
  })
  return cookies
}

/** Every value that a name has, in the order of the header. */
export function valuesOf(header: string, name: string): string[] {
  const values: string[] = []
  eachPair(header, (key, wire) => {
    if (key === name) values.push(decodeValue(wire))
  })
  return values
}

/** Gives each name of a header with its value, as they stand there. */
function eachPair(header: string, take: (name: string, wire: string) => void): void {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    const name = trimWsp(pair.slice(0, Math.max(equals, 0)))
    const wire = trimWsp(pair.slice(equals + 1))
    if (name || wire) take(name, wire)
  }
}

/**
 * A text without the spaces and tabs around it: the WSP of RFC 6265bis §5.6. `String.prototype.trim` also takes
 * no-break spaces and other characters that belong to a value.
 */
export function trimWsp(text: string): string {
  let start = 0
  let end = text.length
  while (isWsp(text.charCodeAt(start))) start++
  while (isWsp(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function isWsp(code: number): boolean {
  return code === 32 || code === 9
}
