import type { CookieAttributes } from '../../core/cookies/attributes.js'
import { promisesOf } from '../../core/cookies/scope.js'
import { checkAttributes } from '../../core/cookies/check-definition.js'
import { MAX_AGE_SECONDS, MAX_ATTRIBUTE_VALUE_BYTES } from '../../core/cookies/limits.js'
import { warn } from '../../core/debug.js'
import { ConsentError } from '../../core/errors.js'

/**
 * The attributes that a cookie is set with: `Path=/`, `SameSite=Lax`, `Secure` where the site is or the cookie cannot do
 * without. Lifetimes over 400 days are shortened (RFC 6265bis §5.5). Throws a `ConsentError` for what browsers refuse.
 */
export function attributesFor(name: string, given: CookieAttributes, isSecure: boolean): CookieAttributes {
  const { sameSite = 'lax', path = '/', maxAge, partitioned } = given
  const isSecureOnly = sameSite === 'none' || partitioned || promisesOf(name).secure
  // What is no finite number is refused below.
  const seconds = Number.isFinite(maxAge) ? maxAge : undefined
  if (seconds !== undefined && seconds > MAX_AGE_SECONDS)
    warn(`The cookie "${name}" is to live ${seconds} seconds. Browsers keep it for 400 days, and so it is set.`)
  const attributes = {
    ...given,
    path,
    sameSite,
    secure: given.secure ?? (isSecureOnly || isSecure),
    httpOnly: given.httpOnly ?? promisesOf(name).httpOnly,
    maxAge: seconds === undefined ? maxAge : Math.floor(Math.min(seconds, MAX_AGE_SECONDS)),
  }
  checkAttributes(name, attributes)
  if (Math.max(path.length, given.domain?.length ?? 0) > MAX_ATTRIBUTE_VALUE_BYTES)
    throw new ConsentError(
      'invalid-attribute',
      `The cookie "${name}" has a path or a domain over 1024 bytes. Browsers ignore such an attribute and keep the cookie elsewhere (RFC 6265bis §5.6). Shorten it.`,
    )
  return attributes
}
