import {
  COOKIES_PER_HOST,
  COOKIES_PER_HOST_CHROMIUM,
  COOKIE_HEADER_BYTES,
  MAX_NAME_VALUE_BYTES,
} from '../cookies/limits.js'
import type { Trace } from '../page-storage.js'

/** How near a site is to what browsers and servers take. */
export interface AuditLimit {
  /**
   * `cookies` that every browser keeps for a host, and `cookies-chromium` that Chromium keeps: more evict others.
   * `cookie-header`: bytes that many servers take. `largest-cookie`: bytes, more are dropped.
   */
  readonly name: 'cookies' | 'cookies-chromium' | 'cookie-header' | 'largest-cookie'
  /** What this page uses, as far as it sees: HttpOnly cookies come on top. */
  readonly used: number
  readonly most: number
}

/** The limits of cookies, with what is used of them. */
export function limitsOf(entries: readonly (Trace & { readonly bytes: number })[]): readonly AuditLimit[] {
  const sizes = entries.filter(({ kind }) => kind === 'cookie').map(({ bytes }) => bytes)
  // Each is sent with a "=", and "; " between two (RFC 6265bis §5.8.3).
  const header = sizes.reduce((sum, bytes) => sum + bytes + 3, 0)
  return [
    { name: 'cookies', used: sizes.length, most: COOKIES_PER_HOST },
    { name: 'cookies-chromium', used: sizes.length, most: COOKIES_PER_HOST_CHROMIUM },
    { name: 'cookie-header', used: Math.max(0, header - 2), most: COOKIE_HEADER_BYTES },
    { name: 'largest-cookie', used: Math.max(0, ...sizes), most: MAX_NAME_VALUE_BYTES },
  ]
}
