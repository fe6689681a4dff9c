import { isDefinition, patternOf, type Consent } from '../../core/declaration/consent.js'
import type { CookieDeclaration, Declarations } from '../../core/declaration/config.js'

/** What a page tells of one declared cookie, or of one key of its storage. */
export interface CookieRow {
  readonly name: string
  /** The id of the service that sets it. */
  readonly service?: string | undefined
  readonly provider?: string | undefined
  readonly purpose?: string | undefined
  readonly duration?: string | undefined
  /** Seconds; `undefined` for a session cookie, or where the declaration does not say. */
  readonly maxAge?: number | undefined
  /** Whether the declaration tells how long it lives. */
  readonly isKnown?: boolean | undefined
  /** Whether it is no cookie: a key of web storage, a database or a cache. */
  readonly isStorage?: boolean | undefined
}

/** What a category and its services declare, in their order; with the consent cookie itself in the first required one. */
export function cookieRows({ categories, cookie, ids }: Consent, id: string): CookieRow[] {
  const { services = {}, ...own } = categories[id] ?? {}
  const rows = rowsOf(own)
  const isFirst = id === ids.find((key) => categories[key]?.required)
  if (isFirst && !rows.some(({ name }) => name === cookie.name))
    rows.unshift({ name: cookie.name, maxAge: cookie.maxAge, isKnown: true })
  return rows.concat(...Object.entries(services).map(([service, declarations]) => rowsOf(declarations, service)))
}

function rowsOf({ cookies = [], storage = [] }: Declarations, service?: string): CookieRow[] {
  return [
    ...cookies.map((entry) => ({ ...rowOf(entry), name: String(patternOf(entry)), service })),
    ...storage.map((key) => ({ name: String(key), service, isStorage: true })),
  ]
}

function rowOf(entry: CookieDeclaration): Omit<CookieRow, 'name'> {
  if (typeof entry === 'string' || entry instanceof RegExp) return {}
  const { provider, purpose, duration } = isDefinition(entry) ? entry.options : entry
  return {
    provider,
    purpose,
    duration,
    maxAge: isDefinition(entry) ? entry.options.maxAge : undefined,
    isKnown: isDefinition(entry) || !!duration,
  }
}
