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

/** When a cookie ends that is set now, in milliseconds since 1970: Max-Age wins over Expires (RFC 6265bis §5.7). */
export function endOf({ maxAge, expires }: CookieAttributes, now: number): number {
  return maxAge === undefined ? (expires?.getTime() ?? Infinity) : now + Math.floor(maxAge) * 1000
}

/** Whether a cookie of these attributes ends as it is set, and so deletes. */
export function isOver(attributes: CookieAttributes, now: number): boolean {
  return endOf(attributes, now) <= now
}

/** Whether a lifetime is one: `NaN`, `Infinity` and an invalid `Date` would silently make a cookie of the session. */
export function hasLifetime({ maxAge = 0, expires }: CookieAttributes): boolean {
  return Number.isFinite(maxAge) && !Number.isNaN(expires?.getTime())
}

/** The options of a call without those that are `undefined`: a call that passes none on takes nothing back of a definition. */
export function givenIn<T extends object>(options: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as Partial<T> // of its members
}
