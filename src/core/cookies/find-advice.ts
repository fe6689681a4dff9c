import type { CookieAttributes } from './attributes.js'
import { isCookieName } from './cookie-name.js'
import { decodeValue } from './decode-value.js'
import { findPlainData } from './find-plain-data.js'
import { advice, type Finding } from './findings.js'
import type { AdviceCode } from './findings-advice.js'
import { MAX_AGE_SECONDS } from './limits.js'
import { defaultPath, pathMatches } from './path-match.js'
import type { SetCookieParts } from './split-set-cookie.js'

/** What a careful engineer would write otherwise: RFC 6265bis §4.1.1, §7 and §8. The page's `now` is in milliseconds. */
export function findAdvice(
  parts: SetCookieParts,
  attributes: CookieAttributes,
  page: { readonly path: string | undefined; readonly secure: boolean; readonly now: number },
): Finding[] {
  const { maxAge, expires } = attributes
  const untilExpires = expires && (expires.getTime() - page.now) / 1000
  const lifetime = maxAge ?? untilExpires
  const codes = grammar(parts)
  if (maxAge !== undefined && untilExpires !== undefined && disagree(maxAge, untilExpires))
    codes.push('lifetimes-disagree')
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
