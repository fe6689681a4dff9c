import { isStorableName } from '../../core/cookies/cookie-name.js'
import { deletionOf, type Place } from '../../core/cookies/deletion.js'
import { bareDomain, domainsOf, isPath, pathsOf } from '../../core/cookies/domain-and-path.js'
import { maySet } from '../../core/cookies/scope.js'
import { stringifySetCookie } from '../../core/cookies/stringify-set-cookie.js'

/** The line that deletes a cookie in one place; `undefined` where no browser can hold it there. */
export function expire(name: string, place: Place, isSecure: boolean): string | undefined {
  const attributes = deletionOf(name, place, isSecure)
  const { domain = '', path = '/' } = attributes
  const held = { ...attributes, domain: bareDomain(domain) }
  // Which host this is, a server knows only from the visitor: the browser judges the domain.
  if (!isStorableName(name) || !isPath(path) || maySet(name, held, { host: held.domain }).may === 'no') return
  // The name is not written by the grammar for servers: browsers hold names that are none of its tokens.
  return `${name}${stringifySetCookie('_', '', attributes).slice(1)}`
}

/** A visitor chooses path and host, and could make them long. Sites are not that deep. */
const MAX_PLACES = 8

/** The domains of a request's host where a cookie may be, those nearest to the site where it is deep. */
export function domainsAt(host: string): string[] {
  return domainsOf(host.replace(/:\d+$/, '')).slice(-MAX_PLACES)
}

/** The paths of a request where a cookie may be, those nearest to the root where it is deep. */
export function pathsAt(pathname: string): string[] {
  return pathsOf(pathname).slice(0, MAX_PLACES)
}
