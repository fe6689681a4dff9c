import type { SetCookie } from './attributes.js'
import { byteLength } from './byte-length.js'
import { hasControlCharacter } from './control-characters.js'
import { decodeValue } from './decode-value.js'
import { MAX_NAME_VALUE_BYTES } from './limits.js'
import { parseAttributes } from './parse-attributes.js'
import { splitSetCookie } from './split-set-cookie.js'

/** How {@link parseSetCookie} reads. */
export interface ParseSetCookieOptions {
  /** Default: `decodeValue`. */
  decode?: ((wire: string) => string) | undefined
}

/**
 * Reads a Set-Cookie line as browsers do (RFC 6265bis §5.6): the last of two equal attributes wins, what is unknown,
 * invalid or over 1024 bytes is ignored. `undefined` for a line that they drop: with control characters, empty, or over
 * 4096 bytes. Lifetimes are those of the line; `checkSetCookie` tells which ones a browser shortens.
 *
 * @example
 * ```ts
 * import { parseSetCookie } from 'assent/core'
 *
 * parseSetCookie('theme=dark; Path=/; Max-Age=60; Secure') // { name: 'theme', value: 'dark', path: '/', maxAge: 60, secure: true }
 * ```
 */
export function parseSetCookie(line: string, options: ParseSetCookieOptions = {}): SetCookie | undefined {
  const parts = splitSetCookie(line)
  const { name, value } = parts
  const bytes = byteLength(name) + byteLength(value)
  if (bytes === 0 || bytes > MAX_NAME_VALUE_BYTES || hasControlCharacter(line)) return undefined
  const { decode = decodeValue } = options
  return { name, value: decode(value), ...parseAttributes(parts) }
}
