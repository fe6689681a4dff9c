import { gcm } from '@noble/ciphers/aes.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64Url } from '../encoding.js'
import type { Crypto } from './crypto.js'

const utf8 = new TextEncoder()

/** The functions in plain JavaScript, for the edge, where the platform's own are asynchronous. */
export const crypto: Crypto = {
  sha256(...parts) {
    const hash = sha256.create()
    for (const part of parts) hash.update(part)
    return hash.digest()
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
