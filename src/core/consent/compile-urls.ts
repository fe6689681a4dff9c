import type { Categories, Owner } from './consent.js'
import { compileOwners } from './compile-owners.js'
import type { Pattern } from './config.js'

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
