import type { Consent } from './consent.js'
import { findImport } from './find-import.js'
import type { Importer } from './importer.js'
import type { CookieSource } from './read-request.js'
import type { ConsentRecord } from './record.js'

/**
 * The record of a choice that another tool's cookie of a request tells; `undefined` where there is none that counts, or
 * where the visitor has chosen here already. Sets nothing: write it with `stringifyRecord`.
 *
 * Throws a `ConsentError` `unknown-category` in development builds for a map to what is not declared.
 *
 * @param source - the request's headers, its `Cookie` header alone, or `null` for none
 *
 * @example
 * ```ts
 * import { defineConsent, importRecord } from 'assent/core'
 * import { fromKlaro } from 'assent/import/klaro'
 *
 * const consent = defineConsent({ version: 1, categories: { analytics: { name: 'Analytics', description: '' } } })
 * importRecord('klaro={"matomo":true}', consent, [fromKlaro({ analytics: ['matomo'] })])?.categories // ['analytics']
 * ```
 */
export function importRecord<C extends Consent>(
  source: CookieSource,
  consent: C,
  importers: readonly Importer[],
  options?: { now?: number | undefined },
): ConsentRecord<C['ids'][number]> | undefined
export function importRecord(
  source: CookieSource,
  consent: Consent,
  importers: readonly Importer[],
  { now = Date.now() }: { now?: number | undefined } = {},
): ConsentRecord | undefined {
  const header = (typeof source === 'object' ? source?.get('cookie') : source) ?? ''
  return findImport({ header }, consent, importers, now)?.record
}
