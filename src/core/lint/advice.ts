import type { CookieAttributes } from '../cookies/attributes.js'
import { isCookieName } from '../cookies/cookie-name.js'
import { decodeValue } from '../cookies/cookie-value.js'
import { findPlainData, type PlainDataCode } from './plain-data.js'
import { findingsFrom, type FindingOf, type FindingRule } from './findings.js'
import { hasOtherZone } from './changed.js'
import { parseCookieDate } from '../cookies/parse-cookie-date.js'
import { MAX_AGE_SECONDS } from '../cookies/limits.js'
import { defaultPath, pathMatches } from '../cookies/domain-and-path.js'
import type { SetCookieParts } from '../cookies/parse-set-cookie.js'

/** What a careful engineer would write otherwise: RFC 6265bis §4.1.1, §7 and §8. The page's `now` is in milliseconds. */
export function findAdvice(
  parts: SetCookieParts,
  attributes: CookieAttributes,
  page: { readonly path: string | undefined; readonly secure: boolean; readonly now: number },
): FindingOf<AdviceCode>[] {
  const { maxAge, expires } = attributes
  const untilExpires = expires && (expires.getTime() - page.now) / 1000
  const lifetime = maxAge ?? untilExpires
  const codes = grammar(parts)
  if (maxAge !== undefined && untilExpires !== undefined && disagree(maxAge, untilExpires))
    codes.push('lifetimes-disagree')
  for (const [name, text] of parts.attributes) if (name === 'expires') codes.push(...dateForm(text))
  // A line that deletes carries nothing to protect.
  if (lifetime === undefined || lifetime > 0) {
    codes.push(...scope(attributes, page.path), ...protection(parts, attributes, page.secure, lifetime))
    codes.push(...findPlainData(parts))
  }
  return codes.map((code) => advice(code))
}

function grammar({ name, value }: SetCookieParts): AdviceCode[] {
  const codes: AdviceCode[] = []
  if (name === '') codes.push('nameless')
  else if (!isCookieName(name)) codes.push('invalid-name')
  // Double quotes around the whole value are in the grammar.
  const octets = /^".*"$/.test(value) ? value.slice(1, -1) : value
  if (/[^!#-+\--:<-[\]-~]/.test(octets)) codes.push('value-characters')
  return codes
}

const IMF_FIXDATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** What browsers read in spite of its form: they take the parts in any order and ignore the weekday. */
function dateForm(text: string): AdviceCode[] {
  const date = parseCookieDate(text)
  if (!date) return []
  const codes: AdviceCode[] = []
  const [weekday] = /(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)/i.exec(text) ?? []
  if (!IMF_FIXDATE.test(text) && !hasOtherZone(text)) codes.push('expires-format')
  if (weekday && !date.toUTCString().toLowerCase().startsWith(weekday.toLowerCase())) codes.push('expires-weekday')
  return codes
}

function disagree(maxAge: number, untilExpires: number): boolean {
  if (maxAge <= 0 || untilExpires <= 0) return maxAge > 0 || untilExpires > 0
  // A minute, for clocks that differ.
  return Math.abs(maxAge - untilExpires) > 60
}

function scope({ domain, path }: CookieAttributes, pagePath: string | undefined): AdviceCode[] {
  const codes: AdviceCode[] = []
  if (domain?.includes('.')) codes.push('wide-domain')
  if (path && pagePath && !pathMatches(pagePath, path)) codes.push('path-elsewhere')
  else if (path && path !== '/') codes.push('path-not-root')
  else if (!path && pagePath && defaultPath(pagePath) !== '/') codes.push('default-path')
  return codes
}

const DAY = 86_400

function protection(
  { name, value }: SetCookieParts,
  { secure, httpOnly, sameSite }: CookieAttributes,
  pageIsSecure: boolean,
  lifetime: number | undefined,
): AdviceCode[] {
  const codes: AdviceCode[] = []
  const sensitive = SENSITIVE.test(name) || JWT.test(decodeValue(value))
  if (sensitive && !httpOnly) codes.push('sensitive-without-http-only')
  if (pageIsSecure && !secure) codes.push(sensitive ? 'sensitive-without-secure' : 'missing-secure')
  if (sensitive && (!sameSite || sameSite === 'none')) codes.push('sensitive-without-same-site')
  else if (!sameSite) codes.push('missing-same-site')
  else if (sameSite === 'lax' && SESSION.test(name)) codes.push('session-without-strict')
  if (sensitive && lifetime !== undefined && lifetime > 30 * DAY) codes.push('sensitive-long-lifetime')
  else if (lifetime !== undefined && lifetime > 365 * DAY && lifetime <= MAX_AGE_SECONDS) codes.push('long-lifetime')
  return codes
}

// Whole words of a name, so that "author" and "inside" are none: PHPSESSID, connect.sid, csrftoken, accessToken.
const SENSITIVE =
  /(?<![a-z])(?:auth|jwt|session|sid|token)(?![a-z])|sess(?:ion)?[-_]?id|(?:access|auth|csrf|id|refresh|xsrf)[-_]?token/i
const SESSION = /(?<![a-z])(?:session|sid)(?![a-z])|sess(?:ion)?[-_]?id|(?<![a-z])[cx]srf(?:[-_]?token)?(?![a-z])/i
const JWT = /^eyJ[\w-]+\.eyJ/

/** What works, but should not stay so. */
export type AdviceCode =
  | 'nameless'
  | 'invalid-name'
  | 'value-characters'
  | 'sensitive-without-http-only'
  | 'sensitive-without-secure'
  | 'sensitive-without-same-site'
  | 'session-without-strict'
  | 'sensitive-long-lifetime'
  | 'missing-secure'
  | 'missing-same-site'
  | 'wide-domain'
  | 'path-not-root'
  | 'path-elsewhere'
  | 'default-path'
  | 'lifetimes-disagree'
  | 'expires-format'
  | 'expires-weekday'
  | 'long-lifetime'
  | PlainDataCode

/** What works, but should not stay so. Each code with its clause, and what happens, why, and what to write instead. */
export const ADVICE: Readonly<Record<AdviceCode, FindingRule>> = {
  nameless: {
    clause: 'RFC 6265bis §4.1.1',
    message: 'Browsers and servers disagree on cookies without a name. Give it one.',
  },
  'invalid-name': {
    clause: 'RFC 6265bis §4.1.1',
    message: "The name is not a token, and servers read it differently. Use letters, digits and !#$%&'*+-.^_`|~.",
  },
  'value-characters': {
    clause: 'RFC 6265bis §4.1.1',
    message:
      'Spaces, double quotes, commas, backslashes and non-ASCII characters are read differently by servers. Percent-encode the value.',
  },
  'sensitive-without-http-only': {
    clause: 'RFC 6265bis §4.1.2.6',
    message: 'The name suggests a secret, and every script of the page can read it. Add HttpOnly.',
  },
  'sensitive-without-secure': {
    clause: 'RFC 6265bis §8.3',
    message: 'The name suggests a secret, and it also travels unencrypted. Add Secure.',
  },
  'sensitive-without-same-site': {
    clause: 'RFC 6265bis §8.8',
    message:
      'The name suggests a secret, and it goes along with requests that other sites cause. Add SameSite=Strict or Lax.',
  },
  'session-without-strict': {
    clause: 'RFC 6265bis §8.8.2',
    message:
      "With Lax the session's cookie goes along when a link on another site is followed. Write SameSite=Strict, unless visitors who follow such a link must be signed in at once.",
  },
  'sensitive-long-lifetime': {
    clause: 'RFC 6265bis §7.4',
    message: 'The name suggests a secret, and it is good for more than 30 days. Shorten it and renew it on use.',
  },
  'missing-secure': {
    clause: 'RFC 6265bis §8.3',
    message:
      'Without Secure the cookie also travels unencrypted, and anyone on the way can read and replace it. Add Secure.',
  },
  'missing-same-site': {
    clause: 'RFC 6265bis §8.8',
    message: 'Browsers differ in what they do without SameSite. Write the one you mean, mostly Lax.',
  },
  'wide-domain': {
    clause: 'RFC 6265bis §8.6',
    message: 'With Domain all subdomains read and replace the cookie. Leave it out where one host is enough.',
  },
  'path-not-root': {
    clause: 'RFC 6265bis §8.5',
    message:
      'A Path protects nothing, other paths can read the cookie; and it must be repeated to delete it. Write Path=/.',
  },
  'path-elsewhere': {
    clause: 'RFC 6265bis §5.1.4',
    message: 'The page that sets the cookie lies outside its Path and cannot read it back. Write Path=/.',
  },
  'default-path': {
    clause: 'RFC 6265bis §5.1.4',
    message: 'Without Path the cookie belongs to the folder of its page and is missing elsewhere. Write Path=/.',
  },
  'lifetimes-disagree': {
    clause: 'RFC 6265bis §5.7',
    message: 'Max-Age and Expires name different moments; Max-Age wins. Write one of them.',
  },
  'expires-format': {
    clause: 'RFC 9110 §5.6.7',
    message:
      'Expires is not in the fixed format, and not everything that reads cookies guesses it alike. Write it as "Tue, 15 Nov 1994 08:12:31 GMT".',
  },
  'expires-weekday': {
    clause: 'RFC 9110 §5.6.7',
    message:
      'The weekday of Expires is not that of its date. Browsers ignore it, so the date may be another than was meant. Let a library write the date.',
  },
  'long-lifetime': {
    clause: 'RFC 6265bis §7.4',
    message: 'The cookie lives for more than a year. Keep it only as long as its purpose needs.',
  },
  'personal-data': {
    clause: 'RFC 6265bis §8.3',
    message:
      'The value holds what looks like an e-mail address, and a signature does not hide it. Keep it on the server and an opaque id in the cookie, or encrypt it.',
  },
  'payment-card': {
    clause: 'PCI DSS 4.0 §3.5.1',
    message:
      'The value holds what looks like the number of a payment card, readable wherever the cookie is kept. Keep it on the server, better with the payment provider alone.',
  },
  'plain-secret': {
    clause: 'RFC 6265bis §8.3',
    message:
      'By its name the cookie holds a password, a key or an official number, readable wherever it is kept. Keep it on the server and an opaque id in the cookie.',
  },
  'unsigned-identity': {
    clause: 'RFC 6265bis §8.3',
    message:
      'By its name the cookie says who the visitor is or what they may do, and it has no signature: anyone can write another. Sign it, or keep it in the session on the server.',
  },
  'unsigned-amount': {
    clause: 'RFC 6265bis §8.3',
    message:
      'By its name the cookie holds a price, a total or a balance, and it has no signature: anyone can write another. Compute it on the server, or sign it.',
  },
  'large-value': {
    clause: 'RFC 6265bis §6.1',
    message:
      'Name and value take more than 2048 bytes, which every request carries, and four such cookies fill the header that many servers take. Keep the data on the server and an id in the cookie.',
  },
}

/** A finding for a cookie that works and should be written differently. */
export const advice: (code: AdviceCode, detail?: string) => FindingOf<AdviceCode> = findingsFrom('advice', ADVICE)
