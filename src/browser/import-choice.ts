import type { Consent } from '../core/declaration/consent.js'
import { findImport } from '../core/import/find-import.js'
import type { Importer } from '../core/import/importer.js'
import { stringifyRecord, type ConsentRecord } from '../core/decision/record.js'
import type { Jar } from '../core/cookies/jar.js'
import { onPage, readCookies } from './page.js'

/** The target of an import: a consent store, or its parts. */
export interface ImportTarget {
  readonly consent: Consent
  readonly jar: Jar
}

/**
 * Imports the choice that a visitor made with another consent tool, once. It writes the choice as the record, with
 * `via: 'import'`, and erases the tool's items. It does nothing if the visitor has already chosen here, or outside of
 * browsers. A running store follows at once, with the reason `external`. A store that starts later finds the record.
 *
 * Gives the record that was written. Throws a `ConsentError` `unknown-category` in development builds if a map names an
 * undeclared category or service.
 *
 * @example
 * ```ts
 * import { createBrowserJar, defineConsent, importChoice } from 'assent/core'
 * import { fromKlaro } from 'assent/import/klaro'
 *
 * const consent = defineConsent({ version: 1, categories: { analytics: { name: 'Analytics', description: '' } } })
 * importChoice({ consent, jar: createBrowserJar() }, [fromKlaro({ analytics: ['matomo'] })])
 * ```
 */
export function importChoice(
  { consent, jar }: ImportTarget,
  importers: readonly Importer[],
  { now = Date.now() }: { now?: number | undefined } = {},
): ConsentRecord | undefined {
  const header = readCookies()
  const storage = (key: string): string | null => onPage(() => localStorage.getItem(key), null)
  const found = findImport({ header, storage }, consent, importers, now)
  if (!found) return
  const { record, importer } = found
  const { name } = consent.cookie
  const { keep, storage: keys = [], leftovers = [] } = importer
  const cookies = [...importer.cookies, ...leftovers]
  // A tool's cookie with our name may be on another path or domain. Two cookies would share the name, and neither is trusted.
  if (cookies.includes(name)) jar.remove(name, { everywhere: true })
  const { ok } = jar.set(name, stringifyRecord(record, consent), consent.cookie)
  if (!ok) return
  if (!keep) {
    for (const cookie of cookies) if (cookie !== name) jar.remove(cookie, { everywhere: true })
    for (const key of [...keys, ...leftovers]) onPage(() => localStorage.removeItem(key), undefined)
  }
  return record
}
