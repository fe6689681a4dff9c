import type { CookieAttributes } from '../../core/cookies/attributes.js'

/**
 * Whether a page of these paths would be sent, and can so read back, a cookie of that path and domain (RFC 6265bis
 * §5.1.3, §5.1.4).
 */
export function isReadable(
  { path = '/', domain }: Pick<CookieAttributes, 'path' | 'domain'>,
  pathnames: readonly string[],
): boolean {
  const host = domain?.replace(/^\./, '').toLowerCase()
  const isBelow = (pathname: string): boolean =>
    path.endsWith('/') ? pathname.startsWith(path) : `${pathname}/`.startsWith(`${path}/`)
  return pathnames.every(isBelow) && (!host || `.${location.hostname}`.endsWith(`.${host}`))
}

/** Every path that can hold a cookie of a page of these paths: of `/a/b`, `/`, `/a`, `/a/` and so on. */
export function ancestorPaths(pathnames: readonly string[]): Set<string> {
  const paths = new Set(['/'])
  for (const pathname of pathnames)
    for (const { index } of `${pathname}/`.matchAll(/\//g))
      if (index) paths.add(pathname.slice(0, index)).add(`${pathname.slice(0, index)}/`)
  return paths
}

/** The host and its parents, as `Domain` attributes: which of them a browser takes, it knows best. */
export function parentDomains(): string[] {
  const labels = location.hostname.split('.')
  return labels.map((_, i) => labels.slice(i).join('.'))
}
