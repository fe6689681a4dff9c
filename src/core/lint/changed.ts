import type { CookieAttributes } from '../cookies/attributes.js'
import { byteLength, MAX_AGE_SECONDS, MAX_ATTRIBUTE_VALUE_BYTES } from '../cookies/limits.js'
import { findingsFrom, type FindingOf, type FindingRule } from './findings.js'
import { parseCookieDate } from '../cookies/parse-cookie-date.js'
import type { SetCookieParts } from '../cookies/parse-set-cookie.js'

/** Finds what browsers store differently from the line, by RFC 6265bis §5.5 and §5.6. `now` is in milliseconds. */
export function findChanges(
  parts: SetCookieParts,
  attributes: CookieAttributes,
  now: number,
): FindingOf<ChangedCode>[] {
  const findings: FindingOf<ChangedCode>[] = []
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
      if (!parseCookieDate(text)) return 'expires-ignored'
      return hasOtherZone(text) ? 'expires-zone' : undefined
    case 'samesite':
      return /^(?:strict|lax|none)$/i.test(text) ? undefined : 'same-site-ignored'
    case 'path':
      return text.startsWith('/') ? undefined : 'path-ignored'
    default:
      return KNOWN.has(name) ? undefined : 'attribute-unknown'
  }
}

/** Whether a date names a zone other than GMT. Browsers ignore the zone (§5.1.1), so their time is off by its hours. */
export function hasOtherZone(date: string): boolean {
  return (
    /(?:^|\s|\d|GMT|UTC)[+-](?!00:?00)\d{1,2}:?\d{2}(?!\d)/i.test(date.replace(/^.*?\d:\d{1,2}/, '')) || ZONE.test(date)
  )
}

// The zone names of RFC 5322 §4.3, and those that other libraries write.
const ZONE = /(?<![a-z])(?:(?:[ecmp]|ak|nz|a[cew])[sd]t|(?:ce|ee|we)s?t|bst|hst|ist|jst|kst|msk|sgt)(?![a-z])/i

// A semicolon at the end of the line gives an empty name.
const KNOWN: ReadonlySet<string> = new Set(['', 'domain', 'secure', 'httponly', 'partitioned', 'priority'])

/** The faults that browsers correct when they store a cookie. */
export type ChangedCode =
  | 'lifetime-clamped'
  | 'attribute-too-long'
  | 'attribute-unknown'
  | 'attribute-repeated'
  | 'max-age-ignored'
  | 'expires-ignored'
  | 'expires-zone'
  | 'same-site-ignored'
  | 'path-ignored'

/** The faults that browsers correct when they store a cookie. Each has its clause, and a message: what happens, why, and what to write instead. */
export const CHANGED: Readonly<Record<ChangedCode, FindingRule>> = {
  'lifetime-clamped': {
    clause: 'RFC 6265bis §5.5',
    message: 'The lifetime is longer than 400 days. Browsers shorten it to 400 days. Write at most 400 days.',
  },
  'attribute-too-long': {
    clause: 'RFC 6265bis §5.6',
    message: 'An attribute is longer than 1024 bytes. Browsers store the cookie without it. Shorten the attribute.',
  },
  'attribute-unknown': {
    clause: 'RFC 6265bis §5.6',
    message: 'The cookie has an unknown attribute. Browsers ignore it. Correct its name or leave it out.',
  },
  'attribute-repeated': {
    clause: 'RFC 6265bis §4.1.1',
    message: 'An attribute is written twice. Browsers use the last one. Write it once.',
  },
  'max-age-ignored': {
    clause: 'RFC 6265bis §5.6.2',
    message: 'Max-Age is not a whole number. Browsers ignore it. Write seconds in digits.',
  },
  'expires-ignored': {
    clause: 'RFC 6265bis §5.1.1',
    message:
      'Expires is not a valid date. Browsers ignore it, so the cookie ends with the session. Write it as "Tue, 15 Nov 1994 08:12:31 GMT".',
  },
  'expires-zone': {
    clause: 'RFC 6265bis §5.1.1',
    message:
      'Expires has a time zone other than GMT. Browsers ignore the zone, so the cookie ends hours too early or too late. Write the time in GMT, as "Tue, 15 Nov 1994 08:12:31 GMT".',
  },
  'same-site-ignored': {
    clause: 'RFC 6265bis §5.6.7',
    message: 'SameSite is not Strict, Lax or None. Browsers ignore it. Write one of the three.',
  },
  'path-ignored': {
    clause: 'RFC 6265bis §5.6.4',
    message: 'Path does not begin with a slash. Browsers ignore it and use the folder of the page. Write Path=/.',
  },
}

/** Makes a finding for a cookie that browsers store with other attributes. */
export const changed: (code: ChangedCode, detail?: string) => FindingOf<ChangedCode> = findingsFrom('changed', CHANGED)
