import type { CookieDeclaration } from './config.js'
import { isDefinition, patternOf, type Consent } from './consent.js'
import { cookiesIn, declarationsIn } from './owners.js'
import { matcherOf } from './pattern.js'

/**
 * Compiles, by `consent.once`, which names are declared HttpOnly: those of an entry or a definition with `httpOnly`. Such a
 * pattern wins over patterns without it; an exact name wins over both.
 */
export function httpOnlyNames({ categories }: Consent): (name: string) => boolean {
  const entries = cookiesIn(categories)
  const exact = new Map<unknown, boolean>()
  for (const entry of entries) {
    const pattern = patternOf(entry)
    if (typeof pattern === 'string' && !pattern.includes('*'))
      exact.set(pattern, isHttpOnly(entry) || exact.get(pattern) === true)
  }
  const isHidden = matcherOf(entries.filter(isHttpOnly).map(patternOf))
  return (name) => exact.get(name) ?? isHidden(name)
}

/**
 * Compiles, by `consent.once`, which cookies a page may see: those of client definitions, and the site's own names declared as
 * text in categories that are not required, unless they are declared HttpOnly. Of a name that is declared twice, in which
 * development builds find a mistake, HttpOnly counts.
 */
export function visibleNames(consent: Consent): (name: string) => boolean {
  const { categories, definitions } = consent
  const isHidden = consent.once(httpOnlyNames)
  // Of a name that two claim alike, one of them required, the value stays too.
  const isRequired = (name: string): boolean =>
    consent.isEssential(name) || consent.ownersOf(name).some(({ category }) => categories[category]?.required)
  const isOwn = matcherOf(
    declarationsIn(categories)
      .flatMap(([{ category }, { cookies = [] }]) => (categories[category]?.required ? [] : cookies))
      // An entry that names a provider tells of a cookie of somebody else's.
      .filter((entry) => !isDefinition(entry) && !(typeof entry === 'object' && 'provider' in entry))
      .map(patternOf)
      .filter((name) => typeof name === 'string'),
  )
  return (name) => {
    if (isHidden(name)) return false
    const definition = definitions.get(name)
    return definition ? definition.side === 'client' : isOwn(name) && !isRequired(name)
  }
}

function isHttpOnly(entry: CookieDeclaration): boolean {
  if (typeof entry !== 'object' || entry instanceof RegExp) return false
  return Boolean(isDefinition(entry) ? entry.options.httpOnly : entry.httpOnly)
}
