import { crypto } from '#crypto'
import { ConsentError } from '../../core/errors.js'
import { BadSignature, SignatureExpired } from './bad-signature.js'
import { fromBase62, toBase62, fromBase64Url, toBase64Url } from './encoding.js'
import type { TimestampSignerOptions, UnsignOptions } from './timestamp-signer.js'

export type SealerOptions = Omit<TimestampSignerOptions, 'separator'>

/** The version of the format, in the first byte. A later format gets another number. */
const FORMAT = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

const utf8 = new TextEncoder()

/**
 * Encrypts texts with AES-256-GCM (NIST SP 800-38D), so that nobody can read or change them without the key. The sealed
 * text holds a random nonce and the time of sealing. Keys are derived from secret and salt, and rotate like those of a
 * `Signer`. Django has no counterpart. To protect text that anyone may read, use a `Signer`.
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
    const purpose = salt || 'assent.Sealer'
    const derive = (secret: string): Uint8Array => {
      if (!secret) throw new ConsentError('missing-secret', MISSING_KEY)
      return crypto.sha256(utf8.encode(`${purpose.length}:${purpose}sealer`), utf8.encode(secret))
    }
    this.#bound = utf8.encode(purpose)
    this.#now = now
    this.#key = derive(key)
    this.#fallbackKeys = fallbackKeys.map(derive)
  }

  /** Encrypts a text and gives base64url. The bytes before base64url are those of the text, of the time, and 29 more. Throws as `Signer.signature` does. */
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

  /** Decrypts a sealed text. Throws {@link BadSignature}, or {@link SignatureExpired} if it is older than `maxAge`. */
  unseal(sealed: string, { maxAge }: UnsignOptions = {}): string {
    const stamped = this.#open(sealed)
    const at = stamped.indexOf(':')
    const sealedAt = fromBase62(stamped.slice(0, Math.max(at, 0)))
    if (sealedAt === undefined) throw new BadSignature('The sealed text has no timestamp.')
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
    throw new BadSignature('No key has sealed this text. It was sealed with another key, or it was changed.')
  }
}

const LONE_SURROGATE =
  'The text to seal contains half of a surrogate pair. UTF-8 cannot encode it, so the text could not be read back. Cut texts between characters.'
const MISSING_KEY =
  'The key or a fallback key of a sealer is empty. Anyone could read and write what it seals. Pass the secret of your site, and check that the environment has it.'
