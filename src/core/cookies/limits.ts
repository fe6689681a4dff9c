/** Bytes of name and value together, on the wire; a browser drops a larger cookie without a word. RFC 6265bis §5.6 and §5.7. */
export const MAX_NAME_VALUE_BYTES = 4096

/** Bytes of one attribute's value; a browser ignores a longer attribute, not the cookie. RFC 6265bis §5.6. */
export const MAX_ATTRIBUTE_VALUE_BYTES = 1024

/** 400 days in seconds: a browser shortens longer lifetimes to it. RFC 6265bis §5.5. */
export const MAX_AGE_SECONDS = 34_560_000

/** Cookies that every browser keeps for one domain at least; more may push out others. RFC 6265bis §6.1. */
export const COOKIES_PER_HOST = 50

/** Cookies that Chromium keeps for one domain (`kDomainMaxCookies`); beyond, it evicts the 30 least recently used. */
export const COOKIES_PER_HOST_CHROMIUM = 180

/** Cookies that every browser keeps in all, at least. RFC 6265bis §6.1. */
export const COOKIES_TOTAL = 3000

/** Bytes that all cookies may take in a browser that keeps no more than it must: 3000 of 4096 bytes. RFC 6265bis §6.1. */
export const TOTAL_BYTES = 12_288_000

/** Bytes of a Cookie header that many servers take, before they answer 400 or 431. RFC 6265bis §4.2.1. */
export const COOKIE_HEADER_BYTES = 8192

/** Seven days in seconds: Safari deletes cookies written by scripts after that long without a visit. WebKit's ITP 2.1. */
export const SAFARI_SCRIPT_COOKIE_SECONDS = 604_800

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
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : character.length + 2
  }
  return bytes
}

/** `setTimeout` takes 31 bits of milliseconds. */
export const MAX_TIMEOUT = 2_147_483_647
