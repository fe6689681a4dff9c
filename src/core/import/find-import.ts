import { decodeValue } from '../cookies/cookie-value.js'
import { parseCookie, valuesOf } from '../cookies/parse-cookie.js'
import { ConsentError } from '../errors.js'
import { type Consent, servicesOf } from '../declaration/consent.js'
import { statusOf } from '../decision/grant.js'
import type { ImportedChoice, Importer } from './importer.js'
import { makeRecord, readRecord, stringifyRecord, type ConsentRecord } from '../decision/record.js'
import { cookieHeaderOf, type CookieSource } from '../decision/read-request.js'

/** What holds choices of other tools: a `Cookie` header, and what gives the text of a key of localStorage. */
export interface ImportSource {
  readonly header: string
  storage?(this: void, key: string): string | null
}

export interface FoundImport {
  readonly record: ConsentRecord
  readonly importer: Importer
}

/** No tool's choice is longer; browsers hold no more in a cookie. */
const MAX_LENGTH = 4096

/** The first choice of another tool that counts, where the site has none of its own. */
export function findImport(
  { header, storage }: ImportSource,
  consent: Consent,
  importers: readonly Importer[],
  now: number,
): FoundImport | undefined {
  if (process.env.NODE_ENV !== 'production') for (const { map } of importers) checkMap(map, consent)
  const repeated = new Set<string>()
  // Not decoded: a separator inside of a value is escaped there.
  const wires = parseCookie(header, { decode: (wire) => wire, onDuplicate: (name) => repeated.add(name) })
  const decoded = (name: string): string | undefined => {
    const wire = wires[name]
    return wire === undefined ? undefined : decodeValue(wire)
  }
  const own = valuesOf(header, consent.cookie.name)
  if (own.length > 1 || readRecord(own, consent, { now })) return
  for (const importer of importers) {
    const { cookies, storage: keys = [], map, read } = importer
    // A record that cannot be read may be a refusal.
    if (own.length && !cookies.includes(consent.cookie.name)) continue
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

/** The record that it becomes here; `undefined` for one that is over. The policy is the one that the app imports for. */
function recordOf(
  { granted, timestamp, expires = Infinity, id, language }: ImportedChoice,
  map: Importer['map'],
  consent: Consent,
  now: number,
): ConsentRecord | undefined {
  const time = typeof timestamp === 'string' || typeof timestamp === 'number' ? new Date(timestamp).getTime() : NaN
  if (!(Number(expires) > now) || (timestamp !== undefined && Number.isNaN(time))) return
  const isGiven = (names: readonly string[] = []): boolean =>
    names.length > 0 && names.every((name) => granted.includes(name))
  const categories: string[] = []
  const services: string[] = []
  for (const [category, names = []] of Object.entries(map)) {
    const own = consent.categories[category]
    const isWhole = isList(names)
    const given = isWhole ? servicesOf(consent, [category]) : Object.keys(names).filter((key) => isGiven(names[key]))
    // What the category declares besides its services comes with all of them alone.
    const hasOwn = [own?.cookies, own?.storage, own?.urls].some((list) => list?.length)
    const isPart = !given.length || (hasOwn && given.length < Object.keys(names).length)
    if (isWhole ? !isGiven(names) : isPart) continue
    categories.push(category)
    services.push(...given)
  }
  const when = timestamp === undefined ? null : new Date(time).toISOString()
  const record = makeRecord({ categories, services }, consent, { via: 'import', timestamp: when, id, language })
  const isReadable = readRecord([stringifyRecord(record, consent)], consent, { now }) // not from the far future
  return isReadable && statusOf(record, consent, now) === 'decided' ? record : undefined
}

function isList(names: Importer['map'][string]): names is readonly string[] {
  return Array.isArray(names)
}

function checkMap(map: Importer['map'], consent: Consent): void {
  for (const [category, names = []] of Object.entries(map)) {
    const services = isList(names) ? [] : Object.keys(names)
    const unknown = consent.ids.includes(category)
      ? services.find((id) => !servicesOf(consent, [category]).includes(id))
      : category
    if (unknown !== undefined)
      throw new ConsentError(
        'unknown-category',
        `An import maps to "${unknown}", which defineConsent does not declare there, so nobody's choice would reach it. Correct the id.`,
      )
  }
}

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
  return findImport({ header: cookieHeaderOf(source) }, consent, importers, now)?.record
}
