import { isCookieName } from './cookie-name.js'
import { encodeValue } from './encode-value.js'
import { MAX_ATTRIBUTE_VALUE_BYTES, MAX_NAME_VALUE_BYTES } from './limits.js'
import type { WriteFailure, WriteOptions } from './jar.js'

/**
 * What a browser would drop without a word, told before the write (RFC 6265bis §5.7). Sizes are those on the wire,
 * where the percent-encoded text is ASCII. `secure` left open counts as secure.
 */
export function checkWrite(name: string, value: string, options: WriteOptions = {}): WriteFailure | undefined {
  const { domain = '', path = '/', secure, sameSite, partitioned, httpOnly, maxBytes = MAX_NAME_VALUE_BYTES } = options
  const isHost = /^__host-/i.test(name)
  const needsSecure = isHost || partitioned || sameSite === 'none' || /^__secure-/i.test(name)
  const places = path + domain
  if (
    !isCookieName(name) ||
    name.includes('%') || // would be encoded, and so be another cookie
    httpOnly ||
    (needsSecure && secure === false) ||
    (isHost && places !== '/') ||
    /[;\p{Cc}]/u.test(places) ||
    places.length > MAX_ATTRIBUTE_VALUE_BYTES
  )
    return 'invalid-attribute'
  const size = encodeValue(value).length
  return size > maxBytes || size + name.length > MAX_NAME_VALUE_BYTES ? 'too-large' : undefined
}
