import type { Consent } from '../core/declaration/consent.js'
import { findImport } from '../core/import/find-import.js'
import type { Importer } from '../core/import/importer.js'
import { stringifyRecord, type ConsentRecord } from '../core/decision/record.js'
import type { Jar } from '../core/cookies/jar.js'
import { onPage } from './page.js'

/** Where an imported choice goes: a consent store, or its parts. */
export interface ImportTarget {
  readonly consent: Consent
  readonly jar: Jar
}

/**
 * Takes over, once, the choice that a visitor made with another consent tool: writes it as the record, with
 * `via: 'import'`, and erases what the tool kept. Nothing happens where the visitor has chosen here already, and outside
 * of browsers. A store that runs follows at once, with the reason `external`; one that starts later finds the record.
 *
 * Gives the record that was written. Throws a `ConsentError` `unknown-category` in development builds for a map to what
 * is not declared.
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
  const header = onPage(() => document.cookie, '')
  const storage = (key: string): string | null => onPage(() => localStorage.getItem(key), null)
  const found = findImport({ header, storage }, consent, importers, now)
  if (!found) return
  const { record, importer } = found
  const { name } = consent.cookie
  const { keep, storage: keys = [], leftovers = [] } = importer
  const cookies = [...importer.cookies, ...leftovers]
  // A tool's cookie of our name may be on another path or domain, beside which ours would not count.
  if (cookies.includes(name)) jar.remove(name, { everywhere: true })
  const { ok } = jar.set(name, stringifyRecord(record, consent), consent.cookie)
  if (!ok) return
  if (!keep) {
    for (const cookie of cookies) if (cookie !== name) jar.remove(cookie, { everywhere: true })
    for (const key of [...keys, ...leftovers]) onPage(() => localStorage.removeItem(key), undefined)
  }
  return record
}
