/** The attributes of a Set-Cookie line, in the words of RFC 6265bis §4.1.2. */
export interface CookieAttributes {
  /** Seconds from now; wins over `expires`; zero or less deletes. Without either, the cookie ends with the session. */
  maxAge?: number | undefined
  /** The moment of expiry. */
  expires?: Date | undefined
  /** The domain whose subdomains get the cookie too. Default: none, host only. */
  domain?: string | undefined
  /** The path below which the cookie is sent. */
  path?: string | undefined
  secure?: boolean | undefined
  httpOnly?: boolean | undefined
  sameSite?: 'strict' | 'lax' | 'none' | undefined
  /** One jar for each top-level site (CHIPS). Needs `secure`. */
  partitioned?: boolean | undefined
  /** Chromium's order of eviction. */
  priority?: 'low' | 'medium' | 'high' | undefined
}

/** A name, a value and the attributes, as one Set-Cookie line carries them. */
export interface SetCookie extends CookieAttributes {
  name: string
  value: string
}

/** Whether a cookie of these attributes ends as it is set, and so deletes: Max-Age wins over Expires (RFC 6265bis §5.7). */
export function isOver({ maxAge, expires }: CookieAttributes, now: number): boolean {
  return (maxAge ?? (expires ? expires.getTime() - now : 1)) <= 0
}

/** Whether browsers take a name with this prefix only with Secure; matched without case (RFC 6265bis §5.4). */
export function needsSecure(name: string): boolean {
  return /^__(?:host|host-http|http|secure)-/i.test(name)
}

/** Whether browsers take a name with this prefix only with HttpOnly. */
export function needsHttpOnly(name: string): boolean {
  return /^__(?:host-)?http-/i.test(name)
}
