import { isDefinition, patternOf, type Consent } from '../../core/declaration/consent.js'
import type { CookieDeclaration, Declarations } from '../../core/declaration/config.js'

/** The description of one declared cookie, or of one storage key. */
export interface CookieRow {
  readonly name: string
  /** The id of the service that sets it. */
  readonly service?: string | undefined
  readonly provider?: string | undefined
  readonly purpose?: string | undefined
  readonly duration?: string | undefined
  /** The lifetime in seconds; `undefined` for a session cookie, or if the declaration does not give it. */
  readonly maxAge?: number | undefined
  /** Whether the declaration gives its lifetime. */
  readonly isKnown?: boolean | undefined
  /** Whether it is a key of web storage, a database or a cache instead of a cookie. */
  readonly isStorage?: boolean | undefined
}

/** Lists what a category and its services declare, in declared order. The first required category also lists the consent cookie. */
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
