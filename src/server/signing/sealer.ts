import { crypto } from '#crypto'
import { ConsentError } from '../../core/errors.js'
import { BadSignature, SignatureExpired } from './bad-signature.js'
import { fromBase62, toBase62, fromBase64Url, toBase64Url } from './encoding.js'
import type { TimestampSignerOptions, UnsignOptions } from './timestamp-signer.js'

export type SealerOptions = Omit<TimestampSignerOptions, 'separator'>

/** The first byte, so that another format can follow. */
const FORMAT = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

const utf8 = new TextEncoder()

/**
 * Encrypts texts, so that nobody reads or changes them without the key: AES-256-GCM (NIST SP 800-38D), with a random
 * nonce and the moment of sealing inside. Keys are derived from secret and salt, and rotate as those of a `Signer`.
 * Django has no counterpart; for text that may be read, sign.
 *
 * @example
 * ```ts
 * import { Sealer } from 'assent/server'
 *
 * const sealer = new Sealer({ key: 'a secret of your site, 32 characters at least', salt: 'session' })
 * sealer.unseal(sealer.seal('ada'), { maxAge: 3600 }) // 'ada'
 * ```
 */
export class Sealer {
  readonly #key: Uint8Array
  readonly #fallbackKeys: readonly Uint8Array[]
  readonly #bound: Uint8Array
  readonly #now: () => number

  constructor({ key, fallbackKeys = [], salt, now = Date.now }: SealerOptions) {
    const used = salt || 'assent.Sealer'
    const derive = (secret: string): Uint8Array => {
      if (!secret) throw new ConsentError('missing-secret', MISSING_KEY)
      return crypto.sha256(utf8.encode(`${used.length}:${used}sealer`), utf8.encode(secret))
    }
    this.#bound = utf8.encode(used)
    this.#now = now
    this.#key = derive(key)
    this.#fallbackKeys = fallbackKeys.map(derive)
  }

  /** The text, encrypted; throws as `Signer.signature` does. It is base64url, 29 bytes and the moment longer than it before that. */
  seal(value: string): string {
    if (!value.isWellFormed()) throw new ConsentError('invalid-value', LONE_SURROGATE)
    const nonce = globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const text = utf8.encode(`${toBase62(Math.floor(this.#now() / 1000))}:${value}`)
    const sealed = crypto.encrypt(this.#key, nonce, text, this.#bound)
    const bytes = new Uint8Array(1 + nonce.length + sealed.length)
    bytes[0] = FORMAT
    bytes.set(nonce, 1)
    bytes.set(sealed, 1 + nonce.length)
    return toBase64Url(bytes)
  }

  /** The text that was sealed. Throws {@link BadSignature}, or {@link SignatureExpired} where it is older than `maxAge`. */
  unseal(sealed: string, { maxAge }: UnsignOptions = {}): string {
    const stamped = this.#open(sealed)
    const at = stamped.indexOf(':')
    const sealedAt = fromBase62(stamped.slice(0, Math.max(at, 0)))
    if (sealedAt === undefined) throw new BadSignature('What was sealed has no timestamp.')
    const age = this.#now() / 1000 - sealedAt
    if (maxAge !== undefined && !(age <= maxAge)) throw new SignatureExpired(age, maxAge)
    return stamped.slice(at + 1)
  }

  #open(sealed: string): string {
    const bytes = fromBase64Url(sealed)
    if (bytes?.[0] === FORMAT && bytes.length >= 1 + NONCE_BYTES + TAG_BYTES) {
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES)
      for (const key of [this.#key, ...this.#fallbackKeys]) {
        const text = crypto.decrypt(key, nonce, bytes.subarray(1 + NONCE_BYTES), this.#bound)
        if (text) return new TextDecoder().decode(text)
      }
    }
    throw new BadSignature('No key has sealed this text as it stands.')
  }
}

const LONE_SURROGATE =
  'A text to seal has half of a surrogate pair. It cannot be written as UTF-8, and would not be read back. Cut texts between characters.'
const MISSING_KEY =
  'A sealer has an empty key, or an empty fallback key: anyone could read and write what it seals. Often the environment lacks the secret. Give the secret of your site.'
