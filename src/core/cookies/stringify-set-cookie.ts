import { ConsentError } from '../errors.js'
import type { CookieAttributes, SetCookie } from './attributes.js'
import { isCookieName } from './cookie-name.js'
import { encodeValue } from './cookie-value.js'
import { changed } from '../lint/changed.js'
import type { Finding } from '../lint/check-set-cookie.js'
import { MAX_AGE_SECONDS } from './limits.js'

/** How {@link stringifySetCookie} writes. */
export interface StringifySetCookieOptions {
  /** Default: `encodeValue`, as js-cookie does. */
  encode?: ((value: string) => string) | undefined
  /** Is told of a lifetime over 400 days, which is written as 400 days. */
  onFinding?: ((finding: Finding) => void) | undefined
  /** Milliseconds since 1970, by which `expires` is judged. Default: `Date.now`. */
  clock?: (() => number) | undefined
}

/**
 * Writes a Set-Cookie line by the grammar of RFC 6265bis §4.1.1. Lifetimes over 400 days are shortened (§5.5), a `maxAge`
 * below zero is written as 0. What browsers would drop is written as told: `checkSetCookie` finds it.
 *
 * Throws {@link ConsentError} `invalid-cookie-name` for a name that is no token, and `invalid-attribute` for a `domain` or
 * `path` with `;`, control or non-ASCII characters, an invalid `expires`, a `maxAge` that is no integer, an unknown
 * `sameSite` or `priority`, and an `encode` that leaves `;` or control characters.
 *
 * @example
 * ```ts
 * import { stringifySetCookie } from 'assent/core'
 *
 * stringifySetCookie('theme', 'dark', { path: '/', maxAge: 3600, sameSite: 'lax' })
 * // 'theme=dark; Path=/; Max-Age=3600; SameSite=Lax'
 * ```
 */
export function stringifySetCookie(cookie: SetCookie, options?: StringifySetCookieOptions): string
export function stringifySetCookie(
  name: string,
  value: string,
  attributes?: CookieAttributes,
  options?: StringifySetCookieOptions,
): string
export function stringifySetCookie(
  first: SetCookie | string,
  second: StringifySetCookieOptions | string = {},
  attributes: CookieAttributes = {},
  options: StringifySetCookieOptions = {},
): string {
  if (typeof first !== 'string') return write(first.name, first.value, first, typeof second === 'string' ? {} : second)
  return write(first, typeof second === 'string' ? second : '', attributes, options)
}

function write(name: string, value: string, attributes: CookieAttributes, options: StringifySetCookieOptions): string {
  const { encode = encodeValue, onFinding, clock = Date.now } = options
  const { domain, path, expires, maxAge, secure, httpOnly, sameSite, partitioned, priority } = attributes
  checkName(name)
  const parts = [`${name}=${text('value', encode(value), /^[ -:<-~\x80-\uffff]*$/)}`]
  if (domain) parts.push(`Domain=${text('domain', domain, /^[!-:<-~]*$/)}`)
  if (path) parts.push(`Path=${text('path', path, /^[ -:<-~]*$/)}`)
  if (expires) parts.push(`Expires=${date(expires, clock(), onFinding)}`)
  if (maxAge !== undefined) parts.push(`Max-Age=${seconds(maxAge, onFinding)}`)
  if (secure) parts.push('Secure')
  if (httpOnly) parts.push('HttpOnly')
  if (sameSite) parts.push(`SameSite=${keyword('sameSite', sameSite, ['Strict', 'Lax', 'None'])}`)
  if (partitioned) parts.push('Partitioned')
  if (priority) parts.push(`Priority=${keyword('priority', priority, ['Low', 'Medium', 'High'])}`)
  return parts.join('; ')
}

function checkName(name: string): void {
  if (isCookieName(name)) return
  throw new ConsentError(
    'invalid-cookie-name',
    process.env.NODE_ENV === 'production'
      ? undefined
      : `${JSON.stringify(name)} cannot be the name of a cookie: servers and browsers would cut it differently. ` +
          "Use letters, digits and !#$%&'*+-.^_`|~ (RFC 9110 §5.6.2).",
  )
}

function text(attribute: string, written: string, allowed: RegExp): string {
  if (allowed.test(written)) return written
  throw invalid(
    process.env.NODE_ENV !== 'production' &&
      `The ${attribute} ${JSON.stringify(written)} has a character that would end it or the line, so that it could add ` +
        'attributes or headers. Encode it, and leave out semicolons and control characters.',
  )
}

function date(expires: Date, now: number, onFinding: StringifySetCookieOptions['onFinding']): string {
  const time = expires.getTime()
  if (Number.isNaN(time)) {
    throw invalid(
      process.env.NODE_ENV !== 'production' &&
        'The expires is an invalid Date, which browsers ignore: the cookie would end with the session. Check how it was made.',
    )
  }
  const latest = now + MAX_AGE_SECONDS * 1000
  if (time > latest) onFinding?.(changed('lifetime-clamped', `Expires=${expires.toUTCString()}`))
  return new Date(Math.max(EARLIEST, Math.min(time, latest))).toUTCString()
}

// Browsers read no earlier year (§5.1.1).
const EARLIEST = Date.UTC(1601, 0, 1)

function seconds(maxAge: number, onFinding: StringifySetCookieOptions['onFinding']): number {
  if (!Number.isInteger(maxAge)) {
    throw invalid(
      process.env.NODE_ENV !== 'production' &&
        `The maxAge ${maxAge} is no whole number of seconds, so browsers would ignore it. Round it, or leave it out for a session.`,
    )
  }
  if (maxAge > MAX_AGE_SECONDS) onFinding?.(changed('lifetime-clamped', `Max-Age=${maxAge}`))
  return Math.max(0, Math.min(maxAge, MAX_AGE_SECONDS))
}

function keyword(attribute: string, word: string, words: readonly string[]): string {
  const written = words.find((known) => known.toLowerCase() === word)
  if (written) return written
  throw invalid(
    process.env.NODE_ENV !== 'production' &&
      `The ${attribute} ${JSON.stringify(word)} is unknown, so browsers would ignore it. Write one of: ${words.join(', ').toLowerCase()}.`,
  )
}

function invalid(help: string | false): ConsentError {
  return new ConsentError('invalid-attribute', help || undefined)
}
