/** Whether a cookie with a path is sent with a request for another: the path-match of RFC 6265bis §5.1.4. */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (!requestPath.startsWith(cookiePath)) return false
  return requestPath.length === cookiePath.length || cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/'
}

/** The path that a cookie gets without a Path attribute: the folder of the request. RFC 6265bis §5.1.4. */
export function defaultPath(requestPath: string): string {
  return requestPath.startsWith('/') ? requestPath.slice(0, requestPath.lastIndexOf('/')) || '/' : '/'
}

/**
 * Whether a host is a domain or lies below it, both in lower case: the domain-match of RFC 6265bis §5.1.3. An address
 * matches only itself.
 */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host))
}
