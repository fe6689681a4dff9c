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
  return value.replace(/\p{Cs}/gu, '\ufffd').replace(/[^!#$&-+\--:<-[\]-~]/gu, encodeURIComponent)
}
