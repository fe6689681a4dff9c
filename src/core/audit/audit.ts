import { byteLength } from '../cookies/byte-length.js'
import { checkSetCookie } from '../cookies/check-set-cookie.js'
import type { CookieAttributes } from '../cookies/attributes.js'
import { encodeValue } from '../cookies/encode-value.js'
import type { Finding } from '../cookies/findings.js'
import { compileOwners } from '../consent/compile-owners.js'
import type { Consent, Owner } from '../consent/consent.js'
import type { Grant } from '../consent/grant.js'
import { isPermitted } from '../consent/is-permitted.js'
import type { ServiceConfig } from '../consent/config.js'
import type { Trace } from '../page-storage.js'
import { limitsOf, type AuditLimit } from './limits-of.js'
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
  const { categories, cookie } = consent
  const ownersOfKey = compileOwners(categories, ({ storage }) => storage)
  const entries = found.map((trace): AuditEntry => {
    const { kind, name, value } = trace
    const isCookie = kind === 'cookie'
    const isOwn = isCookie && (name === cookie.name || name === `${cookie.name}.sig`)
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
  return checkSetCookie({ ...told, name, value }, { host, path, secure, now: () => now })
}
