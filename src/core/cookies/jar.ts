import { type CookieAttributes, hasLifetime } from './attributes.js'
import { isCookieName } from './cookie-name.js'
import { encodeValue } from './cookie-value.js'
import { isPath } from './domain-and-path.js'
import { MAX_ATTRIBUTE_VALUE_BYTES, MAX_NAME_VALUE_BYTES } from './limits.js'
import { isContradictory } from './scope.js'

/**
 * Why a cookie was not written. `rejected`: the browser does not take it. `shadowed`: the browser has taken it, but the
 * page reads another cookie of the name first, on a longer path or another domain (RFC 6265bis §5.8.3).
 */
export type WriteFailure = 'consent' | 'undeclared' | 'too-large' | 'invalid-attribute' | 'rejected' | 'shadowed'

/**
 * How a write ended. `ok`: this is the value that the page reads now. `verified: false`: this page cannot read it back,
 * because it is on another path. A failure for `too-large` or `invalid-attribute` leaves the value as it was; the others
 * keep it in memory.
 */
export type WriteResult =
  { readonly ok: true; readonly verified: boolean } | { readonly ok: false; readonly reason: WriteFailure }

export interface WriteOptions extends CookieAttributes {
  /** The most bytes that the value may take on the wire. */
  maxBytes?: number | undefined
  /**
   * Clears the other cookies of this name, on longer paths and on parent domains, where one would hide the new value. For
   * names that the site has declared. Default: false, so that the answer is `shadowed`.
   */
  clearOthers?: boolean | undefined
}

/** Which cookie a removal means: a browser only deletes with the domain and path that it was set with. */
export interface RemoveOptions extends Pick<CookieAttributes, 'domain' | 'path' | 'partitioned'> {
  /** Also on every ancestor path and every parent domain, for cookies that others have set. */
  everywhere?: boolean | undefined
}

/** The only thing that touches cookies. It keeps text: definitions encode and decode. */
export interface Jar {
  /** The decoded text, of the first where several cookies have the name. */
  get(name: string): string | undefined
  /** All cookies by name, as a null-prototype object: the same object while nothing has changed. */
  getAll(): Readonly<Record<string, string>>
  /** Every value that the name has: browsers send one for each path and domain. */
  getAll(name: string): readonly string[]
  set(name: string, value: string, options?: WriteOptions): WriteResult
  remove(name: string, options?: RemoveOptions): WriteResult
  /** Calls back with the names that changed: synchronously for own writes, soon for those of others. */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void
  /** Looks for changes now, where nobody tells of them: after a reply that set cookies. */
  refresh?(): void
}

/**
 * What a browser would drop without a word, told before the write (RFC 6265bis §5.7). Sizes are those on the wire,
 * where the percent-encoded text is ASCII. `secure` left open counts as secure.
 */
export function checkWrite(name: string, value: string, options: WriteOptions = {}): WriteFailure | undefined {
  const { path = '/', domain = '', secure = true, httpOnly, maxBytes = MAX_NAME_VALUE_BYTES } = options
  if (
    !isCookieName(name) ||
    name.includes('%') || // other readers would decode it, and so read another name
    httpOnly ||
    !hasLifetime(options) ||
    !isPath(path + domain) || // neither holds what would end an attribute
    (path + domain).length > MAX_ATTRIBUTE_VALUE_BYTES ||
    isContradictory(name, { ...options, path, secure })
  )
    return 'invalid-attribute'
  const size = encodeValue(value).length
  return size > maxBytes || size + name.length > MAX_NAME_VALUE_BYTES ? 'too-large' : undefined
}
