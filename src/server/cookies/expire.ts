import { isStorableName } from '../../core/cookies/cookie-name.js'
import { deletionOf, type Place } from '../../core/cookies/deletion.js'
import { bareDomain, domainsOf, isPath, pathsOf } from '../../core/cookies/domain-and-path.js'
import { maySet } from '../../core/cookies/scope.js'
import { stringifySetCookie } from '../../core/cookies/stringify-set-cookie.js'

/** Writes the line that deletes a cookie in one place. Gives `undefined` if no browser can hold the cookie there. */
export function expire(name: string, place: Place, isSecure: boolean): string | undefined {
  const attributes = deletionOf(name, place, isSecure)
  const { domain = '', path = '/' } = attributes
  const held = { ...attributes, domain: bareDomain(domain) }
  // The server knows its host only from the request, so the browser judges the domain.
  if (!isStorableName(name) || !isPath(path) || maySet(name, held, { host: held.domain }).may === 'no') return
  // Browsers hold names that are not tokens, so the name bypasses the grammar for servers (RFC 6265bis §4.1.1).
  return `${name}${stringifySetCookie('_', '', attributes).slice(1)}`
}

/** The most domains, and the most paths, that are tried. A visitor chooses path and host, and could make them long. */
const MAX_PLACES = 8

/** Lists the domains of a host where a cookie may be. A deep host keeps those nearest to the site. */
export function domainsAt(host: string): string[] {
  return domainsOf(host.replace(/:\d+$/, '')).slice(-MAX_PLACES)
}

/** Lists the paths where a cookie may be. A deep path keeps those nearest to the root. */
export function pathsAt(pathname: string): string[] {
  return pathsOf(pathname).slice(0, MAX_PLACES)
}
