import type { CookieDeclaration, CookieEntry } from '../core/consent/config.js'
import { isDefinition, patternOf, type Consent } from '../core/consent/consent.js'
import { cookiesOf } from '../core/consent/cookies-of.js'
import { compilePattern } from '../core/consent/pattern.js'
import { signatureName } from './consent-signature.js'
import type { Place } from './places.js'

const known = new WeakMap<Consent, (name: string) => readonly Place[]>()

/** Where the declaration says that a cookie may be; nothing where it does not say. */
export function declaredPlaces(name: string, consent: Consent): readonly Place[] {
  let find = known.get(consent)
  if (!find) known.set(consent, (find = compile(consent)))
  return find(name)
}

/** Where to delete a cookie: where it is declared to be, the record and its signature too, else on the host and the path `/`. */
export function placesOf(name: string, consent: Consent | undefined): readonly Place[] {
  if (consent && [consent.cookie.name, signatureName(consent.cookie.name)].includes(name))
    return [{ domain: consent.cookie.domain, path: consent.cookie.path }]
  const places = consent ? declaredPlaces(name, consent) : []
  return places.length ? places : [{}]
}

function compile({ ids, categories }: Consent): (name: string) => readonly Place[] {
  const rules = ids
    .flatMap((id) => cookiesOf(categories[id]))
    .flatMap((entry) => {
      const place = placeOf(entry)
      return place ? [{ ...compilePattern(patternOf(entry)), place }] : []
    })
  return (name) => rules.filter((rule) => rule.matches(name)).map(({ place }) => place)
}

function placeOf(entry: CookieDeclaration): Place | undefined {
  if (typeof entry === 'string' || entry instanceof RegExp) return
  const { domain, path, partitioned }: Place = isDefinition(entry) ? entry.options : (entry satisfies CookieEntry)
  return { domain, path, partitioned }
}
