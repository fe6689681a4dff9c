import Cookies from 'js-cookie'
import type { CookieAttributes } from '../../core/cookies/attributes.js'
import { isCookieName } from '../../core/cookies/cookie-name.js'
import { toWellFormed } from '../../core/cookies/cookie-value.js'
import { MAX_AGE_SECONDS } from '../../core/cookies/limits.js'

/**
 * Writes a cookie of this page, the name verbatim: browsers keep names as bytes (RFC 6265bis §5.6). js-cookie percent-encodes
 * names that are no tokens; such a name is only ever deleted, and its deletion is written without it.
 */
export function writeCookie(name: string, value: string, attributes: CookieAttributes): void {
  const { maxAge, expires, path = '/', domain, secure, sameSite, partitioned, priority } = attributes
  const age = maxAge === undefined ? maxAge : String(Math.floor(Math.min(maxAge, MAX_AGE_SECONDS)))
  const texts = { 'max-age': age, expires, path, domain, secure, samesite: sameSite, partitioned, priority }
  const isOdd = !isCookieName(name) || name.includes('%')
  const line = isOdd
    ? Object.entries(texts).reduce(
        (line, [key, text]) => (text ? `${line}; ${key}${text === true ? '' : `=${String(text)}`}` : line),
        `${name}=`,
      )
    : Cookies.set(name, toWellFormed(value), texts)
  // An `<img name="cookie">` takes what js-cookie writes.
  if (isOdd || typeof document.cookie !== 'string')
    Reflect.set(Object.getPrototypeOf(document) as object, 'cookie', line, document)
}
