import type { CookieAttributes } from './attributes.js'
import { isCookieName } from './cookie-name.js'
import { encodeValue } from './cookie-value.js'
import { MAX_ATTRIBUTE_VALUE_BYTES, MAX_NAME_VALUE_BYTES } from './limits.js'

/** Why a cookie was not written. */
export type WriteFailure = 'consent' | 'undeclared' | 'too-large' | 'invalid-attribute' | 'rejected'

/**
 * How a write ended. `verified: false`: it was made, but this page cannot read it back (another path or domain).
 * A failure for `consent`, `undeclared` or `rejected` keeps the value in memory; the others leave it as it was.
 */
export type WriteResult =
  { readonly ok: true; readonly verified: boolean } | { readonly ok: false; readonly reason: WriteFailure }

export interface WriteOptions extends CookieAttributes {
  /** The most bytes that the value may take on the wire. */
  maxBytes?: number | undefined
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
  const { domain = '', path = '/', secure, sameSite, partitioned, httpOnly, maxBytes = MAX_NAME_VALUE_BYTES } = options
  const isHost = /^__host-/i.test(name)
  const needsSecure = isHost || partitioned || sameSite === 'none' || /^__secure-/i.test(name)
  const places = path + domain
  if (
    !isCookieName(name) ||
    name.includes('%') || // would be encoded, and so be another cookie
    httpOnly ||
    (needsSecure && secure === false) ||
    (isHost && places !== '/') ||
    /[;\p{Cc}]/u.test(places) ||
    places.length > MAX_ATTRIBUTE_VALUE_BYTES
  )
    return 'invalid-attribute'
  const size = encodeValue(value).length
  return size > maxBytes || size + name.length > MAX_NAME_VALUE_BYTES ? 'too-large' : undefined
}
