/**
 * Writes a value for the wire exactly as js-cookie 3 does: everything but the cookie-octets of RFC 6265bis §4.1.1 is
 * percent-encoded, and `%` itself. Any server reads it with `decodeURIComponent` or Python's `unquote`. A lone surrogate,
 * on which js-cookie throws, becomes U+FFFD.
 *
 * @example
 * ```ts
 * import { encodeValue } from 'assent/core'
 *
 * encodeValue('{"theme":"dark"}') // '{%22theme%22:%22dark%22}'
 * ```
 */
export function encodeValue(value: string): string {
  return toWellFormed(value).replace(/[^!#$&-+\--:<-[\]-~]/gu, encodeURIComponent)
}

/**
 * A text with U+FFFD for each half of a surrogate pair, of which UTF-8 has no bytes: what a jar, a header and a signature
 * keep of it. Not `String.prototype.toWellFormed`, which browsers of 2022 lack. The character itself stands nowhere here, and no
 * bundler computes it: one above U+00FF makes V8 keep the whole bundle that it is in as two bytes a character, the app and React included.
 */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, String.fromCodePoint(0xfffd))
}

/**
 * Reads a cookie's value as whoever wrote it meant it. It never throws.
 *
 * - Percent-encoded text, as JavaScript writes it, is decoded. A run of escapes that is not UTF-8 stays as it is.
 * - `"…"` is unquoted, with the escapes of Python's `http.cookies` (Django). With a space or a backslash inside, which no
 *   percent-encoder leaves, the text is Python's own and `%41` in it means itself. Without, it is a percent-encoded
 *   value that a server has quoted (RFC 6265bis §4.1.1), and is decoded: `"a%20b"` is `a b`.
 *
 * An unquoted `%41` that Python meant literally cannot be told from JavaScript's and reads as `A`: where Python writes,
 * use {@link decodePythonValue}.
 *
 * @example
 * ```ts
 * import { decodeValue } from 'assent/core'
 *
 * decodeValue('%7B%22a%22:1}') // '{"a":1}'
 * decodeValue('"{\\"a\\": 1\\054 \\"b\\": 2}"') // '{"a": 1, "b": 2}'
 * decodeValue('100%') // '100%'
 * ```
 */
export function decodeValue(wire: string): string {
  const text = decodePythonValue(wire)
  const isPython = text !== wire && /[\\ ]/.test(wire)
  return isPython || !text.includes('%') ? text : text.replace(/(?:%[\da-f]{2})+/gi, decodeRun)
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch (error) {
    // The bytes are not UTF-8.
    if (error instanceof URIError) return run
    throw error
  }
}

/**
 * Writes a value for the wire exactly as Python's `http.cookies` does, so that Django reads it unaided: as it is where
 * it is a token (or has colons), otherwise in double quotes with `\"`, `\\` and octal escapes of Latin-1 characters.
 * Characters beyond U+00FF stay: a header carries them as the bytes of their UTF-8, which Django decodes.
 *
 * @example
 * ```ts
 * import { encodePythonValue } from 'assent/core'
 *
 * encodePythonValue('a, b') // '"a\\054 b"'
 * ```
 */
export function encodePythonValue(value: string): string {
  if (/^[\w!#$%&'*+.:^`|~-]+$/.test(value)) return value
  return `"${value.replace(/[^ !#-+\--:<-[\]-~\u0100-\uffff]/g, escape)}"`
}

function escape(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}

/**
 * Reads a cookie's value exactly as Python's `http.cookies`, and so Django, does: `"…"` is unquoted, with `\"`, `\\` and
 * `\ooo` (octal, Latin-1) as escapes; anything else, percent signs too, means itself. For values that Python signed.
 *
 * @example
 * ```ts
 * import { decodePythonValue } from 'assent/core'
 *
 * decodePythonValue('"a\\054 b"') // 'a, b'
 * decodePythonValue('%41') // '%41'
 * ```
 */
export function decodePythonValue(wire: string): string {
  return /^".*"$/s.test(wire) ? wire.slice(1, -1).replace(/\\([0-3][0-7]{2}|[^\n])/g, unescape) : wire
}

function unescape(_: string, escaped: string): string {
  return escaped[1] ? String.fromCharCode(parseInt(escaped, 8)) : escaped
}
