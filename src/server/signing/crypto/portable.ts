import { gcm } from '@noble/ciphers/aes.js'
import { equalBytes } from '@noble/ciphers/utils.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64Url } from '../encoding.js'
import type { Crypto } from './crypto.js'

interface WorkerSubtle {
  timingSafeEqual?(a: Uint8Array, b: Uint8Array): boolean
}

const utf8 = new TextEncoder()

/** The functions in plain JavaScript, for the edge, where the platform's own are asynchronous. */
export const crypto: Crypto = {
  sha256(...parts) {
    const hash = sha256.create()
    for (const part of parts) hash.update(part)
    return hash.digest()
  },
  hkdf: (secret, salt, info) => hkdf(sha256, secret, salt, info, 32),
  isEqual(a, b) {
    const [left, right] = [utf8.encode(a), utf8.encode(b)]
    if (left.length !== right.length) return false
    // Workers have it; where nothing of the platform is synchronous, the audited library compares every byte.
    const { subtle } = (globalThis as { crypto?: { subtle?: WorkerSubtle } }).crypto ?? {}
    return subtle?.timingSafeEqual?.(left, right) ?? equalBytes(left, right)
  },
  createMac(key) {
    const keyed = hmac.create(sha256, key)
    return (text) => toBase64Url(keyed.clone().update(utf8.encode(text)).digest())
  },
  encrypt: (key, nonce, text, bound) => gcm(key, nonce, bound).encrypt(text),
  decrypt(key, nonce, sealed, bound) {
    const cipher = gcm(key, nonce, bound)
    try {
      return cipher.decrypt(sealed)
    } catch (error) {
      if (error instanceof Error) return undefined // not authentic
      throw error
    }
  },
}
