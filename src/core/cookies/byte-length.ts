/**
 * The length of a text in bytes of UTF-8, in which every limit of cookies counts (RFC 6265bis §5.6). A lone surrogate
 * counts as the three bytes of U+FFFD, which is what an encoder writes for it.
 *
 * @example
 * ```ts
 * import { byteLength } from 'assent/core'
 *
 * byteLength('é 🍪') // 7
 * ```
 */
export function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) bytes += character < '\x80' ? 1 : character < '\u0800' ? 2 : character.length + 2
  return bytes
}
