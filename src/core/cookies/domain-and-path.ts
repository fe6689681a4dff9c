import { MAX_ATTRIBUTE_VALUE_BYTES } from './limits.js'

/** The most characters of a host. A longer text is no host. RFC 1035 §2.3.4. */
export const MAX_HOST_LENGTH = 253

/** Whether a host is the machine that the browser runs on: Chromium and Firefox take it for secure. */
export function isLoopback(host = ''): boolean {
  return /^(?:(?:.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(host)
}

/** A domain as browsers compare it: one leading dot is ignored, and case. RFC 6265bis §5.6.3. */
export function bareDomain(domain: string): string {
  return domain.replace(/^\./, '').toLowerCase()
}

/** Whether a text can be a domain or an address at all: no scheme, port, path or empty label. Underscores are in use. */
export function isDomain(text: string): boolean {
  return /^(?:[\w-]{1,63}(?:\.[\w-]{1,63})*|\[[\da-f:.]+\])$/i.test(text)
}

/** Whether browsers take a text for a Path, and nothing in it ends the attribute. RFC 6265bis §5.6.4. */
export function isPath(text: string): boolean {
  return /^\/[^;\p{Cc}]*$/u.test(text)
}

/**
 * Whether a host is a domain or lies below it, both in lower case: the domain-match of RFC 6265bis §5.1.3. An address
 * matches only itself.
 */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !isAddress(host))
}

/** Whether a cookie with a path is sent with a request for another: the path-match of RFC 6265bis §5.1.4. */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  return requestPath === cookiePath || requestPath.startsWith(cookiePath.replace(/\/?$/, '/'))
}

/** The path that a cookie gets without a Path attribute: the folder of the request. RFC 6265bis §5.1.4. */
export function defaultPath(requestPath: string): string {
  return requestPath.startsWith('/') ? requestPath.slice(0, requestPath.lastIndexOf('/')) || '/' : '/'
}

/**
 * The host itself and the domains above it, as `Domain` attributes; none of an address and of a single label. Those that
 * are public suffixes a browser refuses.
 */
export function domainsOf(host: string): string[] {
  if (host.length > MAX_HOST_LENGTH || isAddress(host)) return []
  const labels = host.split('.')
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'))
}

/**
 * Every path of a cookie that is sent with a request for this one: of `/a/b`, `/`, `/a/b`, `/a` and `/a/`. Without those
 * that are too long for a browser to keep.
 */
export function pathsOf(requestPath: string): string[] {
  const pathname = requestPath.slice(0, MAX_ATTRIBUTE_VALUE_BYTES)
  const parts = pathname.split('/')
  const folders = parts.map((_, i) => parts.slice(0, i).join('/'))
  const paths = ['/', pathname, ...folders.flatMap((folder) => [folder, `${folder}/`])]
  return [...new Set(paths)].filter(isPath) // no cookie can have a path with a semicolon
}

function isAddress(host: string): boolean {
  return /^\[|^[\d.]+$/.test(host)
}
