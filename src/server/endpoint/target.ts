import { MAX_HOST_LENGTH } from '../../core/cookies/domain-and-path.js'
import type { HeaderSource } from '../../core/decision/read-request.js'

/** The URL of a request, as the visitor's browser sees it. */
export interface Target {
  /** The host, with its port unless that is the default port of the scheme. */
  readonly host: string
  readonly pathname: string
  /** The scheme; `undefined` if only a proxy knows it. Behind a proxy that ends TLS, `Request.url` says http. */
  readonly scheme: 'https:' | 'http:' | undefined
}

/** Gives the URL of a request; `undefined` if the host that it names is longer than a host can be. */
export function targetOf(
  { url, headers }: { readonly url: string; readonly headers: HeaderSource },
  trustProxy: boolean,
): Target | undefined {
  const { host, pathname, protocol } = new URL(url)
  const forwarded = (name: string): string => (trustProxy && headers.get(name)?.split(',')[0]?.trim()) || ''
  const proto = `${forwarded('x-forwarded-proto').toLowerCase()}:`
  const scheme = proto === 'https:' || proto === 'http:' ? proto : protocol === 'https:' ? protocol : undefined
  // The Host header is what the browser asked for. Some servers, such as Next.js, write their own name into the URL.
  const asked = forwarded('x-forwarded-host') || headers.get('host') || host
  if (!mayBeHost(asked)) return undefined
  return { host: parseUrl(`${scheme ?? 'http:'}//${asked}`)?.host || host, pathname, scheme }
}

/** Whether a text, with or without a port, is short enough for a host. */
export function mayBeHost(text: string): boolean {
  return text.replace(/:\d*$/, '').length <= MAX_HOST_LENGTH
}

/** Whether a URL from outside, such as an `Origin`, is on the site that a request was sent to. */
function isSameHost(url: URL, { host, scheme }: Target): boolean {
  if (!/^https?:$/.test(url.protocol) || (scheme && scheme !== url.protocol)) return false
  return parseUrl(`${url.protocol}//${host}`)?.host === url.host // parsing removes the scheme's default port
}

/** Reads a URL from outside. Gives `undefined` if it is invalid, or if its host is longer than a host can be. */
export function parseUrl(text: string | null): URL | undefined {
  const [, host = ''] = /^\w+:\/\/([^/\\?#]*)/.exec(text ?? '') ?? []
  if (text === null || !mayBeHost(host) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return mayBeHost(url.hostname) ? url : undefined
}

/**
 * Whether a page of this site, or of one of the other `origins`, made a request.
 *
 * `Sec-Fetch-Site` decides if the browser sends it, because proxies do not change it. Otherwise `Origin` decides, then
 * `Referer`. A request without any of them, from an old browser or a program, counts as foreign.
 */
export function isOwnRequest({ headers }: Request, target: Target, origins: readonly string[]): boolean {
  const origin = headers.get('origin')
  if (origin !== null && origins.includes(origin)) return true
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const from = parseUrl(origin ?? headers.get('referer'))
  return from !== undefined && isSameHost(from, target)
}

/** The longest path that is used. Browsers cut a longer Referer to its origin. */
const MAX_PATH_LENGTH = 4096

/**
 * Gives the path of the page that holds the form, where the visitor returns. A path cannot lead to another site.
 */
export function returnPathOf({ headers }: Request, target: Target, otherwise: string): string {
  const url = parseUrl(headers.get('referer'))
  if (!url || !isSameHost(url, target) || url.pathname === target.pathname) return otherwise
  const path = url.pathname + url.search
  return isPath(path) && path.length <= MAX_PATH_LENGTH ? path : otherwise
}

/** Whether a text is a path of this site. `//host` and `/\host` lead browsers to another site. */
export function isPath(text: string): boolean {
  return /^\/(?![/\\])[!-~]*$/.test(text)
}
