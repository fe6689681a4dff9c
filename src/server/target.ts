/** Where a request was sent, as the visitor's browser sees it. */
export interface Target {
  /** With the port, where it is not the scheme's own. */
  readonly host: string
  readonly pathname: string
  /** `undefined` where only a proxy knows: behind one that ends TLS, `Request.url` says http. */
  readonly scheme: 'https:' | 'http:' | undefined
}

export function targetOf({ url, headers }: Request, trustProxy: boolean): Target {
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
