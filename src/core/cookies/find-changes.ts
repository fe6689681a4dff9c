import type { CookieAttributes } from './attributes.js'
import { byteLength } from './byte-length.js'
import { changed, type Finding } from './findings.js'
import type { ChangedCode } from './findings-changed.js'
import { MAX_AGE_SECONDS, MAX_ATTRIBUTE_VALUE_BYTES } from './limits.js'
import { parseCookieDate } from './parse-cookie-date.js'
import type { SetCookieParts } from './split-set-cookie.js'

/** What browsers would store otherwise than it was written: RFC 6265bis §5.5 and §5.6. `now` is in milliseconds. */
export function findChanges(parts: SetCookieParts, attributes: CookieAttributes, now: number): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const [name, text] of parts.attributes) {
    const code = changeOf(name, text)
    if (code) findings.push(changed(code, text ? `${name}=${text.slice(0, 40)}` : name))
    if (seen.has(name)) findings.push(changed('attribute-repeated', name))
    if (name) seen.add(name)
  }
  const { maxAge, expires } = attributes
  // Max-Age wins over Expires (§5.7, step 6).
  const seconds = maxAge ?? (expires ? (expires.getTime() - now) / 1000 : 0)
  if (seconds > MAX_AGE_SECONDS) findings.push(changed('lifetime-clamped', `${Math.round(seconds / 86_400)} days`))
  return findings
}

function changeOf(name: string, text: string): ChangedCode | undefined {
  if (byteLength(text) > MAX_ATTRIBUTE_VALUE_BYTES) return 'attribute-too-long'
  switch (name) {
    case 'max-age':
      return /^-?\d+$/.test(text) ? undefined : 'max-age-ignored'
    case 'expires':
      return parseCookieDate(text) ? undefined : 'expires-ignored'
    case 'samesite':
      return /^(?:strict|lax|none)$/i.test(text) ? undefined : 'same-site-ignored'
    case 'path':
      return text.startsWith('/') ? undefined : 'path-ignored'
    default:
      return KNOWN.has(name) ? undefined : 'attribute-unknown'
  }
}

// The empty name is that of a semicolon at the end of the line.
const KNOWN: ReadonlySet<string> = new Set(['', 'domain', 'secure', 'httponly', 'partitioned', 'priority'])
