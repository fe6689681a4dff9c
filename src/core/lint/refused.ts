import type { CookieAttributes } from '../cookies/attributes.js'
import { byteLength, MAX_NAME_VALUE_BYTES } from '../cookies/limits.js'
import { hasControlCharacter } from '../cookies/cookie-name.js'
import { domainMatches } from '../cookies/scope.js'
import { findingsFrom, type FindingOf, type FindingRule } from './findings.js'
import type { SetCookieParts } from '../cookies/parse-set-cookie.js'

/** Why browsers would drop a cookie: RFC 6265bis §5.6 and §5.7, and what Chromium adds. */
export function findRefusals(
  parts: SetCookieParts,
  attributes: CookieAttributes,
  page: { readonly host: string | undefined; readonly secure: boolean },
): FindingOf<RefusedCode>[] {
  const { name, value } = parts
  const { secure, sameSite, partitioned } = attributes
  const bytes = byteLength(name) + byteLength(value)
  const findings: FindingOf<RefusedCode>[] = []
  if ([name, value, ...parts.attributes.flat()].some(hasControlCharacter)) findings.push(refused('control-character'))
  if (bytes === 0) findings.push(refused('empty-cookie'))
  if (bytes > MAX_NAME_VALUE_BYTES) findings.push(refused('name-value-too-large', `${bytes} bytes`))
  const prefix = prefixOf(name)
  if (prefix && !keepsPromise(prefix, attributes)) findings.push(refused(prefix, name))
  if (name === '' && prefixOf(value)) findings.push(refused('prefix-in-nameless-value'))
  if (sameSite === 'none' && !secure) findings.push(refused('same-site-none-without-secure'))
  if (partitioned && !secure) findings.push(refused('partitioned-without-secure'))
  if (secure && !page.secure && !isLoopback(page.host)) findings.push(refused('secure-over-http'))
  const domain = attributes.domain && refusalOfDomain(attributes.domain, page.host)
  if (domain) findings.push(refused(domain, attributes.domain))
  return findings
}

type PrefixCode = 'host-http-prefix' | 'host-prefix' | 'http-prefix' | 'secure-prefix'

// The longer ones first. Browsers match them without case (§5.4).
const PREFIXES: readonly (readonly [prefix: string, code: PrefixCode])[] = [
  ['__host-http-', 'host-http-prefix'],
  ['__host-', 'host-prefix'],
  ['__http-', 'http-prefix'],
  ['__secure-', 'secure-prefix'],
]

function prefixOf(text: string): PrefixCode | undefined {
  return PREFIXES.find(([prefix]) => text.toLowerCase().startsWith(prefix))?.[1]
}

function keepsPromise(prefix: PrefixCode, { secure, httpOnly, domain, path }: CookieAttributes): boolean {
  if (!secure) return false
  if (prefix.includes('http') && !httpOnly) return false
  return !prefix.startsWith('host') || (!domain && path === '/')
}

function refusalOfDomain(domain: string, host: string | undefined): RefusedCode | undefined {
  if (/[\x80-\uffff]/.test(domain)) return 'domain-not-ascii'
  // A host that is a public suffix itself may name itself, and gets a host-only cookie (§5.7, step 9).
  if (!domain.includes('.')) return domain === (host ?? 'localhost') ? undefined : 'domain-public-suffix'
  return host && !domainMatches(host, domain) ? 'domain-mismatch' : undefined
}

// Chromium and Firefox take the page's own machine for secure.
function isLoopback(host = ''): boolean {
  return /^(?:localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(host)
}

/** What makes browsers drop a cookie, without a word. */
export type RefusedCode =
  | 'control-character'
  | 'empty-cookie'
  | 'name-value-too-large'
  | 'secure-prefix'
  | 'host-prefix'
  | 'http-prefix'
  | 'host-http-prefix'
  | 'prefix-in-nameless-value'
  | 'same-site-none-without-secure'
  | 'partitioned-without-secure'
  | 'secure-over-http'
  | 'domain-not-ascii'
  | 'domain-public-suffix'
  | 'domain-mismatch'

/** What makes browsers drop a cookie, without a word. Each code with its clause, and what happens, why, and what to write instead. */
export const REFUSED: Readonly<Record<RefusedCode, FindingRule>> = {
  'control-character': {
    clause: 'RFC 6265bis §5.6',
    message: 'A control character makes browsers drop the whole cookie. Encode the value.',
  },
  'empty-cookie': {
    clause: 'RFC 6265bis §5.7',
    message: 'A cookie with neither name nor value is dropped. Give it a name.',
  },
  'name-value-too-large': {
    clause: 'RFC 6265bis §5.6',
    message:
      'Name and value together may take 4096 bytes; browsers drop a larger cookie. Keep the data on the server and an id in the cookie.',
  },
  'secure-prefix': {
    clause: 'RFC 6265bis §4.1.3.1',
    message: 'The prefix __Secure- promises Secure; without it browsers drop the cookie. Add Secure.',
  },
  'host-prefix': {
    clause: 'RFC 6265bis §4.1.3.2',
    message:
      'The prefix __Host- promises Secure, Path=/ and no Domain; otherwise browsers drop the cookie. Set exactly these.',
  },
  'http-prefix': {
    clause: 'draft-ietf-httpbis-layered-cookies §4.1.3.3',
    message:
      'The prefix __Http- promises Secure and HttpOnly; browsers that know it drop the cookie without. Add both.',
  },
  'host-http-prefix': {
    clause: 'draft-ietf-httpbis-layered-cookies §4.1.3.4',
    message:
      'The prefix __Host-Http- promises Secure, HttpOnly, Path=/ and no Domain; otherwise browsers drop the cookie. Set exactly these.',
  },
  'prefix-in-nameless-value': {
    clause: 'RFC 6265bis §5.7',
    message:
      'The value of a nameless cookie imitates a prefix, which a server would take for a name. Give the cookie a name.',
  },
  'same-site-none-without-secure': {
    clause: 'RFC 6265bis §5.7',
    message: 'SameSite=None without Secure is dropped. Add Secure.',
  },
  'partitioned-without-secure': {
    clause: 'draft-cutler-httpbis-partitioned-cookies §3.1',
    message: 'Partitioned without Secure is dropped. Add Secure.',
  },
  'secure-over-http': {
    clause: 'RFC 6265bis §5.7',
    message: 'A Secure cookie from an unencrypted page is dropped. Serve the page over https.',
  },
  'domain-not-ascii': {
    clause: 'RFC 6265bis §5.7',
    message: 'A Domain outside ASCII is dropped with its cookie. Write the A-label (xn--…).',
  },
  'domain-public-suffix': {
    clause: 'RFC 6265bis §5.7',
    message:
      'A Domain of a single label is a public suffix; a cookie for all sites below it is dropped. Name your own domain.',
  },
  'domain-mismatch': {
    clause: 'RFC 6265bis §5.7',
    message:
      'The host that sets the cookie is not in its Domain, so browsers drop it. Name the host or a parent of it.',
  },
}

/** A finding for a cookie that browsers drop. */
export const refused: (code: RefusedCode, detail?: string) => FindingOf<RefusedCode> = findingsFrom('refused', REFUSED)
