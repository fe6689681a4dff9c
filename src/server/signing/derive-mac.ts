import { crypto } from '#crypto'
import type { Mac } from './crypto/crypto.js'

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
