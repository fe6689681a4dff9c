import type { CookieAttributes } from '../../core/cookies/attributes.js'
import { promisesOf } from '../../core/cookies/scope.js'
import { checkAttributes } from '../../core/cookies/check-definition.js'
import { MAX_AGE_SECONDS, MAX_ATTRIBUTE_VALUE_BYTES } from '../../core/cookies/limits.js'
import { warn } from '../../core/debug.js'
import { ConsentError } from '../../core/errors.js'

/**
 * Fills in the attributes of a new cookie: `Path=/`, `SameSite=Lax`, and `Secure` if the site is secure or the cookie
 * needs it. Lifetimes over 400 days are shortened (RFC 6265bis §5.5). Throws a `ConsentError` for attributes that browsers
 * refuse.
 */
export function attributesFor(name: string, given: CookieAttributes, isSecure: boolean): CookieAttributes {
  const { sameSite = 'lax', path = '/', maxAge, partitioned } = given
  const isSecureOnly = sameSite === 'none' || partitioned || promisesOf(name).secure
  if (maxAge !== undefined && maxAge > MAX_AGE_SECONDS)
    warn(
      `The cookie "${name}" has a lifetime of ${maxAge} seconds. Browsers keep no cookie for more than 400 days, so it is set for 400 days. Lower maxAge.`,
    )
  const attributes = {
    ...given,
    path,
    sameSite,
    secure: given.secure ?? (isSecureOnly || isSecure),
    httpOnly: given.httpOnly ?? promisesOf(name).httpOnly,
    maxAge: maxAge === undefined ? undefined : Math.floor(Math.min(maxAge, MAX_AGE_SECONDS)),
  }
  checkAttributes(name, attributes)
  if (Math.max(path.length, given.domain?.length ?? 0) > MAX_ATTRIBUTE_VALUE_BYTES)
    throw new ConsentError(
      'invalid-attribute',
      `The cookie "${name}" has a path or a domain over 1024 bytes. Browsers ignore such an attribute and keep the cookie elsewhere (RFC 6265bis §5.6). Shorten it.`,
    )
  return attributes
}
