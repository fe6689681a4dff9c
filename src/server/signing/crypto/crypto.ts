/** A keyed hash of a text, as UTF-8: HMAC-SHA-256 in base64url without padding. */
export type Mac = (text: string) => string

/**
 * What signing needs of a platform, synchronous everywhere: `#crypto` is Node's own where there is one, and audited
 * JavaScript elsewhere, chosen by the conditions of `imports` in package.json.
 */
export interface Crypto {
  sha256(this: void, ...parts: readonly Uint8Array[]): Uint8Array
  createMac(this: void, key: Uint8Array): Mac
  /** AES-256-GCM: the ciphertext with its tag of 16 bytes. */
  encrypt(this: void, key: Uint8Array, nonce: Uint8Array, text: Uint8Array, bound: Uint8Array): Uint8Array
  /** The text, or nothing where key, nonce, ciphertext or what it is bound to is another. */
  decrypt(this: void, key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Uint8Array | undefined
}
