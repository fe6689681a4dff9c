/**
 * Whether a host is a domain or lies below it, both in lower case: the domain-match of RFC 6265bis §5.1.3. An address
 * matches only itself.
 */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host))
}
