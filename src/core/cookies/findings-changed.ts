import type { FindingRule } from './findings.js'

/** What browsers store otherwise than it was written. */
export type ChangedCode =
  | 'lifetime-clamped'
  | 'attribute-too-long'
  | 'attribute-unknown'
  | 'attribute-repeated'
  | 'max-age-ignored'
  | 'expires-ignored'
  | 'same-site-ignored'
  | 'path-ignored'

/** What browsers store otherwise than it was written. Each code with its clause, and what happens, why, and what to write instead. */
export const CHANGED: Readonly<Record<ChangedCode, FindingRule>> = {
  'lifetime-clamped': {
    clause: 'RFC 6265bis §5.5',
    message: 'Browsers keep a cookie for 400 days at most and shorten this one. Write no more than that.',
  },
  'attribute-too-long': {
    clause: 'RFC 6265bis §5.6',
    message: 'An attribute over 1024 bytes is ignored, and the cookie stored without it. Shorten it.',
  },
  'attribute-unknown': {
    clause: 'RFC 6265bis §5.6',
    message: 'Browsers ignore an attribute that they do not know. Correct its name or leave it out.',
  },
  'attribute-repeated': {
    clause: 'RFC 6265bis §4.1.1',
    message: 'An attribute stands twice; the last one wins. Write it once.',
  },
  'max-age-ignored': {
    clause: 'RFC 6265bis §5.6.2',
    message: 'Max-Age is not a whole number and is ignored. Write seconds in digits.',
  },
  'expires-ignored': {
    clause: 'RFC 6265bis §5.1.1',
    message:
      'Expires is not a date that browsers read, so the cookie ends with the session. Write it as "Tue, 15 Nov 1994 08:12:31 GMT".',
  },
  'same-site-ignored': {
    clause: 'RFC 6265bis §5.6.7',
    message: 'SameSite is neither Strict, Lax nor None, and counts as absent. Write one of them.',
  },
  'path-ignored': {
    clause: 'RFC 6265bis §5.6.4',
    message:
      'A Path that does not begin with a slash is ignored; the cookie gets the folder of its page. Write Path=/.',
  },
}
