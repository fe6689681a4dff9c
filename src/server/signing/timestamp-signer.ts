import { BadSignature, SignatureExpired } from './bad-signature.js'
import { fromBase62, toBase62 } from './encoding.js'
import { Signer, type SignerOptions } from './signer.js'
import { decodeJson } from './signed-json.js'

export interface TimestampSignerOptions extends SignerOptions {
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined
}

export interface UnsignOptions {
  /** The highest age of a valid signature, in seconds. Default: no limit. */
  maxAge?: number | undefined
}

/**
 * Signs texts together with the time of signing. The result is byte for byte that of `django.core.signing.TimestampSigner`.
 * An age of exactly `maxAge` is valid, and so is a time in the future. Unlike Django, it throws a `BadSignature` for a
 * correctly signed text without a timestamp.
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
  /** The last second and its text, cached because a server signs many texts in one second. */
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

  /** Verifies a signed text and gives the text. Throws {@link BadSignature}, or {@link SignatureExpired} if it is older than `maxAge`. */
  override unsign(signed: string, { maxAge }: UnsignOptions = {}): string {
    const stamped = super.unsign(signed)
    const at = stamped.lastIndexOf(this.#separator)
    const signedAt = at < 0 ? undefined : fromBase62(stamped.slice(at + this.#separator.length))
    if (signedAt === undefined) throw new BadSignature('The signed text has no timestamp.')
    if (maxAge !== undefined) {
      const age = this.#now() / 1000 - signedAt
      if (!(age <= maxAge)) throw new SignatureExpired(age, maxAge)
    }
    return stamped.slice(0, at)
  }

  /** Verifies and gives the value that `signObject` has signed. Throws as `unsign` does. */
  override unsignObject(signed: string, options?: UnsignOptions): unknown {
    return decodeJson(this.unsign(signed, options))
  }
}

/** The salt of a signed cookie: Django's current one, or the one before 5.2.15 and 6.0.6 (CVE-2026-6873). */
export type CookieSalt = 'v2' | 'legacy'

export interface CookieKeys {
  readonly secret: string
  readonly fallbackSecrets?: readonly string[] | undefined
  readonly now?: (() => number) | undefined
}

/** The prefix that Django puts before SECRET_KEY to sign cookies (`django.core.signing.get_cookie_signer`). */
const KEY_PREFIX = 'django.http.cookies'

/** Makes the signer of a cookie, as `HttpResponse.set_signed_cookie` and `HttpRequest.get_signed_cookie` use it. */
export function cookieSigner(name: string, salt: string, form: CookieSalt, keys: CookieKeys): TimestampSigner {
  const { secret, fallbackSecrets = [], now } = keys
  return new TimestampSigner({
    key: secret && KEY_PREFIX + secret,
    fallbackKeys: fallbackSecrets.map((former) => former && KEY_PREFIX + former),
    // The length keeps "a" + "bc" and "ab" + "c" apart. It counts code points, as Python does.
    salt: form === 'v2' ? `django.http.cookies.v2:${Array.from(salt).length}:${salt}${name}` : name + salt,
    now,
  })
}
