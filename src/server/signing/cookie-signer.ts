import { TimestampSigner } from './timestamp-signer.js'

/** Which salt a signed cookie has: Django's of today, or the one it had before 5.2.15 and 6.0.6 (CVE-2026-6873). */
export type CookieSalt = 'v2' | 'legacy'

export interface CookieKeys {
  readonly secret: string
  readonly fallbackSecrets?: readonly string[] | undefined
  readonly now?: (() => number) | undefined
}

/** What Django puts before its SECRET_KEY where it signs cookies (`django.core.signing.get_cookie_signer`). */
const KEY_PREFIX = 'django.http.cookies'

/** The signer of a cookie, as `HttpResponse.set_signed_cookie` and `HttpRequest.get_signed_cookie` use it. */
export function cookieSigner(name: string, salt: string, form: CookieSalt, keys: CookieKeys): TimestampSigner {
  const { secret, fallbackSecrets = [], now } = keys
  return new TimestampSigner({
    key: secret && KEY_PREFIX + secret,
    fallbackKeys: fallbackSecrets.map((one) => one && KEY_PREFIX + one),
    // The length, in code points as Python counts, tells apart a salt and a name that would be the same put together.
    salt: form === 'v2' ? `django.http.cookies.v2:${Array.from(salt).length}:${salt}${name}` : name + salt,
    now,
  })
}
