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

/** Whether a browser refuses a cookie for its text: a control character other than a tab. RFC 6265bis §5.6. */
export function hasControlCharacter(text: string): boolean {
  return /[^\t -~\x80-\uffff]/.test(text)
}

/**
 * Whether a browser can hold a cookie of this name. Names of others are bytes (RFC 6265bis §5.6): `prefs[lang]` and
 * `AMCV_1%40AdobeOrg` are kept verbatim. The names that we write are tokens: {@link isCookieName}.
 */
export function isStorableName(name: string): boolean {
  return /^(?![\t ]|[^]*[\t ]$)[\t -:<>-~\x80-\uffff]+$/.test(name)
}
