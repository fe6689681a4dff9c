import { type CookieAttributes, needsHttpOnly, needsSecure } from '../../core/cookies/attributes.js'
import { stringifySetCookie } from '../../core/cookies/stringify-set-cookie.js'
import type { CookieDeclaration, CookieEntry } from '../../core/declaration/config.js'
import { cookiesOf, isDefinition, isOwnCookie, patternOf, type Consent } from '../../core/declaration/consent.js'
import { compilePattern } from '../../core/declaration/pattern.js'

/** Where a browser keeps a cookie: deleting needs the same. RFC 6265bis §5.7. */
export type Place = Pick<CookieAttributes, 'domain' | 'path' | 'partitioned'>

/** The line that deletes a cookie in one place; `undefined` where no browser can hold it there. */
export function expire(name: string, { domain, path = '/', partitioned }: Place): string | undefined {
  // Control characters no browser takes and Node refuses to write; what ends a name would begin attributes.
  if (!/^[ -:<>-~\x80-\uffff]+$/.test(name)) return
  if (/^__host-/i.test(name) && (domain || path !== '/')) return
  const secure = partitioned || needsSecure(name)
  const httpOnly = needsHttpOnly(name)
  // The name is not written by the grammar for servers: browsers hold names that are none of its tokens.
  return `${name}${stringifySetCookie('_', '', { domain, path, maxAge: 0, secure, httpOnly, partitioned }).slice(1)}`
}

/** Two of these are the same place when their texts are. */
export function placeKey({ domain = '', path = '/', partitioned = false }: Place): string {
  return `${domain.replace(/^\./, '').toLowerCase()} ${path} ${String(partitioned)}`
}

/** A visitor chooses path and host, and could make them long. Sites are not that deep. */
const MAX_PLACES = 8

/**
 * The host itself and the domains above it, as `Domain` attributes; none of an address and of a single label. Those that
 * are public suffixes a browser refuses.
 */
export function domainsOf(host: string): string[] {
  const name = host.replace(/:\d+$/, '')
  const labels = name.split('.')
  if (name.startsWith('[') || /^[\d.]+$/.test(name)) return []
  const domains = labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'))
  return domains.slice(-MAX_PLACES)
}

/** Every path of a cookie that is sent with a request for this one: of `/api/consent`, `/`, `/api`, `/api/` and itself. */
export function pathsOf(pathname: string): string[] {
  const paths = new Set(['/', pathname])
  for (const { index } of pathname.slice(0, 1024).matchAll(/(?<=.)\//g))
    paths.add(pathname.slice(0, index)).add(pathname.slice(0, index + 1))
  return [...paths].filter((path) => !path.includes(';')).slice(0, MAX_PLACES)
}

const known = new WeakMap<Consent, (name: string) => readonly Place[]>()

/** Where the declaration says that a cookie may be; nothing where it does not say. */
export function declaredPlaces(name: string, consent: Consent): readonly Place[] {
  let find = known.get(consent)
  if (!find) known.set(consent, (find = compile(consent)))
  return find(name)
}

/** Where to delete a cookie: where it is declared to be, the record and its signature too, else on the host and the path `/`. */
export function placesOf(name: string, consent: Consent | undefined): readonly Place[] {
  if (consent && isOwnCookie(consent, name)) return [{ domain: consent.cookie.domain, path: consent.cookie.path }]
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
