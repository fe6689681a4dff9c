import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto'
import type { Crypto } from './crypto.js'

const TAG_BYTES = 16

/** The functions of Node's OpenSSL, chosen by the condition `node`. */
export const crypto: Crypto = {
  sha256(...parts) {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest()
  },
  hkdf: (secret, salt, info) => new Uint8Array(hkdfSync('sha256', secret, salt, info, 32)),
  isEqual(a, b) {
    const [left, right] = [Buffer.from(a), Buffer.from(b)]
    return left.length === right.length && timingSafeEqual(left, right)
  },
  createMac(key) {
    const secret = createSecretKey(key)
    return (text) => createHmac('sha256', secret).update(text).digest('base64url')
  },
  encrypt(key, nonce, text, bound) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
    return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
  },
  decrypt(key, nonce, sealed, bound) {
    const end = sealed.length - TAG_BYTES
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound)
    const text = decipher.setAuthTag(sealed.subarray(end)).update(sealed.subarray(0, end))
    try {
      decipher.final()
      return text
    } catch (error) {
      if (error instanceof Error) return undefined // not authentic; each platform has its own error for it
      throw error
    }
  },
}
