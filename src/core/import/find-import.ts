import { decodeValue } from '../cookies/cookie-value.js'
import { parseCookie, valuesOf } from '../cookies/parse-cookie.js'
import { ConsentError } from '../errors.js'
import { type Consent, servicesOf } from '../declaration/consent.js'
import { statusOf } from '../decision/grant.js'
import type { ImportedChoice, Importer } from './importer.js'
import { isIn, makeRecord, readRecord, stringifyRecord, type ConsentRecord } from '../decision/record.js'
import { cookieHeaderOf, type CookieSource } from '../decision/read-request.js'

/** The places where other tools keep choices: a `Cookie` header, and a reader of localStorage. */
export interface ImportSource {
  readonly header: string
  storage?(this: void, key: string): string | null
}

export interface FoundImport {
  readonly record: ConsentRecord
  readonly importer: Importer
}

/** The longest choice that is read. Browsers hold no longer cookie. */
const MAX_LENGTH = 4096

/** Finds the first valid choice of another tool, if the visitor has not chosen here. */
export function findImport(
  { header, storage }: ImportSource,
  consent: Consent,
  importers: readonly Importer[],
  now: number,
): FoundImport | undefined {
  if (process.env.NODE_ENV !== 'production') for (const { map } of importers) checkMap(map, consent)
  const repeated = new Set<string>()
  // Values are not decoded here, because a separator inside a value is escaped.
  const wires = parseCookie(header, { decode: (wire) => wire, onDuplicate: (name) => repeated.add(name) })
  const decoded = (name: string): string | undefined => {
    const wire = wires[name]
    return wire === undefined ? undefined : decodeValue(wire)
  }
  const records = valuesOf(header, consent.cookie.name)
  if (records.length > 1 || readRecord(records, consent, { now })) return
  for (const importer of importers) {
    const { cookies, storage: keys = [], map, read } = importer
    // A record that cannot be read may be a refusal, so nothing is imported over it.
    if (records.length && !cookies.includes(consent.cookie.name)) continue
    // Two cookies share a name, so neither is trusted.
    const stored = cookies.map((name) => (repeated.has(name) ? undefined : wires[name]))
    for (const wire of [...stored, ...keys.map((key) => storage?.(key))]) {
      if (!wire || wire.length > MAX_LENGTH) continue
      const choice = read({ wire, text: decodeValue(wire), cookie: decoded })
      const record = choice && recordOf(choice, map, consent, now)
      if (record) return { record, importer }
    }
  }
  return
}

/** Makes the record of an imported choice; `undefined` if the choice has expired. It gets the version of this declaration. */
function recordOf(
  { granted, timestamp, expires = Infinity, id, language }: ImportedChoice,
  map: Importer['map'],
  consent: Consent,
  now: number,
): ConsentRecord | undefined {
  const time = typeof timestamp === 'string' || typeof timestamp === 'number' ? new Date(timestamp).getTime() : NaN
  if (!(Number(expires) > now) || (timestamp !== undefined && Number.isNaN(time))) return
  const isGranted = isIn(granted)
  const allGranted = (names: readonly string[] = []): boolean => names.length > 0 && names.every(isGranted)
  const categories: string[] = []
  const services: string[] = []
  for (const [category, names = []] of Object.entries(map)) {
    const declared = consent.categories[category]
    const isWhole = isList(names)
    const given = isWhole ? servicesOf(consent, [category]) : Object.keys(names).filter((key) => allGranted(names[key]))
    // A category that declares something besides its services is granted only with all of them.
    const hasOwn = [declared?.cookies, declared?.storage, declared?.urls].some((list) => list?.length)
    const isPart = !given.length || (hasOwn && given.length < Object.keys(names).length)
    if (isWhole ? !allGranted(names) : isPart) continue
    categories.push(category)
    services.push(...given)
  }
  const when = timestamp === undefined ? null : new Date(time).toISOString()
  const record = makeRecord({ categories, services }, consent, { via: 'import', timestamp: when, id, language })
  const isReadable = readRecord([stringifyRecord(record, consent)], consent, { now }) // a time in the far future is invalid
  return isReadable && statusOf(record, consent, now) === 'decided' ? record : undefined
}

function isList(names: Importer['map'][string]): names is readonly string[] {
  return Array.isArray(names)
}

function checkMap(map: Importer['map'], consent: Consent): void {
  for (const [category, names = []] of Object.entries(map)) {
    const services = isList(names) ? [] : Object.keys(names)
    const declared = consent.categories[category]?.services ?? {}
    const unknown = consent.ids.includes(category) ? services.find((id) => !Object.hasOwn(declared, id)) : category
    if (unknown !== undefined)
      throw new ConsentError(
        'unknown-category',
        `An import maps to "${unknown}", which defineConsent does not declare there. No choice could be imported for it. Correct the id.`,
      )
  }
}

/**
 * Reads the choice of another tool from the cookies of a request and gives its record. Gives `undefined` if there is no
 * valid choice, or if the visitor has already chosen here. It sets nothing: write the record with `stringifyRecord`.
 *
 * Throws a `ConsentError` `unknown-category` in development builds if a map names an undeclared category or service.
 *
 * @param source - the request's headers, only its `Cookie` header, or `null` for none
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
  return findImport({ header: cookieHeaderOf(source) }, consent, importers, now)?.record
}
