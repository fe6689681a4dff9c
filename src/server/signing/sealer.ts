import { crypto } from '#crypto'
import { ConsentError } from '../../core/errors.js'
import { BadSignature, SignatureExpired } from './bad-signature.js'
import { fromBase62, toBase62, fromBase64Url, toBase64Url } from './encoding.js'
import type { TimestampSignerOptions, UnsignOptions } from './timestamp-signer.js'

export type SealerOptions = Omit<TimestampSignerOptions, 'separator'>

/**
 * The version of the format, in the first byte: 2 has a key derived by HKDF. 1 had SHA-256 of salt and secret for a key; such
 * texts are still opened.
 */
const FORMAT = 2
const OLD_FORMAT = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const MAX_INFO_BYTES = 1024

const utf8 = new TextEncoder()

/** The salt of HKDF is the same for every key. What tells keys apart is the info: the purpose. */
const SALT = utf8.encode('assent.Sealer.v2')

/**
 * Encrypts texts with AES-256-GCM (NIST SP 800-38D), so that nobody can read or change them without the key. The sealed
 * text holds a random nonce and the time of sealing. Keys are derived from secret and salt by HKDF (RFC 5869), and rotate
 * like those of a `Signer`. Django has no counterpart. To protect text that anyone may read, use a `Signer`.
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
  readonly #secrets: readonly Uint8Array[]
  readonly #key: Uint8Array
  readonly #fallbackKeys: readonly Uint8Array[]
  readonly #purpose: string
  readonly #bound: Uint8Array
  readonly #now: () => number

  constructor({ key, fallbackKeys = [], salt, now = Date.now }: SealerOptions) {
    const secrets = [key, ...fallbackKeys]
    if (secrets.some((secret) => !secret)) throw new ConsentError('missing-secret', MISSING_KEY)
    this.#purpose = salt || 'assent.Sealer'
    this.#bound = utf8.encode(this.#purpose)
    this.#now = now
    this.#secrets = secrets.map((secret) => utf8.encode(secret))
    // Node takes an info of 1024 bytes at most.
    const info = this.#bound.length > MAX_INFO_BYTES ? crypto.sha256(this.#bound) : this.#bound
    const derive = (secret: string): Uint8Array => crypto.hkdf(utf8.encode(secret), SALT, info)
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
    const format = bytes?.[0]
    if (bytes && (format === FORMAT || format === OLD_FORMAT) && bytes.length >= 1 + NONCE_BYTES + TAG_BYTES) {
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES)
      for (const key of format === FORMAT ? [this.#key, ...this.#fallbackKeys] : this.#oldKeys()) {
        const text = crypto.decrypt(key, nonce, bytes.subarray(1 + NONCE_BYTES), this.#bound)
        if (text) return new TextDecoder().decode(text)
      }
    }
    throw new BadSignature('No key has sealed this text. It was sealed with another key, or it was changed.')
  }

  #oldKeys(): Uint8Array[] {
    const salt = utf8.encode(`${this.#purpose.length}:${this.#purpose}sealer`)
    return this.#secrets.map((secret) => crypto.sha256(salt, secret))
  }
}

const LONE_SURROGATE =
  'The text to seal contains half of a surrogate pair. UTF-8 cannot encode it, so the text could not be read back. Cut texts between characters.'
const MISSING_KEY =
  'The key or a fallback key of a sealer is empty. Anyone could read and write what it seals. Pass the secret of your site, and check that the environment has it.'
