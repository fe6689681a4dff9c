import type { CookieAttributes } from './attributes.js'
import { bareDomain, domainMatches, isDomain, isLoopback, pathMatches } from './domain-and-path.js'

/** The page or host that asks. What is left out is not known. */
export interface Site {
  /** Its host in lower case, without a port. */
  readonly host?: string | undefined
  /** Its paths. After `pushState` a browser may go by the path that the page came by, or by the new one. */
  readonly paths?: readonly string[] | undefined
  /** Whether it came by https. */
  readonly isSecure?: boolean | undefined
  /** Whether a script asks, which neither sets nor reads HttpOnly cookies. */
  readonly isScript?: boolean | undefined
}

/** Why a browser drops a cookie for its scope; the codes of `checkSetCookie`, and `http-only-from-script`. */
export type ScopeRefusal =
  | 'host-http-prefix'
  | 'host-prefix'
  | 'http-prefix'
  | 'secure-prefix'
  | 'http-only-from-script'
  | 'same-site-none-without-secure'
  | 'partitioned-without-secure'
  | 'secure-over-http'
  | 'domain-not-ascii'
  | 'domain-invalid'
  | 'domain-public-suffix'
  | 'domain-mismatch'

/** Whether a site may do something with a cookie, and why not, or why only the browser knows. */
export type ScopeAnswer =
  | { readonly may: 'yes' }
  | { readonly may: 'no'; readonly reason: ScopeRefusal | 'path-elsewhere' }
  | { readonly may: 'unknown'; readonly reason: 'public-suffix' | 'loopback' | 'site' | 'path-elsewhere' }

/** Whether a site may set a cookie with these attributes; `domain` is written without its leading dot. */
export function maySet(name: string, attributes: CookieAttributes, site: Site = {}): ScopeAnswer {
  const [reason] = [...conflictsOf(name, attributes), ...refusalsBy(attributes, site)]
  if (reason) return { may: 'no', reason }
  const { domain, secure } = attributes
  if (secure && !site.isSecure) return { may: 'unknown', reason: site.isSecure === false ? 'loopback' : 'site' }
  if (!domain || domain === site.host) return { may: 'yes' }
  return { may: 'unknown', reason: site.host ? 'public-suffix' : 'site' }
}

/** Whether a site is sent a cookie, and so can read it. RFC 6265bis §5.1.3 and §5.1.4. */
export function mayRead(place: Pick<CookieAttributes, 'domain' | 'path'>, site: Site): ScopeAnswer {
  if (isForeign(place, site)) return { may: 'no', reason: 'domain-mismatch' }
  const { path = '/' } = place
  if (isSentTo(place, site)) return { may: 'yes' }
  return { may: site.paths?.some((one) => pathMatches(one, path)) ? 'unknown' : 'no', reason: 'path-elsewhere' }
}

/** Whether a cookie has a domain that the host of a site does not belong to. */
export function isForeign({ domain }: Pick<CookieAttributes, 'domain'>, { host }: Site): boolean {
  return !!domain && !!host && !domainMatches(host, bareDomain(domain))
}

/** Whether a cookie with this path is sent to every path that a site goes by. */
export function isSentTo({ path = '/' }: Pick<CookieAttributes, 'path'>, { paths = [] }: Site): boolean {
  return paths.every((one) => pathMatches(one, path))
}

/** What the prefix of a name promises; browsers match it without case. RFC 6265bis §5.4, layered cookies §4.1.3. */
export function promisesOf(name: string): {
  readonly secure: boolean
  readonly httpOnly: boolean
  /** Path=/ and no Domain. */
  readonly hostOnly: boolean
} {
  const [, host, kind] = /^__(host-)?(http-|secure-)?/i.exec(name) ?? []
  return { secure: !!(host ?? kind), httpOnly: kind?.length === 5, hostOnly: !!host }
}

/**
 * What every browser drops a cookie for, whoever sets it, because its name and its attributes contradict each other: the
 * prefix, SameSite=None, Partitioned. Pages need no reasons, so only {@link conflictsOf} names them.
 */
function contradictionsOf(name: string, attributes: CookieAttributes): readonly boolean[] {
  const { secure, httpOnly, sameSite, partitioned, domain, path } = attributes
  const promised = promisesOf(name)
  return [
    (promised.secure && !secure) ||
      (promised.httpOnly && !httpOnly) ||
      (promised.hostOnly && (!!domain || path !== '/')),
    sameSite === 'none' && !secure,
    !!partitioned && !secure,
  ]
}

/** Whether every browser drops a cookie, whoever sets it: its name and its attributes contradict each other. */
export function isContradictory(name: string, attributes: CookieAttributes): boolean {
  return contradictionsOf(name, attributes).includes(true)
}

/** Why every browser drops a cookie, whoever sets it. */
export function conflictsOf(name: string, attributes: CookieAttributes): ScopeRefusal[] {
  const { httpOnly, hostOnly } = promisesOf(name)
  const host = httpOnly ? 'host-http-prefix' : 'host-prefix'
  const prefix = hostOnly ? host : httpOnly ? 'http-prefix' : 'secure-prefix'
  const reasons = [prefix, 'same-site-none-without-secure', 'partitioned-without-secure'] as const
  const found = contradictionsOf(name, attributes)
  return reasons.filter((_, i) => found[i])
}

/** Why a browser drops a cookie of this site, that another site might set. */
export function refusalsBy({ domain, secure, httpOnly }: CookieAttributes, site: Site): ScopeRefusal[] {
  const { host, isSecure, isScript } = site
  const reasons: ScopeRefusal[] = []
  if (httpOnly && isScript) reasons.push('http-only-from-script')
  if (secure && isSecure === false && !isLoopback(host)) reasons.push('secure-over-http')
  const reason = domain && refusalOfDomain(domain, host)
  if (reason) reasons.push(reason)
  return reasons
}

function refusalOfDomain(domain: string, host: string | undefined): ScopeRefusal | undefined {
  if (/[\x80-\uffff]/.test(domain)) return 'domain-not-ascii'
  if (!isDomain(domain)) return 'domain-invalid'
  // A host that is a public suffix itself may name itself, and gets a host-only cookie (§5.7).
  if (!domain.includes('.')) return domain === (host ?? 'localhost') ? undefined : 'domain-public-suffix'
  return host && !domainMatches(host, domain) ? 'domain-mismatch' : undefined
}
