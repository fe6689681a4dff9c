import type { Categories, Granted, Owner } from './consent.js'
import type { Declarations, Pattern } from './config.js'
import { compilePattern, type Matcher } from './pattern.js'

/** Who declares a name: the longest match, or all of them where several match alike. */
export type FindOwners = (name: string) => readonly Owner[]

/**
 * Compiles what the categories and services of a declaration list, once. A name is looked up by its beginnings, not
 * compared with every pattern.
 */
export function compileOwners(
  categories: Categories,
  patternsOf: (declarations: Declarations) => readonly Pattern[] | undefined,
): FindOwners {
  const exact = new Map<string, Owner[]>()
  // By the text before the first star; none of a RegExp.
  const heads = new Map<string, (Matcher & { readonly owner: Owner })[]>()
  for (const [category, own] of Object.entries(categories))
    for (const [service, declarations] of [[undefined, own] as const, ...Object.entries(own.services ?? {})])
      for (const pattern of patternsOf(declarations) ?? []) {
        const owner = { category, service }
        const [head = '', ...stars] = typeof pattern === 'string' ? pattern.split('*') : ['', '']
        if (stars.length) heads.set(head, [...(heads.get(head) ?? []), { ...compilePattern(pattern), owner }])
        else exact.set(head, [...(exact.get(head) ?? []), owner])
      }
  const lengths = [...new Set([...heads.keys()].map((head) => head.length))]
  return (name) => {
    const owners = exact.get(name)
    if (owners) return owners
    let best: (Matcher & { readonly owner: Owner })[] = []
    for (const length of lengths)
      if (length <= name.length)
        for (const rule of heads.get(name.slice(0, length)) ?? []) {
          const rank = best[0]?.rank ?? -1
          if (rule.rank >= rank && rule.matches(name)) best = rule.rank > rank ? [rule] : [...best, rule]
        }
    return best.map(({ owner }) => owner)
  }
}

/** An address, as {@link FindUrlOwners} is asked: `host` may have a port, `path` begins with a slash and has the query. */
export interface Address {
  readonly host: string
  readonly path: string
  /** Whether it is of this site, so that the patterns which begin with a slash count. */
  readonly isOwn: boolean
}

/** Who declares an address: the nearest host decides, then the longest path; all of them where several match alike. */
export type FindUrlOwners = (address: Address) => readonly Owner[]

/**
 * Compiles the `urls` of a declaration, once. A path of this site comes before its host, a host before all below a
 * domain, a RegExp last. A pattern without a port means every port.
 */
export function compileUrls(categories: Categories): FindUrlOwners {
  const hosts = new Set<string>()
  // No star stands before the path, so none matches over the end of a host.
  const ownersOfText = compileOwners(categories, ({ urls }) =>
    urls?.filter(isText).map((pattern) => {
      const slash = `${pattern}/`.indexOf('/')
      const host = pattern.slice(0, slash).replace('*', '').toLowerCase()
      hosts.add(host)
      return `${host}${pattern.slice(slash) || '/'}*`
    }),
  )
  const ownersByRegExp = compileOwners(categories, ({ urls }) => urls?.filter((pattern) => !isText(pattern)))
  return ({ host, path, isOwn }) => {
    const name = host.replace(/\.?(:\d+)?$/, '')
    const places = [...(isOwn ? [''] : []), host, name, `.${name}`]
    for (const { index } of name.matchAll(/\./g)) places.push(name.slice(index))
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

/** Whether a grant covers this owner: a required category always, a service only with its category. */
export function isPermitted({ category, service }: Owner, categories: Categories, grant: Granted): boolean {
  return (
    categories[category]?.required === true ||
    (grant.categories.includes(category) && (!service || grant.services.includes(service)))
  )
}

/** Whether a grant forbids what these own. What nobody declares is not, nor what a required category claims, too. */
export function isForbidden(owners: readonly Owner[], categories: Categories, grant: Granted): boolean {
  return (
    !owners.every((owner) => isPermitted(owner, categories, grant)) &&
    !owners.some(({ category }) => categories[category]?.required)
  )
}
