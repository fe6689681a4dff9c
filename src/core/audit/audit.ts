import {
  byteLength,
  COOKIES_PER_HOST,
  COOKIES_PER_HOST_CHROMIUM,
  COOKIE_HEADER_BYTES,
  MAX_NAME_VALUE_BYTES,
} from '../cookies/limits.js'
import { checkSetCookie, type Finding } from '../lint/check-set-cookie.js'
import type { CookieAttributes } from '../cookies/attributes.js'
import { encodeValue } from '../cookies/cookie-value.js'
import { keyOwners } from '../declaration/owners.js'
import { isOwnCookie, type Consent, type Owner } from '../declaration/consent.js'
import { type Grant } from '../decision/grant.js'
import { isPermitted } from '../declaration/owners.js'
import type { ServiceConfig } from '../declaration/config.js'
import type { Trace } from '../page-storage.js'
import { snippetOf } from './snippet-of.js'

/** A stored item that was found in a page. */
export interface FoundTrace extends Trace {
  /** The text of the item. Left out for databases and caches, which are not read. */
  readonly value?: string | undefined
  /** The attributes of a cookie, if the browser gives them to scripts. */
  readonly attributes?:
    | Pick<CookieAttributes, 'domain' | 'path' | 'expires' | 'secure' | 'httpOnly' | 'sameSite' | 'partitioned'>
    | undefined
}

/** A stored item with the result of its check. */
export interface AuditEntry extends FoundTrace {
  /** The categories and services that declare it; empty if it is undeclared. */
  readonly owners: readonly Owner[]
  /** Whether it may be there now. An undeclared item may not. */
  readonly isAllowed: boolean
  /** The bytes of name and value on the wire; 0 if the value is not known. */
  readonly bytes: number
  /** The problems of a cookie, as far as a page can see them. */
  readonly findings: readonly Finding[]
}

/** The result of an audit: what the page stores, how near it is to the limits, and what to declare. */
export interface Audit {
  /** All stored items: undeclared ones first, then those that should not be there. */
  readonly entries: readonly AuditEntry[]
  readonly limits: readonly AuditLimit[]
  /** A piece of a declaration for the undeclared items; empty if there are none. */
  readonly snippet: string
}

/** The page where the items were found. */
export interface AuditPlace {
  readonly host: string
  readonly path: string
  readonly secure: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Checks the stored items of a page against a declaration and a grant. It is pure: `auditCookies` finds the items in a browser. */
export function auditOf(
  found: readonly FoundTrace[],
  consent: Consent,
  grant: Grant,
  place: AuditPlace,
  known: Readonly<Record<string, ServiceConfig>> = {},
): Audit {
  const { categories } = consent
  const ownersOfKey = consent.once(keyOwners)
  const entries = found.map((item): AuditEntry => {
    const { kind, name, value } = item
    const isCookie = kind === 'cookie'
    const isOwn = isCookie && isOwnCookie(consent, name)
    const owners = isOwn ? ownersOfRecord(consent, name) : isCookie ? consent.ownersOf(name) : ownersOfKey(name)
    return {
      ...item,
      owners,
      isAllowed: isOwn || (owners.length > 0 && owners.every((owner) => isPermitted(owner, categories, grant))),
      bytes: value === undefined ? 0 : byteLength(name) + byteLength(isCookie ? encodeValue(value) : value),
      findings: isCookie ? findingsOf(item, consent, place) : [],
    }
  })
  const rank = ({ owners, isAllowed }: AuditEntry): number => (owners.length === 0 ? 0 : isAllowed ? 2 : 1)
  return {
    entries: entries.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)),
    limits: limitsOf(entries),
    snippet: snippetOf(
      entries.filter(({ owners }) => owners.length === 0),
      known,
    ),
  }
}

/** Gives the owners of the consent cookie: those that declare it, or else the first required category. */
function ownersOfRecord({ ids, categories, ownersOf }: Consent, name: string): readonly Owner[] {
  const owners = ownersOf(name)
  return owners.length > 0 ? owners : [{ category: ids.find((id) => categories[id]?.required) ?? 'essential' }]
}

/** Checks a cookie. One that a script found is not HttpOnly. Attributes that the browser hides are assumed to be right. */
function findingsOf({ name, value = '', attributes }: FoundTrace, consent: Consent, place: AuditPlace): Finding[] {
  const { host, path, secure, now } = place
  const known = attributes ?? { secure, sameSite: 'lax', path: '/' }
  return checkSetCookie({ ...known, name, value }, { host, path, secure, consent, clock: () => now })
}

/** A limit of browsers or servers, and how much of it is used. */
export interface AuditLimit {
  /**
   * `cookies`: how many every browser keeps for a host; more evict others. `cookies-chromium`: how many Chromium keeps.
   * `cookie-header`: the bytes that many servers accept. `largest-cookie`: the bytes of a cookie that browsers keep.
   */
  readonly name: 'cookies' | 'cookies-chromium' | 'cookie-header' | 'largest-cookie'
  /** How much this page uses. HttpOnly cookies are not counted, because a page cannot see them. */
  readonly used: number
  readonly most: number
}

/** Gives the limits of cookies, and how much of each is used. */
function limitsOf(entries: readonly (Trace & { readonly bytes: number })[]): readonly AuditLimit[] {
  const sizes = entries.filter(({ kind }) => kind === 'cookie').map(({ bytes }) => bytes)
  // Each cookie is sent with "=", and "; " stands between two (RFC 6265bis §5.8.3).
  const header = sizes.reduce((sum, bytes) => sum + bytes + 3, 0)
  return [
    { name: 'cookies', used: sizes.length, most: COOKIES_PER_HOST },
    { name: 'cookies-chromium', used: sizes.length, most: COOKIES_PER_HOST_CHROMIUM },
    { name: 'cookie-header', used: Math.max(0, header - 2), most: COOKIE_HEADER_BYTES },
    { name: 'largest-cookie', used: Math.max(0, ...sizes), most: MAX_NAME_VALUE_BYTES },
  ]
}
