import { auditOf, type Audit, type FoundTrace } from '../core/audit/audit.js'
import type { ServiceConfig } from '../core/declaration/config.js'
import type { Consent } from '../core/declaration/consent.js'
import type { Grant } from '../core/decision/grant.js'
import type { Jar } from '../core/cookies/jar.js'
import { decodeValue } from '../core/cookies/cookie-value.js'
import { debug } from '../core/debug.js'
import { ownGlobal } from '../core/member-of.js'
import { DECLARED_KEY } from '../core/page-storage.js'

/** The source of an audit: a consent store. */
export interface AuditSource {
  readonly consent: Consent
  readonly jar: Jar
  getState(this: void): { readonly grant: Grant }
}

export interface AuditOptions {
  /** Services to recognise among undeclared items, such as presets. The keys are their names in the snippet. */
  known?: Readonly<Record<string, ServiceConfig>> | undefined
  /** Names of HttpOnly cookies, which no page can list: a test runner or a server knows them. They are checked, too. */
  httpOnly?: readonly string[] | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
}

/**
 * Lists every cookie, key of web storage, database and cache of this page, with its owners, its problems, and whether it
 * may be there now. It also shows how near the site is to the limits of browsers, and what to paste into the declaration.
 * It cannot see HttpOnly cookies, so name those that you know; and only Chromium shows it the attributes. It changes nothing.
 *
 * @example
 * ```ts
 * import { auditCookies, createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 *
 * const consent = defineConsent({ version: 1, categories: { analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] } } })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * const { entries, snippet } = await auditCookies(store)
 * console.log(entries.filter(({ isAllowed }) => !isAllowed), snippet)
 * ```
 */
export async function auditCookies(store: AuditSource, options: AuditOptions = {}): Promise<Audit> {
  const { known, httpOnly = [], clock = Date.now } = options
  const { hostname: host, pathname: path, protocol } = location
  const place = { host, path, secure: protocol === 'https:', now: clock() }
  const found = await findTraces(store.jar)
  for (const name of new Set(httpOnly))
    if (!found.some((item) => item.kind === 'cookie' && item.name === name))
      found.push({
        kind: 'cookie',
        name,
        attributes: { httpOnly: true, secure: place.secure, sameSite: 'lax', path: '/' },
      })
  return auditOf(found, store.consent, store.getState().grant, place, known)
}

/** A cookie of `cookieStore`. Chromium gives its attributes, other browsers only name and value. */
interface StoredCookie {
  readonly name: string
  readonly value: string
  readonly domain?: string | null
  readonly path?: string
  readonly expires?: number | null
  readonly secure?: boolean
  readonly sameSite?: 'strict' | 'lax' | 'none'
  readonly partitioned?: boolean
}

/** Finds all stored items that this page can see. */
async function findTraces(jar: Jar): Promise<FoundTrace[]> {
  const found = await Promise.all([
    attempt(() => findCookies(jar)),
    ...(['localStorage', 'sessionStorage'] as const).map((kind) =>
      attempt(() => Object.entries(globalThis[kind]).map(([name, value]) => ({ kind, name, value: String(value) }))),
    ),
    attempt(async () =>
      (await indexedDB.databases()).map(({ name = '' }): FoundTrace => ({ kind: 'indexedDB', name })),
    ),
    attempt(async () => (await caches.keys()).map((name): FoundTrace => ({ kind: 'caches', name }))),
  ])
  return found.flat().filter(({ name }) => name !== DECLARED_KEY)
}

async function findCookies(jar: Jar): Promise<FoundTrace[]> {
  const cookieStore = ownGlobal('cookieStore') as { getAll(): Promise<StoredCookie[]> } | undefined
  const stored = (await cookieStore?.getAll()) ?? []
  return Object.keys(jar.getAll()).flatMap((name) =>
    jar.getAll(name).map((value) => ({
      kind: 'cookie' as const,
      name,
      value,
      attributes: attributesOf(stored.find((cookie) => cookie.name === name && decodeValue(cookie.value) === value)),
    })),
  )
}

function attributesOf(cookie: StoredCookie | undefined): FoundTrace['attributes'] {
  if (cookie?.path === undefined) return undefined
  const { path, domain, expires, secure, sameSite, partitioned } = cookie
  return {
    path,
    domain: domain ?? undefined,
    expires: typeof expires === 'number' ? new Date(expires) : undefined,
    secure,
    sameSite,
    partitioned: partitioned || undefined,
  }
}

async function attempt(find: () => FoundTrace[] | Promise<FoundTrace[]>): Promise<FoundTrace[]> {
  try {
    return await find()
  } catch (error) {
    debug('The browser blocks storage for this page.', error)
    return []
  }
}
