import type { CookieAttributes } from './attributes.js'
import { isStorableName } from './cookie-name.js'
import { bareDomain, domainsOf, isLoopback, isPath, pathsOf } from './domain-and-path.js'
import { maySet, promisesOf, type Site } from './scope.js'

/** Where a browser keeps a cookie: a deletion needs the same. RFC 6265bis §5.7. */
export type Place = Pick<CookieAttributes, 'domain' | 'path' | 'partitioned'>

/**
 * The attributes that a deletion carries to be accepted: those that the cookie is found by, and those that its prefix
 * and a frame on another site need (RFC 6265bis §5.7). Without `isSecure`, only what cannot do without is Secure.
 */
export function deletionOf(
  name: string,
  { domain, path = '/', partitioned }: Place,
  isSecure: boolean | undefined,
): CookieAttributes {
  const promised = promisesOf(name)
  const secure = isSecure || partitioned || promised.secure
  // SameSite=None is accepted from every frame, and needs Secure. Without Secure, no SameSite at all is accepted most widely.
  const sameSite = secure ? 'none' : undefined
  return { domain, path, maxAge: 0, secure, httpOnly: promised.httpOnly, sameSite, partitioned }
}

/**
 * The deletions of a cookie in these places that a site should try: none where no browser takes one from it. Over http
 * only the browser's own machine is trusted with Secure; there it takes either kind.
 */
export function deletionsOf(name: string, places: readonly Place[], site: Site): CookieAttributes[] {
  const { isSecure, host } = site
  const kinds = isSecure ? [true] : isLoopback(host) ? [false, true] : [false]
  return places
    .flatMap((place) => kinds.map((kind) => deletionOf(name, place, kind)))
    .filter(({ domain = '', path = '/', ...rest }) => {
      const attributes = { ...rest, path, domain: bareDomain(domain) }
      return isStorableName(name) && isPath(path) && maySet(name, attributes, site).may !== 'no'
    })
}

/** Every place of a cookie that a site may be sent: on each domain above, on each path above, partitioned and not. */
export function placesAround({ host = '', paths = [] }: Site): Place[] {
  const domains = [undefined, ...domainsOf(host)]
  const all = [...new Set(paths.flatMap(pathsOf))]
  return domains.flatMap((domain) =>
    all.flatMap((path) => [false, true].map((partitioned) => ({ domain, path, partitioned }))),
  )
}
