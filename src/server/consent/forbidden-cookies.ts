import type { Consent } from '../../core/declaration/consent.js'
import { type Grant } from '../../core/decision/grant.js'
import { fromBytes } from '../../core/cookies/header-bytes.js'
import { isForbidden } from '../../core/declaration/owners.js'
import { declaredPlaces, expire, placeKey, domainsOf, type Place } from '../cookies/places.js'

/** Lines for more do not fit into a reply. */
const MAX_NAMES = 250

/**
 * The lines that delete what a grant forbids, the most certain first: HttpOnly definitions, also those that this request
 * did not bring (a narrower path is not sent here), then the places that the declaration tells, the host's own, and its parent
 * domains. Never a name that is required or undeclared.
 */
export function forbiddenCookies(consent: Consent): (names: readonly string[], grant: Grant, host: string) => string[] {
  const { categories, definitions } = consent
  const hidden = [...definitions.values()].filter(({ side }) => side === 'server')

  return (names, grant, host) => {
    const isForbiddenName = (wire: string): boolean => {
      const name = fromBytes(wire)
      return !consent.isCookieAllowed(name, grant) && isForbidden(consent.ownersOf(name), categories, grant)
    }
    const forbidden = names.filter(isForbiddenName).slice(0, MAX_NAMES)
    const domains = domainsOf(host)
    const lines = new Map<string, string>()
    const add = (name: string, place: Place): void => {
      const key = `${name} ${placeKey(place)}`
      const line = lines.has(key) ? undefined : expire(name, place)
      if (line) lines.set(key, line)
    }
    for (const { name, options } of hidden) if (isForbiddenName(name)) add(name, options)
    for (const name of forbidden) for (const place of declaredPlaces(fromBytes(name), consent)) add(name, place)
    for (const name of forbidden) add(name, {})
    for (const name of forbidden) for (const domain of domains) add(name, { domain })
    return [...lines.values()]
  }
}
