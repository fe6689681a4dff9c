import { crypto } from '#crypto'
import { ConsentError } from '../../core/errors.js'
import { BadSignature } from './bad-signature.js'
import type { Mac } from './crypto/crypto.js'
import { decodeJson, encodeJson } from './signed-json.js'

export interface SignerOptions {
  /** The secret. Django's is `settings.SECRET_KEY`. */
  key: string
  /** Older secrets, which still verify but no longer sign. Django's are `SECRET_KEY_FALLBACKS`. */
  fallbackKeys?: readonly string[] | undefined
  /** Names the purpose: a text signed for one purpose is not valid for another. Default, and for `''`: Django's. */
  salt?: string | undefined
  /** The text between value and signature. Default: `':'`. */
  separator?: string | undefined
}

export interface SignObjectOptions {
  /** Whether to compress the text if that makes it shorter. Default: false. */
  compress?: boolean | undefined
}

/**
 * Signs texts, so that a change is noticed. The result is byte for byte that of `django.core.signing.Signer` with the
 * same key and salt (HMAC-SHA-256). Anyone can still read a signed text.
 *
 * Throws a `ConsentError`: `missing-secret` for an empty key, `invalid-separator` for a separator whose characters
 * also occur in signatures.
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

  /** Gives the signature of a text, without the text. Throws a `ConsentError` for a lone surrogate, which UTF-8 cannot encode. */
  signature(value: string): string {
    if (!value.isWellFormed()) throw new ConsentError('invalid-value', LONE_SURROGATE)
    return this.#mac(value)
  }

  /** Gives the text with its signature. */
  sign(value: string): string {
    return value + this.#separator + this.signature(value)
  }

  /** Verifies a signed text and gives the text. Throws {@link BadSignature} if no key has signed it, or if it was changed. */
  unsign(signed: string): string {
    const at = signed.lastIndexOf(this.#separator)
    const value = signed.slice(0, Math.max(at, 0))
    const signature = signed.slice(at + this.#separator.length)
    // UTF-8 writes a lone surrogate as U+FFFD, so two texts would share a signature.
    const isSignedBy = (mac: Mac): boolean => crypto.isEqual(mac(value), signature)
    if (at < 0 || !signed.isWellFormed() || !(isSignedBy(this.#mac) || this.#fallbackMacs.some(isSignedBy)))
      throw new BadSignature('No key has signed this text. It was signed with another key, or it was changed.')
    return value
  }

  /** Signs any JSON value, as Django's `sign_object` does. */
  signObject(object: unknown, { compress = false }: SignObjectOptions = {}): string {
    return this.sign(encodeJson(object, compress))
  }

  /** Verifies and gives the value that `signObject`, or Django's `sign_object`, has signed. Throws {@link BadSignature}. */
  unsignObject(signed: string): unknown {
    return decodeJson(this.unsign(signed))
  }
}

const INVALID_SEPARATOR =
  'The separator of a signer is empty, or signatures contain its characters too. Nobody could tell where the signature starts. Use ":" or another punctuation mark (django.core.signing.Signer).'
const MISSING_KEY =
  'The key or a fallback key of a signer is empty. Anyone could sign. Pass the secret of your site, and check that the environment has it.'
const LONE_SURROGATE =
  'The text to sign contains half of a surrogate pair. UTF-8 cannot encode it, so the text could not be read back. Cut texts between characters.'

/** How many derived keys are cached. A site has few secrets and salts, unless its salts come from requests. */
const MAX_DERIVED = 256

const utf8 = new TextEncoder()
const derived = new Map<string, Mac>()

/**
 * Derives the keyed hash of a salt and a key, as `django.utils.crypto.salted_hmac` does: HMAC under
 * SHA-256(salt + "signer" + key). Deriving costs as much as signing, so the latest keys are cached.
 */
function deriveMac(salt: string, key: string): Mac {
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
