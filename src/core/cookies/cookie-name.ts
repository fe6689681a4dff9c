/**
 * Whether a text can be the name of a cookie: a token of RFC 9110 §5.6.2, as RFC 6265bis §4.1.1 asks of servers.
 * Browsers store more; what is written by this rule is read the same everywhere.
 *
 * @example
 * ```ts
 * import { isCookieName } from 'assent/core'
 *
 * isCookieName('__Host-session') // true
 * isCookieName('my cookie') // false
 * ```
 */
export function isCookieName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name)
}
