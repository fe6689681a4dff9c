import { isSameHost, parseUrl, type Target } from './target.js'

/**
 * Whether a request that changes something was made by a page of this site, or of one of the other `origins`.
 *
 * `Sec-Fetch-Site` decides where the browser sends it, as it sees through proxies; then `Origin`, then `Referer`. Without
 * any of them, as an old browser or a program sends it, the request counts as foreign.
 */
export function isOwnRequest({ headers }: Request, target: Target, origins: readonly string[]): boolean {
  const origin = headers.get('origin')
  if (origin !== null && origins.includes(origin)) return true
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const from = parseUrl(origin ?? headers.get('referer'))
  return from !== undefined && isSameHost(from, target)
}
