import type { CookieAttributes } from '../cookies/attributes.js'
import { byteLength, MAX_NAME_VALUE_BYTES } from '../cookies/limits.js'
import { hasControlCharacter } from '../cookies/cookie-name.js'
import { conflictsOf, promisesOf, refusalsBy, type ScopeRefusal, type Site } from '../cookies/scope.js'
import { findingsFrom, type FindingOf, type FindingRule } from './findings.js'
import type { SetCookieParts } from '../cookies/parse-set-cookie.js'

/** Why browsers would drop a cookie: RFC 6265bis §5.6 and §5.7, and what Chromium adds. */
export function findRefusals(
  parts: SetCookieParts,
  attributes: CookieAttributes,
  page: Site,
): FindingOf<RefusedCode>[] {
  const { name, value } = parts
  const bytes = byteLength(name) + byteLength(value)
  const findings: FindingOf<RefusedCode>[] = []
  if ([name, value, ...parts.attributes.flat()].some(hasControlCharacter)) findings.push(refused('control-character'))
  if (bytes === 0) findings.push(refused('empty-cookie'))
  if (bytes > MAX_NAME_VALUE_BYTES) findings.push(refused('name-value-too-large', `${bytes} bytes`))
  for (const code of conflictsOf(name, attributes))
    findings.push(refused(code, code.endsWith('prefix') ? name : undefined))
  if (name === '' && promisesOf(value).secure) findings.push(refused('prefix-in-nameless-value'))
  for (const code of refusalsBy(attributes, page))
    findings.push(refused(code, code.startsWith('domain') ? attributes.domain : undefined))
  return findings
}

/** What makes browsers drop a cookie, without a word. */
export type RefusedCode =
  ScopeRefusal | 'control-character' | 'empty-cookie' | 'name-value-too-large' | 'prefix-in-nameless-value'

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
  'http-only-from-script': {
    clause: 'RFC 6265bis §5.7',
    message: 'A script cannot set an HttpOnly cookie, so the browser drops it. Set it on the server.',
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
  'domain-invalid': {
    clause: 'RFC 6265bis §5.7',
    message:
      'What is not a domain matches no host: a scheme, a port, a path, a space or an empty label. Write the host name alone ("example.com"), or leave it out for this host only.',
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
