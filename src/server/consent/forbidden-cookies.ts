import type { CookieDeclaration } from '../../core/declaration/config.js'
import { isDefinition, type Consent } from '../../core/declaration/consent.js'
import { type Grant } from '../../core/decision/grant.js'
import { fromBytes } from '../../core/cookies/header-bytes.js'
import { cookiesIn, isForbidden } from '../../core/declaration/owners.js'
import type { Place } from '../../core/cookies/deletion.js'
import { declaredPlaces, placeKey } from '../../core/decision/places.js'
import { domainsAt, expire } from '../cookies/expire.js'

/** The most names that are deleted. Lines for more do not fit into a reply. */
const MAX_NAMES = 250

/** Gives lines to delete cookies, one at a time: most replies have room for few. */
type Erase = (names: readonly string[], grant: Grant, host: string, isSecure: boolean) => Iterable<string>

/**
 * Makes a function that writes the lines to delete the cookies that a grant forbids, the most certain first. HttpOnly
 * cookies come first, also those that the request did not bring, because their path may be narrower. Then come the
 * places of the declaration, the host itself and its parent domains, over https also for partitioned cookies. Required and
 * undeclared names are never deleted.
 */
export function forbiddenCookies(consent: Consent): Erase {
  const { categories } = consent
  const hidden = cookiesIn(categories).flatMap(hiddenPlace)

  return function* (names, grant, host, isSecure) {
    const isForbiddenName = (wire: string): boolean => {
      const name = fromBytes(wire)
      return !consent.isCookieAllowed(name, grant) && isForbidden(consent.ownersOf(name), categories, grant)
    }
    const written = new Set<string>()
    const lineFor = (name: string, place: Place): string[] => {
      const key = `${name} ${placeKey(place)}`
      const line = written.has(key) ? undefined : expire(name, place, isSecure)
      if (line === undefined) return []
      written.add(key)
      return [line]
    }
    for (const [name, place] of hidden) if (isForbiddenName(name)) yield* lineFor(name, place)
    const forbidden: string[] = []
    for (const name of names) {
      if (!isForbiddenName(name)) continue
      if (forbidden.push(name) === MAX_NAMES) break
    }
    for (const name of forbidden)
      for (const place of declaredPlaces(fromBytes(name), consent)) yield* lineFor(name, place)
    const domains = domainsAt(host)
    for (const partitioned of isSecure ? [false, true] : [false]) {
      for (const name of forbidden) yield* lineFor(name, { partitioned })
      for (const name of forbidden) for (const domain of domains) yield* lineFor(name, { domain, partitioned })
    }
  }
}

/** Gives name and place of a cookie that no script can delete, where the declaration says both. */
function hiddenPlace(entry: CookieDeclaration): (readonly [name: string, place: Place])[] {
  if (isDefinition(entry)) return entry.side === 'server' ? [[entry.name, entry.options]] : []
  if (typeof entry === 'string' || entry instanceof RegExp || !entry.httpOnly) return []
  return typeof entry.name === 'string' && !entry.name.includes('*') ? [[entry.name, entry]] : []
}
