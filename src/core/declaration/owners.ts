import type { Categories, Consent, Granted, Owner } from './consent.js'
import type { CookieDeclaration, Declarations, Pattern } from './config.js'
import { indexPatterns, type Rule } from './pattern.js'

/** Finds the owners of a name: the best match, or all of them if several match equally. */
export type FindOwners = (name: string) => readonly Owner[]

/** Compiles the patterns of the categories and services of a declaration. */
export function compileOwners(
  categories: Categories,
  patternsOf: (declarations: Declarations) => readonly Pattern[] | undefined,
): FindOwners {
  const find = indexPatterns(
    declarationsIn(categories).flatMap(([owner, declared]) =>
      (patternsOf(declared) ?? []).map((pattern) => [pattern, owner] as const),
    ),
  )
  return (name) => {
    let best: Rule<Owner>[] = []
    for (const rule of find(name)) {
      const rank = best[0]?.rank ?? -1
      if (rule.rank >= rank && rule.matches(name)) best = rule.rank > rank ? [rule] : [...best, rule]
    }
    return best.map(({ item }) => item)
  }
}

/** Lists what categories and their services declare, each with its owner. */
export function declarationsIn(categories: Categories): (readonly [Owner, Declarations])[] {
  return Object.entries(categories).flatMap(([category, declared]) =>
    [[undefined, declared] as const, ...Object.entries(declared.services ?? {})].map(
      ([service, declarations]) => [{ category, service }, declarations] as const,
    ),
  )
}

/** Lists the cookies that categories and their services declare. */
export function cookiesIn(categories: Categories): CookieDeclaration[] {
  return declarationsIn(categories).flatMap(([, { cookies = [] }]) => cookies)
}

/** Finds the owners of a key of web storage, or of the name of a database or a cache: `consent.once(keyOwners)`. */
export function keyOwners({ categories }: Pick<Consent, 'categories'>): FindOwners {
  return compileOwners(categories, ({ storage }) => storage)
}

/** The address that {@link FindUrlOwners} looks up. `host` may have a port. `path` begins with a slash and includes the query. */
export interface Address {
  readonly host: string
  readonly path: string
  /** Whether the address is on this site, so that patterns which begin with a slash apply. */
  readonly isOwn: boolean
}

/** Finds the owners of an address: the nearest host wins, then the longest path. Gives all of them if several match equally. */
export type FindUrlOwners = (address: Address) => readonly Owner[]

/**
 * Compiles the `urls` of a declaration. A path of this site wins over its host, a host over a domain with its subdomains,
 * and a RegExp comes last. A pattern without a port matches every port.
 */
export function compileUrls(categories: Categories): FindUrlOwners {
  const hosts = new Set<string>()
  // Stars occur only in the path, so none matches past the end of a host.
  const ownersOfText = compileOwners(categories, ({ urls }) =>
    urls?.filter(isText).map((pattern) => {
      const slash = `${pattern}/`.indexOf('/')
      const host = pattern.slice(0, slash).replace('*', '').toLowerCase()
      hosts.add(host)
      return `${host}${pattern.slice(slash) || '/'}*`
    }),
  )
  const ownersByRegExp = compileOwners(categories, ({ urls }) => urls?.filter((pattern) => !isText(pattern)))
  const longest = Math.max(0, ...[...hosts].map(({ length }) => length))
  return ({ host, path, isOwn }) => {
    const name = host.replace(/\.?(:\d+)?$/, '')
    const places = [...(isOwn ? [''] : []), host, name, `.${name}`]
    // No declared host is longer than this, so the time grows with the length of the name alone.
    const end = name.slice(Math.max(0, name.length - longest))
    for (const { index } of end.matchAll(/\./g)) places.push(end.slice(index))
    for (const place of places) {
      const owners = hosts.has(place) ? ownersOfText(place + path) : []
      if (owners.length) return owners
    }
    return ownersByRegExp(name + path)
  }
}

function isText(pattern: Pattern): pattern is string {
  return typeof pattern === 'string'
}

/** Whether a grant permits this owner. A required category is always permitted, a service only with its category. */
export function isPermitted({ category, service }: Owner, categories: Categories, grant: Granted): boolean {
  return (
    categories[category]?.required === true ||
    (grant.categories.includes(category) && (!service || grant.services.includes(service)))
  )
}

/** Whether a grant forbids what these owners declare. Undeclared items, and those that a required category also declares, are not forbidden. */
export function isForbidden(owners: readonly Owner[], categories: Categories, grant: Granted): boolean {
  return (
    !owners.every((owner) => isPermitted(owner, categories, grant)) &&
    !owners.some(({ category }) => categories[category]?.required)
  )
}
