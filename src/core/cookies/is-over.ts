import type { CookieAttributes } from './attributes.js'

/** Whether a cookie of these attributes ends as it is set, and so deletes: Max-Age wins over Expires (RFC 6265bis §5.7). */
export function isOver({ maxAge, expires }: CookieAttributes, now: number): boolean {
  return (maxAge ?? (expires ? expires.getTime() - now : 1)) <= 0
}
