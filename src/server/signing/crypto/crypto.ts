/** A keyed hash of a text, as UTF-8: HMAC-SHA-256 in base64url without padding. */
export type Mac = (text: string) => string

/**
 * The synchronous cryptography that signing needs. `#crypto` is Node's own on Node, and audited JavaScript elsewhere.
 * The conditions of `imports` in package.json choose between them.
 */
export interface Crypto {
  sha256(this: void, ...parts: readonly Uint8Array[]): Uint8Array
  /** HKDF with SHA-256 (RFC 5869): 32 bytes. */
  hkdf(this: void, secret: Uint8Array, salt: Uint8Array, info: Uint8Array): Uint8Array
  /** Whether two texts are equal. The time that it takes says nothing but their lengths. */
  isEqual(this: void, a: string, b: string): boolean
  createMac(this: void, key: Uint8Array): Mac
  /** AES-256-GCM: the ciphertext with its tag of 16 bytes. */
  encrypt(this: void, key: Uint8Array, nonce: Uint8Array, text: Uint8Array, bound: Uint8Array): Uint8Array
  /** Decrypts. Gives `undefined` if the key, the nonce, the ciphertext or the bound data differs. */
  decrypt(this: void, key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Uint8Array | undefined
}
