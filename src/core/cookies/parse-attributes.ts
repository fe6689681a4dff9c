import type { CookieAttributes } from './attributes.js'
import { byteLength } from './byte-length.js'
import { MAX_ATTRIBUTE_VALUE_BYTES } from './limits.js'
import { parseCookieDate } from './parse-cookie-date.js'
import type { SetCookieParts } from './split-set-cookie.js'

/**
 * Reads the attributes of a Set-Cookie line as browsers do (RFC 6265bis §5.6): the last of two equal ones wins; what is
 * unknown, invalid or over 1024 bytes is ignored.
 */
export function parseAttributes(parts: SetCookieParts): CookieAttributes {
  const attributes: CookieAttributes = {}
  for (const [name, text] of parts.attributes) {
    if (byteLength(text) <= MAX_ATTRIBUTE_VALUE_BYTES) readAttribute(attributes, name, text)
  }
  return attributes
}

function readAttribute(attributes: CookieAttributes, name: string, text: string): void {
  const word = text.toLowerCase()
  switch (name) {
    case 'domain':
      // A leading dot is ignored, an empty Domain is none (§5.6.3, §5.7).
      attributes.domain = word.startsWith('.') ? word.slice(1) : word
      if (!attributes.domain) delete attributes.domain
      break
    case 'path':
      // Anything else means the default path, as no Path does (§5.6.4).
      if (text.startsWith('/')) attributes.path = text
      else delete attributes.path
      break
    case 'expires': {
      const expires = parseCookieDate(text)
      if (expires) attributes.expires = expires
      break
    }
    case 'max-age':
      if (/^-?\d+$/.test(text)) attributes.maxAge = toSafeInteger(text)
      break
    case 'secure':
      attributes.secure = true
      break
    case 'httponly':
      attributes.httpOnly = true
      break
    case 'samesite':
      if (word === 'strict' || word === 'lax' || word === 'none') attributes.sameSite = word
      else delete attributes.sameSite
      break
    case 'partitioned':
      attributes.partitioned = true
      break
    case 'priority':
      if (word === 'low' || word === 'medium' || word === 'high') attributes.priority = word
      else delete attributes.priority
  }
}

function toSafeInteger(digits: string): number {
  const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number
  // Plus zero, so that "-0" is 0.
  return Math.max(MIN_SAFE_INTEGER, Math.min(MAX_SAFE_INTEGER, Number(digits))) + 0
}
