import { isDefinition, patternOf, type Consent } from '../../core/declaration/consent.js'
import type { CookieDeclaration, Declarations } from '../../core/declaration/config.js'
import type { CookieInfo } from '../../core/cookies/define-cookie.js'
import { textIn } from '../../core/words/text.js'

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

/**
 * Lists what a category and its services declare, in declared order, with its texts in a language. The first required
 * category also lists the consent cookie.
 */
export function cookieRows(consent: Consent, id: string, locale: string | undefined): CookieRow[] {
  const { categories, cookie, ids, language } = consent
  const { services = {}, ...own } = categories[id] ?? {}
  const rowsOf = ({ cookies = [], storage = [] }: Declarations, service?: string): CookieRow[] => [
    ...cookies.map((entry) => ({ ...rowOf(entry, locale, language), name: String(patternOf(entry)), service })),
    ...storage.map((key) => ({ name: String(key), service, isStorage: true })),
  ]
  const rows = rowsOf(own)
  const isFirst = id === ids.find((key) => categories[key]?.required)
  if (isFirst && !rows.some(({ name }) => name === cookie.name))
    rows.unshift({ name: cookie.name, maxAge: cookie.maxAge, isKnown: true })
  return rows.concat(...Object.entries(services).map(([service, declarations]) => rowsOf(declarations, service)))
}

function rowOf(
  entry: CookieDeclaration,
  locale: string | undefined,
  language: string | undefined,
): Omit<CookieRow, 'name'> {
  const info = infoOf(entry)
  if (!info) return {}
  const { provider, purpose, duration } = info
  return {
    provider: textIn(provider, locale, language),
    purpose: textIn(purpose, locale, language),
    duration: textIn(duration, locale, language),
    maxAge: isDefinition(entry) ? entry.options.maxAge : undefined,
    isKnown: isDefinition(entry) || !!duration,
  }
}

/** What a declaration tells of a cookie; nothing where it is a name alone. */
function infoOf(entry: CookieDeclaration): CookieInfo | undefined {
  if (typeof entry === 'string' || entry instanceof RegExp) return
  return isDefinition(entry) ? entry.options : entry
}

/** Who sets a cookie, where the declaration says so. */
export function providerOf(entry: CookieDeclaration): CookieInfo['provider'] {
  return infoOf(entry)?.provider
}
