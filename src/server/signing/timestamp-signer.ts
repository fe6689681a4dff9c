import { BadSignature, SignatureExpired } from './bad-signature.js'
import { fromBase62, toBase62 } from './encoding.js'
import { Signer, type SignerOptions } from './signer.js'
import { decodeJson } from './signed-json.js'

export interface TimestampSignerOptions extends SignerOptions {
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined
}

export interface UnsignOptions {
  /** The most seconds ago that it may have been signed. Default: any. */
  maxAge?: number | undefined
}

/**
 * Signs texts with the moment of signing: byte for byte what `django.core.signing.TimestampSigner` gives. An age of just
 * `maxAge` still counts, and so does a moment in the future. Unlike Django, a good signature over a text without a
 * timestamp is a `BadSignature`, too.
 *
 * @example
 * ```ts
 * import { TimestampSigner } from 'assent/server'
 *
 * const signer = new TimestampSigner({ key: 'a secret of your site, 32 characters at least' })
 * signer.unsign(signer.sign('42'), { maxAge: 3600 }) // '42'
 * ```
 */
export class TimestampSigner extends Signer {
  readonly #now: () => number
  readonly #separator: string
  /** The second that was signed last, and its text: a server signs many times in one. */
  #second = 0
  #stamp = '0'

  constructor({ now = Date.now, salt, separator = ':', ...keys }: TimestampSignerOptions) {
    super({ ...keys, separator, salt: salt || 'django.core.signing.TimestampSigner' })
    this.#now = now
    this.#separator = separator
  }

  override sign(value: string): string {
    const second = Math.floor(this.#now() / 1000)
    if (second !== this.#second) {
      this.#stamp = toBase62(second)
      this.#second = second
    }
    return super.sign(value + this.#separator + this.#stamp)
  }

  /** The text that was signed. Throws {@link BadSignature}, or {@link SignatureExpired} where it is older than `maxAge`. */
  override unsign(signed: string, { maxAge }: UnsignOptions = {}): string {
    const stamped = super.unsign(signed)
    const at = stamped.lastIndexOf(this.#separator)
    const signedAt = at < 0 ? undefined : fromBase62(stamped.slice(at + this.#separator.length))
    if (signedAt === undefined) throw new BadSignature('What was signed has no timestamp.')
    if (maxAge !== undefined) {
      const age = this.#now() / 1000 - signedAt
      if (!(age <= maxAge)) throw new SignatureExpired(age, maxAge)
    }
    return stamped.slice(0, at)
  }

  /** The value that was signed by `signObject`. Throws as `unsign` does. */
  override unsignObject(signed: string, options?: UnsignOptions): unknown {
    return decodeJson(this.unsign(signed, options))
  }
}

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
