import type { CookieDeclaration } from '../../core/declaration/config.js'
import { cookiesOf, isDefinition, type Consent } from '../../core/declaration/consent.js'
import { type Grant } from '../../core/decision/grant.js'
import { fromBytes } from '../../core/cookies/header-bytes.js'
import { isForbidden } from '../../core/declaration/owners.js'
import type { Place } from '../../core/cookies/deletion.js'
import { declaredPlaces, placeKey } from '../../core/decision/places.js'
import { domainsAt, expire } from '../cookies/expire.js'

/** The most names that are deleted. Lines for more do not fit into a reply. */
const MAX_NAMES = 250

/**
 * Makes a function that writes the lines to delete the cookies that a grant forbids, the most certain first. HttpOnly
 * cookies come first, also those that the request did not bring, because their path may be narrower. Then come the
 * places of the declaration, the host itself and its parent domains, over https also for partitioned cookies. Required and
 * undeclared names are never deleted.
 */
export function forbiddenCookies(
  consent: Consent,
): (names: readonly string[], grant: Grant, host: string, isSecure: boolean) => string[] {
  const { categories, ids } = consent
  const hidden = ids.flatMap((id) => cookiesOf(categories[id])).flatMap(hiddenPlace)

  return (names, grant, host, isSecure) => {
    const isForbiddenName = (wire: string): boolean => {
      const name = fromBytes(wire)
      return !consent.isCookieAllowed(name, grant) && isForbidden(consent.ownersOf(name), categories, grant)
    }
    const forbidden = names.filter(isForbiddenName).slice(0, MAX_NAMES)
    const domains = domainsAt(host)
    const lines = new Map<string, string>()
    const add = (name: string, place: Place): void => {
      const key = `${name} ${placeKey(place)}`
      const line = lines.has(key) ? undefined : expire(name, place, isSecure)
      if (line) lines.set(key, line)
    }
    for (const [name, place] of hidden) if (isForbiddenName(name)) add(name, place)
    for (const name of forbidden) for (const place of declaredPlaces(fromBytes(name), consent)) add(name, place)
    for (const partitioned of isSecure ? [false, true] : [false]) {
      for (const name of forbidden) add(name, { partitioned })
      for (const name of forbidden) for (const domain of domains) add(name, { domain, partitioned })
    }
    return [...lines.values()]
  }
}

/** Gives name and place of a cookie that no script can delete, where the declaration says both. */
function hiddenPlace(entry: CookieDeclaration): (readonly [name: string, place: Place])[] {
  if (isDefinition(entry)) return entry.side === 'server' ? [[entry.name, entry.options]] : []
  if (typeof entry === 'string' || entry instanceof RegExp || !entry.httpOnly) return []
  return typeof entry.name === 'string' && !entry.name.includes('*') ? [[entry.name, entry]] : []
}
