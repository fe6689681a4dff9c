import { auditOf, type Audit } from '../core/audit/audit.js'
import type { ServiceConfig } from '../core/consent/config.js'
import type { Consent } from '../core/consent/consent.js'
import type { Grant } from '../core/consent/grant.js'
import type { Jar } from '../core/cookies/jar.js'
import { findTraces } from './find-traces.js'

/** What an audit reads of a page: a consent store. */
export interface AuditSource {
  readonly consent: Consent
  readonly jar: Jar
  getState(this: void): { readonly grant: Grant }
}

export interface AuditOptions {
  /** Services to recognise in what is undeclared, by the names that the snippet calls them: presets. */
  known?: Readonly<Record<string, ServiceConfig>> | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined
}

/**
 * Says of every cookie, key of web storage, database and cache that this page keeps: who declared it, whether it may be
 * there now, and what is wrong with it; how near the site is to the limits of browsers; and what to paste into the
 * declaration. HttpOnly cookies are hidden from it, and other browsers than Chromium hide the attributes. It changes nothing.
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
  const { known, now = Date.now } = options
  const { hostname: host, pathname: path, protocol } = location
  const place = { host, path, secure: protocol === 'https:', now: now() }
  return auditOf(await findTraces(store.jar), store.consent, store.getState().grant, place, known)
}
