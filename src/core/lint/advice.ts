import type { CookieAttributes } from '../cookies/attributes.js'
import { isCookieName } from '../cookies/cookie-name.js'
import { decodeValue } from '../cookies/cookie-value.js'
import { findPlainData, type PlainDataCode } from './plain-data.js'
import { findingsFrom, type FindingOf, type FindingRule } from './findings.js'
import { dateForm, disagree } from './lifetimes.js'
import { MAX_AGE_SECONDS } from '../cookies/limits.js'
import { defaultPath, pathMatches } from '../cookies/domain-and-path.js'
import { fromBytes } from '../cookies/header-bytes.js'
import type { Consent } from '../declaration/consent.js'
import { httpOnlyNames, visibleNames } from '../declaration/visible-names.js'
import type { SetCookieParts } from '../cookies/parse-set-cookie.js'

/** Finds what works but should be improved, by RFC 6265bis §4.1.1, §7 and §8. The page's `now` is in milliseconds. */
export function findAdvice(
  parts: SetCookieParts,
  attributes: CookieAttributes,
  page: {
    readonly path: string | undefined
    readonly secure: boolean
    readonly now: number
    readonly consent: Consent | undefined
  },
): FindingOf<AdviceCode>[] {
  const { maxAge, expires } = attributes
  const untilExpires = expires && (expires.getTime() - page.now) / 1000
  const lifetime = maxAge ?? untilExpires
  const codes = grammar(parts)
  if (maxAge !== undefined && untilExpires !== undefined && disagree(maxAge, untilExpires))
    codes.push('lifetimes-disagree')
  for (const [name, text] of parts.attributes) if (name === 'expires') codes.push(...dateForm(text))
  // A deletion carries nothing to protect.
  if (lifetime === undefined || lifetime > 0) {
    codes.push(...scope(attributes, page.path), ...protection(parts, attributes, page.secure, lifetime))
    codes.push(...findPlainData(parts))
    if (page.consent) codes.push(...declared(parts.name, attributes, page.consent))
  }
  return codes.map((code) => advice(code))
}

function grammar({ name, value }: SetCookieParts): AdviceCode[] {
  const codes: AdviceCode[] = []
  if (name === '') codes.push('nameless')
  else if (!isCookieName(name)) codes.push('invalid-name')
  // The grammar allows double quotes around the whole value.
  const octets = /^".*"$/.test(value) ? value.slice(1, -1) : value
  if (/[^!#-+\--:<-[\]-~]/.test(octets)) codes.push('value-characters')
  return codes
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

/** Compares HttpOnly with the declaration, by which a server decides what it puts into a page. */
function declared(wire: string, { httpOnly }: CookieAttributes, consent: Consent): AdviceCode[] {
  const name = fromBytes(wire)
  if (httpOnly) return consent.once(visibleNames)(name) ? ['http-only-undeclared'] : []
  return consent.once(httpOnlyNames)(name) ? ['http-only-missing'] : []
}

// Whole words of a name match, as in PHPSESSID, connect.sid, csrftoken and accessToken. "author" and "inside" do not.
const SENSITIVE =
  /(?<![a-z])(?:auth|jwt|session|sid|token)(?![a-z])|sess(?:ion)?[-_]?id|(?:access|auth|csrf|id|refresh|xsrf)[-_]?token/i
const SESSION = /(?<![a-z])(?:session|sid)(?![a-z])|sess(?:ion)?[-_]?id|(?<![a-z])[cx]srf(?:[-_]?token)?(?![a-z])/i
const JWT = /^eyJ[\w-]+\.eyJ/

/** The faults of a cookie that works but should be improved. */
export type AdviceCode =
  | 'nameless'
  | 'invalid-name'
  | 'value-characters'
  | 'sensitive-without-http-only'
  | 'sensitive-without-secure'
  | 'sensitive-without-same-site'
  | 'http-only-undeclared'
  | 'http-only-missing'
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

/** The faults of a cookie that works but should be improved. Each has its clause, and a message: what happens, why, and what to write instead. */
export const ADVICE: Readonly<Record<AdviceCode, FindingRule>> = {
  nameless: {
    clause: 'RFC 6265bis §4.1.1',
    message: 'The cookie has no name. Browsers and servers disagree on such cookies. Give it a name.',
  },
  'invalid-name': {
    clause: 'RFC 6265bis §4.1.1',
    message: "The name is not a token. Servers read it in different ways. Use letters, digits and !#$%&'*+-.^_`|~.",
  },
  'value-characters': {
    clause: 'RFC 6265bis §4.1.1',
    message:
      'The value has a space, a double quote, a comma, a backslash or a non-ASCII character. Servers read these in different ways. Percent-encode the value.',
  },
  'sensitive-without-http-only': {
    clause: 'RFC 6265bis §4.1.2.6',
    message: 'The name suggests a secret. Every script of the page can read it. Add HttpOnly.',
  },
  'sensitive-without-secure': {
    clause: 'RFC 6265bis §8.3',
    message: 'The name suggests a secret. Browsers also send it without encryption. Add Secure.',
  },
  'sensitive-without-same-site': {
    clause: 'RFC 6265bis §8.8',
    message:
      'The name suggests a secret. Browsers send it with requests that other sites cause. Add SameSite=Strict or Lax.',
  },
  'http-only-undeclared': {
    clause: 'RFC 6265bis §4.1.2.6',
    message:
      'The cookie is HttpOnly, but the declaration does not say so. A server cannot see HttpOnly in a request, so snapshotOf puts the value into the page, where every script can read it. Declare { name, httpOnly: true }.',
  },
  'http-only-missing': {
    clause: 'RFC 6265bis §4.1.2.6',
    message:
      'The declaration says httpOnly, but the cookie is not HttpOnly. Every script of the page can read it. Add HttpOnly.',
  },
  'session-without-strict': {
    clause: 'RFC 6265bis §8.8.2',
    message:
      'A session cookie has SameSite=Lax. Browsers send it when a visitor follows a link from another site. Write SameSite=Strict, unless such visitors must be signed in at once.',
  },
  'sensitive-long-lifetime': {
    clause: 'RFC 6265bis §7.4',
    message:
      'The name suggests a secret. It stays valid for more than 30 days. Shorten the lifetime and renew the cookie on use.',
  },
  'missing-secure': {
    clause: 'RFC 6265bis §8.3',
    message:
      'The cookie has no Secure. Browsers also send it without encryption, so anyone on the network can read and replace it. Add Secure.',
  },
  'missing-same-site': {
    clause: 'RFC 6265bis §8.8',
    message:
      'The cookie has no SameSite. Browsers have different defaults. Write the value that you mean, usually Lax.',
  },
  'wide-domain': {
    clause: 'RFC 6265bis §8.6',
    message: 'The cookie has a Domain. All subdomains can read and replace it. Leave Domain out if one host is enough.',
  },
  'path-not-root': {
    clause: 'RFC 6265bis §8.5',
    message:
      'The cookie has a Path other than /. It protects nothing, because other paths can still read the cookie, and every deletion must repeat it. Write Path=/.',
  },
  'path-elsewhere': {
    clause: 'RFC 6265bis §5.1.4',
    message: 'The page that sets the cookie is outside its Path. The page cannot read the cookie back. Write Path=/.',
  },
  'default-path': {
    clause: 'RFC 6265bis §5.1.4',
    message: 'The cookie has no Path. It belongs to the folder of its page and is missing elsewhere. Write Path=/.',
  },
  'lifetimes-disagree': {
    clause: 'RFC 6265bis §5.7',
    message: 'Max-Age and Expires give different times. Max-Age wins. Write one of them.',
  },
  'expires-format': {
    clause: 'RFC 9110 §5.6.7',
    message:
      'Expires is not in the fixed format. Programs read other formats in different ways. Write it as "Tue, 15 Nov 1994 08:12:31 GMT".',
  },
  'expires-weekday': {
    clause: 'RFC 9110 §5.6.7',
    message:
      'The weekday of Expires does not match its date. Browsers ignore the weekday, so the date may be wrong. Let a library write the date.',
  },
  'long-lifetime': {
    clause: 'RFC 6265bis §7.4',
    message:
      'The cookie lives for more than a year. Few purposes need that. Shorten its lifetime to what its purpose needs.',
  },
  'personal-data': {
    clause: 'RFC 6265bis §8.3',
    message:
      'The value seems to contain an e-mail address. Anyone who sees the cookie can read it, even if it is signed. Keep the address on the server and only an opaque id in the cookie, or encrypt it.',
  },
  'payment-card': {
    clause: 'PCI DSS 4.0 §3.5.1',
    message:
      'The value seems to contain the number of a payment card. Anyone who sees the cookie can read it. Keep the number with the payment provider, or on the server.',
  },
  'plain-secret': {
    clause: 'RFC 6265bis §8.3',
    message:
      'The name suggests a password, a key or an official number. Anyone who sees the cookie can read it. Keep the value on the server and only an opaque id in the cookie.',
  },
  'unsigned-identity': {
    clause: 'RFC 6265bis §8.3',
    message:
      'The name suggests who the visitor is or what they may do. The cookie has no signature, so anyone can change it. Sign it, or keep the value in the session on the server.',
  },
  'unsigned-amount': {
    clause: 'RFC 6265bis §8.3',
    message:
      'The name suggests a price, a total or a balance. The cookie has no signature, so anyone can change it. Compute the value on the server, or sign it.',
  },
  'large-value': {
    clause: 'RFC 6265bis §6.1',
    message:
      'Name and value take more than 2048 bytes. Every request carries them, and four such cookies fill the header that many servers accept. Keep the data on the server and only an id in the cookie.',
  },
}

/** Makes a finding for a cookie that works but should be improved. */
const advice: (code: AdviceCode, detail?: string) => FindingOf<AdviceCode> = findingsFrom('advice', ADVICE)
