import { isDefinition, patternOf, type Consent } from '../core/consent/consent.js'
import type { CookieDeclaration } from '../core/consent/config.js'

/** What a page tells of one declared cookie. */
export interface CookieRow {
  readonly name: string
  /** The name of the service that sets it. */
  readonly service?: string | undefined
  readonly provider?: string | undefined
  readonly purpose?: string | undefined
  readonly duration?: string | undefined
  /** Seconds; `undefined` for a session cookie, or where the declaration does not say. */
  readonly maxAge?: number | undefined
  /** Whether the declaration tells how long it lives. */
  readonly isKnown: boolean
}

/** The declared cookies of a category and its services; with the consent cookie itself in the first required one. */
export function cookieRows({ categories, cookie, ids }: Consent, id: string): CookieRow[] {
  const { cookies = [], services = {} } = categories[id] ?? {}
  const isFirst = id === ids.find((key) => categories[key]?.required)
  const isDeclared = cookies.some((entry) => patternOf(entry) === cookie.name)
  return [
    ...(isFirst && !isDeclared ? [{ name: cookie.name, maxAge: cookie.maxAge, isKnown: true }] : []),
    ...cookies.map((entry) => rowOf(entry)),
    ...Object.values(services).flatMap(({ name, cookies: own = [] }) => own.map((entry) => rowOf(entry, name))),
  ]
}

function rowOf(entry: CookieDeclaration, service?: string): CookieRow {
  const name = String(patternOf(entry))
  if (typeof entry === 'string' || entry instanceof RegExp) return { name, service, isKnown: false }
  const { provider, purpose, duration } = isDefinition(entry) ? entry.options : entry
  return {
    name,
    service,
    provider,
    purpose,
    duration,
    maxAge: isDefinition(entry) ? entry.options.maxAge : undefined,
    isKnown: isDefinition(entry) || !!duration,
  }
}
