import type { CookieAttributes } from '../cookies/attributes.js'
import type { Place } from '../cookies/deletion.js'
import { bareDomain } from '../cookies/domain-and-path.js'
import { isDefinition, isOwnCookie, patternOf, type Consent } from '../declaration/consent.js'
import { cookiesIn } from '../declaration/owners.js'
import { compilePattern } from '../declaration/pattern.js'

/** What one entry of a declaration says of where its cookies live. */
export interface DeclaredPlace {
  /** The name, where the entry is one name exactly: then it may also be erased where the page does not see it. */
  readonly name: string | undefined
  matches(this: void, name: string): boolean
  /** What it says; nothing where it is a pattern alone. */
  readonly place: Place | undefined
  readonly httpOnly: boolean
}

/** Where a declaration says, by `consent.once`, that cookies live, entry by entry, in the order declared. */
export function placesIn({ categories }: Consent): DeclaredPlace[] {
  return cookiesIn(categories).map((entry) => {
    const pattern = patternOf(entry)
    const { rank, matches } = compilePattern(pattern)
    // Neither a text nor a RegExp has attributes.
    const {
      domain,
      path,
      partitioned,
      httpOnly = false,
    } = (isDefinition(entry) ? entry.options : entry) as CookieAttributes
    return {
      name: rank === Infinity ? String(pattern) : undefined,
      matches,
      place: pattern === entry ? undefined : { domain, path, partitioned },
      httpOnly,
    }
  })
}

/** Where the declaration says that a cookie may be; nothing where it does not say. */
export function declaredPlaces(name: string, consent: Consent): Place[] {
  return consent.once(placesIn).flatMap(({ matches, place }) => (place && matches(name) ? [place] : []))
}

/** Where to delete a cookie: where it is declared to be, the record and its signature too, else on the host and the path `/`. */
export function placesOf(name: string, consent: Consent | undefined): readonly Place[] {
  if (consent && isOwnCookie(consent, name)) return [{ domain: consent.cookie.domain, path: consent.cookie.path }]
  const places = consent ? declaredPlaces(name, consent) : []
  return places.length ? places : [{}]
}

/** Two places are the same when their keys are. */
export function placeKey({ domain = '', path = '/', partitioned = false }: Place): string {
  return `${bareDomain(domain)} ${path} ${String(partitioned)}`
}
