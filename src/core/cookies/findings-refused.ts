import type { FindingRule } from './findings.js'

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
