import type { CookieAttributes } from '../cookies/attributes.js'
import { byteLength, MAX_NAME_VALUE_BYTES } from '../cookies/limits.js'
import { hasControlCharacter } from '../cookies/cookie-name.js'
import { conflictsOf, promisesOf, refusalsBy, type ScopeRefusal, type Site } from '../cookies/scope.js'
import { findingsFrom, type FindingOf, type FindingRule } from './findings.js'
import type { SetCookieParts } from '../cookies/parse-set-cookie.js'

/** Finds what makes browsers drop a cookie, by RFC 6265bis §5.6 and §5.7 and the rules that Chromium adds. */
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

/** The faults that make browsers drop a cookie silently. */
export type RefusedCode =
  ScopeRefusal | 'control-character' | 'empty-cookie' | 'name-value-too-large' | 'prefix-in-nameless-value'

/** The faults that make browsers drop a cookie silently. Each has its clause, and a message: what happens, why, and what to write instead. */
export const REFUSED: Readonly<Record<RefusedCode, FindingRule>> = {
  'control-character': {
    clause: 'RFC 6265bis §5.6',
    message: 'The cookie contains a control character. Browsers drop the whole cookie. Encode the value.',
  },
  'empty-cookie': {
    clause: 'RFC 6265bis §5.7',
    message: 'The cookie has neither name nor value. Browsers drop it. Give it a name.',
  },
  'name-value-too-large': {
    clause: 'RFC 6265bis §5.6',
    message:
      'Name and value take more than 4096 bytes. Browsers drop the cookie. Keep the data on the server and only an id in the cookie.',
  },
  'secure-prefix': {
    clause: 'RFC 6265bis §4.1.3.1',
    message: 'The prefix __Secure- requires Secure. Browsers drop the cookie without it. Add Secure.',
  },
  'host-prefix': {
    clause: 'RFC 6265bis §4.1.3.2',
    message:
      'The prefix __Host- requires Secure, Path=/ and no Domain. Otherwise browsers drop the cookie. Set Secure and Path=/, and remove Domain.',
  },
  'http-prefix': {
    clause: 'draft-ietf-httpbis-layered-cookies §4.1.3.3',
    message:
      'The prefix __Http- requires Secure and HttpOnly. Browsers that know the prefix drop the cookie without them. Add both.',
  },
  'host-http-prefix': {
    clause: 'draft-ietf-httpbis-layered-cookies §4.1.3.4',
    message:
      'The prefix __Host-Http- requires Secure, HttpOnly, Path=/ and no Domain. Otherwise browsers drop the cookie. Set Secure, HttpOnly and Path=/, and remove Domain.',
  },
  'prefix-in-nameless-value': {
    clause: 'RFC 6265bis §5.7',
    message:
      'The cookie has no name and its value starts with a prefix. A server could read the value as a name, so browsers drop the cookie. Give it a name.',
  },
  'http-only-from-script': {
    clause: 'RFC 6265bis §5.7',
    message: 'A script cannot set an HttpOnly cookie, so the browser drops it. Set it on the server.',
  },
  'same-site-none-without-secure': {
    clause: 'RFC 6265bis §5.7',
    message: 'The cookie has SameSite=None without Secure. Browsers drop it. Add Secure.',
  },
  'partitioned-without-secure': {
    clause: 'draft-cutler-httpbis-partitioned-cookies §3.1',
    message: 'The cookie has Partitioned without Secure. Browsers drop it. Add Secure.',
  },
  'secure-over-http': {
    clause: 'RFC 6265bis §5.7',
    message: 'A page without encryption sets a Secure cookie. Browsers drop it. Serve the page over https.',
  },
  'domain-not-ascii': {
    clause: 'RFC 6265bis §5.7',
    message:
      'Domain has characters outside ASCII. Browsers drop the cookie. Write the A-label, which begins with xn--.',
  },
  'domain-invalid': {
    clause: 'RFC 6265bis §5.7',
    message:
      'Domain is not a valid domain: it has a scheme, a port, a path, a space or an empty label. It matches no host, so browsers drop the cookie. Write only the host name ("example.com"), or leave Domain out for this host only.',
  },
  'domain-public-suffix': {
    clause: 'RFC 6265bis §5.7',
    message:
      'Domain is a single label, which is a public suffix. Browsers drop a cookie for all sites below it. Name your own domain.',
  },
  'domain-mismatch': {
    clause: 'RFC 6265bis §5.7',
    message:
      'The host that sets the cookie is not in its Domain, so browsers drop it. Name the host or a parent of it.',
  },
}

/** Makes a finding for a cookie that browsers drop. */
const refused: (code: RefusedCode, detail?: string) => FindingOf<RefusedCode> = findingsFrom('refused', REFUSED)
