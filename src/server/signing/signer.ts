import { crypto } from '#crypto'
import { ConsentError } from '../../core/errors.js'
import { BadSignature } from './bad-signature.js'
import type { Mac } from './crypto/crypto.js'
import { decodeJson, encodeJson } from './signed-json.js'

export interface SignerOptions {
  /** The secret. Django's is `settings.SECRET_KEY`. */
  key: string
  /** Older secrets, which still verify and no longer sign: Django's `SECRET_KEY_FALLBACKS`. */
  fallbackKeys?: readonly string[] | undefined
  /** Keeps what is signed for one purpose from counting for another. Default, and for `''`: Django's. */
  salt?: string | undefined
  /** Stands between value and signature. Default: `':'`. */
  separator?: string | undefined
}

export interface SignObjectOptions {
  /** Whether to compress, where that is shorter. Default: false. */
  compress?: boolean | undefined
}

/**
 * Signs texts, so that a change of them is noticed: byte for byte what `django.core.signing.Signer` gives with the same
 * key and salt (HMAC-SHA-256). What is signed can still be read by anyone.
 *
 * Throws a `ConsentError`: `missing-secret` for an empty key, `invalid-separator` for a separator that signatures are
 * made of.
 *
 * @example
 * ```ts
 * import { Signer } from 'assent/server'
 *
 * const signer = new Signer({ key: 'a secret of your site, 32 characters at least', salt: 'newsletter' })
 * signer.unsign(signer.sign('ada@example.com')) // 'ada@example.com'
 * ```
 */
export class Signer {
  readonly #mac: Mac
  readonly #fallbackMacs: readonly Mac[]
  readonly #separator: string

  constructor({ key, fallbackKeys = [], salt, separator = ':' }: SignerOptions) {
    if (/^[A-z0-9-_=]*$/.test(separator)) throw new ConsentError('invalid-separator', INVALID_SEPARATOR)
    const macOf = (secret: string): Mac => {
      if (!secret) throw new ConsentError('missing-secret', MISSING_KEY)
      return deriveMac(salt || 'django.core.signing.Signer', secret)
    }
    this.#separator = separator
    this.#mac = macOf(key)
    this.#fallbackMacs = fallbackKeys.map(macOf)
  }

  /** The signature of a text alone. Throws a `ConsentError` for text with a lone surrogate, which has no UTF-8. */
  signature(value: string): string {
    if (!value.isWellFormed()) throw new ConsentError('invalid-value', LONE_SURROGATE)
    return this.#mac(value)
  }

  /** The text with its signature. */
  sign(value: string): string {
    return value + this.#separator + this.signature(value)
  }

  /** The text that was signed. Throws {@link BadSignature} where no key has signed it as it stands. */
  unsign(signed: string): string {
    const at = signed.lastIndexOf(this.#separator)
    const value = signed.slice(0, Math.max(at, 0))
    const signature = signed.slice(at + this.#separator.length)
    // A lone surrogate is written as U+FFFD, so that two texts would share a signature.
    const isSignedBy = (mac: Mac): boolean => isEqual(mac(value), signature)
    if (at < 0 || !signed.isWellFormed() || !(isSignedBy(this.#mac) || this.#fallbackMacs.some(isSignedBy)))
      throw new BadSignature('No key has signed this text as it stands.')
    return value
  }

  /** Any value of JSON, signed as text: Django's `sign_object`. */
  signObject(object: unknown, { compress = false }: SignObjectOptions = {}): string {
    return this.sign(encodeJson(object, compress))
  }

  /** The value that was signed by `signObject`, or by Django's `sign_object`. Throws {@link BadSignature}. */
  unsignObject(signed: string): unknown {
    return decodeJson(this.unsign(signed))
  }
}

/**
 * Whether two texts are the same, in a time that tells nothing but their length: every character is looked at, whatever
 * the ones before it. Faster than Node's `timingSafeEqual`, which takes no text.
 */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

const INVALID_SEPARATOR =
  'The separator of a signer is empty, or of characters that signatures have too, so that nobody could tell where one starts. Use ":" or another mark (django.core.signing.Signer).'
const MISSING_KEY =
  'A signer has an empty key, or an empty fallback key: anyone could sign. Often the environment lacks the secret. Give the secret of your site.'
const LONE_SURROGATE =
  'A text to sign has half of a surrogate pair. It cannot be written as UTF-8, and would not be read back. Cut texts between characters.'

/** Keys that are kept derived: a site has a few secrets and salts, unless the salts come from outside. */
const MAX_DERIVED = 256

const utf8 = new TextEncoder()
const derived = new Map<string, Mac>()

/**
 * The keyed hash of a salt and a key, as `django.utils.crypto.salted_hmac` derives it: HMAC under
 * SHA-256(salt + "signer" + key). Deriving costs as much as signing does, so the last ones are kept.
 */
export function deriveMac(salt: string, key: string): Mac {
  const id = `${salt.length}:${salt}${key}`
  let mac = derived.get(id)
  if (!mac) {
    mac = crypto.createMac(crypto.sha256(utf8.encode(`${salt}signer`), utf8.encode(key)))
    const [oldest] = derived.keys()
    if (derived.size >= MAX_DERIVED && oldest !== undefined) derived.delete(oldest)
    derived.set(id, mac)
  }
  return mac
}
