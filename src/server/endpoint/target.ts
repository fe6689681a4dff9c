import type { HeaderSource } from '../../core/decision/read-request.js'

/** Where a request was sent, as the visitor's browser sees it. */
export interface Target {
  /** With the port, where it is not the scheme's own. */
  readonly host: string
  readonly pathname: string
  /** `undefined` where only a proxy knows: behind one that ends TLS, `Request.url` says http. */
  readonly scheme: 'https:' | 'http:' | undefined
}

export function targetOf(
  { url, headers }: { readonly url: string; readonly headers: HeaderSource },
  trustProxy: boolean,
): Target {
  const { host, pathname, protocol } = new URL(url)
  const forwarded = (name: string): string => (trustProxy && headers.get(name)?.split(',')[0]?.trim()) || ''
  const proto = `${forwarded('x-forwarded-proto').toLowerCase()}:`
  const scheme = proto === 'https:' || proto === 'http:' ? proto : protocol === 'https:' ? protocol : undefined
  // What the browser asked for: some servers, Next.js among them, write a name of their own into the URL.
  const asked = forwarded('x-forwarded-host') || headers.get('host') || host
  return { host: parseUrl(`${scheme ?? 'http:'}//${asked}`)?.host || host, pathname, scheme }
}

/** Whether a URL from outside, such as an `Origin`, is one of the site that a request was sent to. */
export function isSameHost(url: URL, { host, scheme }: Target): boolean {
  if (!/^https?:$/.test(url.protocol) || (scheme && scheme !== url.protocol)) return false
  return parseUrl(`${url.protocol}//${host}`)?.host === url.host // one way to write the scheme's own port
}

export function parseUrl(text: string | null): URL | undefined {
  return text !== null && URL.canParse(text) ? new URL(text) : undefined
}

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

/** Browsers cut a longer Referer to its origin. */
const MAX_PATH_LENGTH = 4096

/**
 * Where a form's visitor goes back to: the page that holds the form, as a path, so that it cannot be another site.
 */
export function returnPathOf({ headers }: Request, target: Target, otherwise: string): string {
  const url = parseUrl(headers.get('referer'))
  if (!url || !isSameHost(url, target) || url.pathname === target.pathname) return otherwise
  const path = url.pathname + url.search
  return isPath(path) && path.length <= MAX_PATH_LENGTH ? path : otherwise
}

/** Whether a text is a path of this site: `//host` and `/\host` are other sites to a browser. */
export function isPath(text: string): boolean {
  return /^\/(?![/\\])[!-~]*$/.test(text)
}
