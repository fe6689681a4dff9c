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
import { compileOwners } from '../declaration/owners.js'
import { isOwnCookie, type Consent, type Owner } from '../declaration/consent.js'
import { type Grant } from '../decision/grant.js'
import { isPermitted } from '../declaration/owners.js'
import type { ServiceConfig } from '../declaration/config.js'
import type { Trace } from '../page-storage.js'
import { snippetOf } from './snippet-of.js'

/** Something that a page keeps, as it was found. */
export interface FoundTrace extends Trace {
  /** Left out for databases and caches, which are not looked into. */
  readonly value?: string | undefined
  /** Of a cookie, where the browser tells them to scripts. */
  readonly attributes?:
    Pick<CookieAttributes, 'domain' | 'path' | 'expires' | 'secure' | 'sameSite' | 'partitioned'> | undefined
}

/** Something that a page keeps, judged. */
export interface AuditEntry extends FoundTrace {
  /** Who declared it; nobody, where it is undeclared. */
  readonly owners: readonly Owner[]
  /** Whether it may be there now. What nobody declared may not. */
  readonly isAllowed: boolean
  /** Bytes of name and value on the wire; 0 where the value is not known. */
  readonly bytes: number
  /** What is wrong with a cookie, as far as a page can see it. */
  readonly findings: readonly Finding[]
}

export interface Audit {
  /** All that was found: what is undeclared first, then what should not be there. */
  readonly entries: readonly AuditEntry[]
  readonly limits: readonly AuditLimit[]
  /** A piece of a declaration for what is undeclared; empty where all is declared. */
  readonly snippet: string
}

/** Where the traces were found. */
export interface AuditPlace {
  readonly host: string
  readonly path: string
  readonly secure: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Judges what a page keeps by a declaration and a grant. Pure: `auditCookies` finds it in a browser. */
export function auditOf(
  found: readonly FoundTrace[],
  consent: Consent,
  grant: Grant,
  place: AuditPlace,
  known: Readonly<Record<string, ServiceConfig>> = {},
): Audit {
  const { categories } = consent
  const ownersOfKey = compileOwners(categories, ({ storage }) => storage)
  const entries = found.map((trace): AuditEntry => {
    const { kind, name, value } = trace
    const isCookie = kind === 'cookie'
    const isOwn = isCookie && isOwnCookie(consent, name)
    const owners = isOwn ? ownersOfRecord(consent, name) : isCookie ? consent.ownersOf(name) : ownersOfKey(name)
    return {
      ...trace,
      owners,
      isAllowed: isOwn || (owners.length > 0 && owners.every((owner) => isPermitted(owner, categories, grant))),
      bytes: value === undefined ? 0 : byteLength(name) + byteLength(isCookie ? encodeValue(value) : value),
      findings: isCookie ? findingsOf(trace, place) : [],
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

/** The record belongs to who declared it, else to the first that nobody can refuse. */
function ownersOfRecord({ ids, categories, ownersOf }: Consent, name: string): readonly Owner[] {
  const owners = ownersOf(name)
  return owners.length > 0 ? owners : [{ category: ids.find((id) => categories[id]?.required) ?? 'essential' }]
}

/** A script that can read a cookie knows that it is not HttpOnly. What the browser does not tell is taken to be right. */
function findingsOf({ name, value = '', attributes }: FoundTrace, place: AuditPlace): Finding[] {
  const { host, path, secure, now } = place
  const told = attributes ?? { secure, sameSite: 'lax', path: '/' }
  return checkSetCookie({ ...told, name, value }, { host, path, secure, clock: () => now })
}

/** How near a site is to what browsers and servers take. */
export interface AuditLimit {
  /**
   * `cookies` that every browser keeps for a host, and `cookies-chromium` that Chromium keeps: more evict others.
   * `cookie-header`: bytes that many servers take. `largest-cookie`: bytes, more are dropped.
   */
  readonly name: 'cookies' | 'cookies-chromium' | 'cookie-header' | 'largest-cookie'
  /** What this page uses, as far as it sees: HttpOnly cookies come on top. */
  readonly used: number
  readonly most: number
}

/** The limits of cookies, with what is used of them. */
export function limitsOf(entries: readonly (Trace & { readonly bytes: number })[]): readonly AuditLimit[] {
  const sizes = entries.filter(({ kind }) => kind === 'cookie').map(({ bytes }) => bytes)
  // Each is sent with a "=", and "; " between two (RFC 6265bis §5.8.3).
  const header = sizes.reduce((sum, bytes) => sum + bytes + 3, 0)
  return [
    { name: 'cookies', used: sizes.length, most: COOKIES_PER_HOST },
    { name: 'cookies-chromium', used: sizes.length, most: COOKIES_PER_HOST_CHROMIUM },
    { name: 'cookie-header', used: Math.max(0, header - 2), most: COOKIE_HEADER_BYTES },
    { name: 'largest-cookie', used: Math.max(0, ...sizes), most: MAX_NAME_VALUE_BYTES },
  ]
}
