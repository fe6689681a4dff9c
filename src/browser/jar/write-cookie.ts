import type { CookieAttributes } from '../../core/cookies/attributes.js'
import { encodeValue } from '../../core/cookies/cookie-value.js'
import { MAX_AGE_SECONDS } from '../../core/cookies/limits.js'

/**
 * Writes a cookie of this page, the name verbatim: browsers keep names as bytes (RFC 6265bis §5.6), so that a name that
 * is percent-encoded on its way is another one. No name or attribute is checked here.
 */
export function writeCookie(name: string, value: string, attributes: CookieAttributes): void {
  const { maxAge, expires, path = '/', domain, secure, sameSite, partitioned, priority } = attributes
  const texts = {
    'max-age': maxAge === undefined ? maxAge : String(Math.floor(Math.min(maxAge, MAX_AGE_SECONDS))),
    expires: expires?.toUTCString(),
    path,
    domain,
    samesite: sameSite,
    priority,
    secure,
    partitioned,
  }
  document.cookie = Object.entries(texts).reduce(
    (line, [key, text]) => (text ? `${line}; ${key}${text === true ? '' : `=${text}`}` : line),
    `${name}=${encodeValue(value)}`,
  )
}
