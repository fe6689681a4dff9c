import type { SetCookie, CookieAttributes } from './attributes.js'
import { byteLength, MAX_NAME_VALUE_BYTES, MAX_ATTRIBUTE_VALUE_BYTES } from './limits.js'
import { hasControlCharacter } from './cookie-name.js'
import { decodeValue } from './cookie-value.js'
import { trimWsp } from './parse-cookie.js'
import { parseCookieDate } from './parse-cookie-date.js'

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

/** A Set-Cookie line in its pieces, as they stand on the wire. */
export interface SetCookieParts {
  readonly name: string
  readonly value: string
  /** In their order; names in lower case, a missing value is empty. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

/** Cuts a Set-Cookie line at `;` and `=` and trims the pieces, without judging them. RFC 6265bis §5.6. */
export function splitSetCookie(line: string): SetCookieParts {
  const [pair = '', ...rest] = line.split(';')
  const equals = pair.indexOf('=')
  return {
    name: trimWsp(pair.slice(0, Math.max(equals, 0))),
    value: trimWsp(pair.slice(equals + 1)),
    attributes: rest.map((attribute) => {
      const end = attribute.includes('=') ? attribute.indexOf('=') : attribute.length
      return [trimWsp(attribute.slice(0, end)).toLowerCase(), trimWsp(attribute.slice(end + 1))] as const
    }),
  }
}

/**
 * Reads the attributes of a Set-Cookie line as browsers do (RFC 6265bis §5.6): the last of two equal ones wins; what is
 * unknown, invalid or over 1024 bytes is ignored.
 */
export function parseAttributes(parts: SetCookieParts): CookieAttributes {
  const attributes: CookieAttributes = {}
  for (const [name, text] of parts.attributes) {
    if (byteLength(text) <= MAX_ATTRIBUTE_VALUE_BYTES) readAttribute(attributes, name, text)
  }
  return attributes
}

function readAttribute(attributes: CookieAttributes, name: string, text: string): void {
  const word = text.toLowerCase()
  switch (name) {
    case 'domain':
      // A leading dot is ignored, an empty Domain is none (§5.6.3, §5.7).
      attributes.domain = word.startsWith('.') ? word.slice(1) : word
      if (!attributes.domain) delete attributes.domain
      break
    case 'path':
      // Anything else means the default path, as no Path does (§5.6.4).
      if (text.startsWith('/')) attributes.path = text
      else delete attributes.path
      break
    case 'expires': {
      const expires = parseCookieDate(text)
      if (expires) attributes.expires = expires
      break
    }
    case 'max-age':
      if (/^-?\d+$/.test(text)) attributes.maxAge = toSafeInteger(text)
      break
    case 'secure':
      attributes.secure = true
      break
    case 'httponly':
      attributes.httpOnly = true
      break
    case 'samesite':
      if (word === 'strict' || word === 'lax' || word === 'none') attributes.sameSite = word
      else delete attributes.sameSite
      break
    case 'partitioned':
      attributes.partitioned = true
      break
    case 'priority':
      if (word === 'low' || word === 'medium' || word === 'high') attributes.priority = word
      else delete attributes.priority
  }
}

function toSafeInteger(digits: string): number {
  const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number
  // Plus zero, so that "-0" is 0.
  return Math.max(MIN_SAFE_INTEGER, Math.min(MAX_SAFE_INTEGER, Number(digits))) + 0
}
