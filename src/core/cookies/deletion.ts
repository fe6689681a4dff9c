import type { CookieAttributes } from './attributes.js'
import { domainsOf, pathsOf } from './domain-and-path.js'
import { promisesOf, type Site } from './scope.js'

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

/** Every place of a cookie that a site may be sent: on each domain above, on each path above, partitioned and not. */
export function placesAround({ host = '', paths = [] }: Site): Place[] {
  const domains = [undefined, ...domainsOf(host)]
  const all = [...new Set(paths.flatMap(pathsOf))]
  return domains.flatMap((domain) =>
    all.flatMap((path) => [false, true].map((partitioned) => ({ domain, path, partitioned }))),
  )
}
