import type { CookieAttributes } from '../core/cookies/attributes.js'
import { needsHttpOnly, needsSecure } from '../core/cookies/prefixes.js'
import { stringifySetCookie } from '../core/cookies/stringify-set-cookie.js'

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
