import { ConsentError } from '../errors.js'
import { type CookieAttributes, needsHttpOnly, needsSecure } from './attributes.js'
import { isCookieName } from './cookie-name.js'
import type { CodecSource } from './codec.js'
import { MAX_AGE_SECONDS } from './limits.js'

/** Throws where a declaration cannot work as it was meant. Called in development builds only. */
export function checkDefinition(
  name: string,
  options: CodecSource & CookieAttributes & { signed?: boolean | undefined; sealed?: boolean | undefined },
): void {
  if (!isCookieName(name))
    throw new ConsentError(
      'invalid-cookie-name',
      `${JSON.stringify(name)} is no cookie name: browsers and servers would cut or drop it. Use letters, digits, "-", "_" and "." (RFC 9110 §5.6.2, token).`,
    )
  checkAttributes(name, options)
  if (options.signed && options.sealed)
    throw new ConsentError(
      'invalid-definition',
      `The cookie "${name}" is to be signed and sealed. Sealed text cannot be changed either, so the signature would only cost bytes. Choose sealed where nobody may read it, else signed.`,
    )
  const { values, schema, default: initial } = options
  if (!values && !schema && typeof initial === 'object' && !isPlain(initial))
    throw new ConsentError(
      'invalid-definition',
      `The default of the cookie "${name}" is no plain object or list. JSON would not read back as what it is. Give the cookie a schema that makes one of it.`,
    )
  if (!values && !schema && !hasText(initial))
    throw new ConsentError(
      'invalid-definition',
      `The default of the cookie "${name}" has no text: it is, or holds, a bigint, a function, a symbol or itself. What is set would not be read back. Give text, a number, a boolean or what JSON can hold, or add a schema.`,
    )
  if (values && initial !== undefined && !values.includes(initial))
    throw new ConsentError(
      'invalid-definition',
      `The default of the cookie "${name}" is not among its values. A visitor without the cookie would have a value that no code expects. Add it to values, or choose one of them.`,
    )
  if (values && new Set(values.map(String)).size < values.length)
    throw new ConsentError(
      'invalid-definition',
      `Two values of the cookie "${name}" are the same text, so reading could not tell them apart. Remove one.`,
    )
}

/** The attributes that a browser would refuse or misread, as far as they can be told before a cookie is set. */
export function checkAttributes(name: string, options: CookieAttributes): void {
  const { maxAge, path, domain, secure, httpOnly, sameSite, partitioned } = options
  const refuse = (what: string): never => {
    throw new ConsentError('invalid-attribute', `The cookie "${name}" ${what}`)
  }
  if (maxAge !== undefined && !Number.isFinite(maxAge))
    refuse('has a maxAge that is no number. It is a count of seconds: use days(30).')
  if (maxAge !== undefined && maxAge > MAX_AGE_SECONDS)
    throw new ConsentError(
      'lifetime-too-long',
      `The cookie "${name}" is to live ${String(Math.round(maxAge / 86_400))} days. Browsers cut every life to 400 days (RFC 6265bis §5.5), so it would end earlier than the code says. maxAge is in seconds: use days(400) or less.`,
    )
  if (path !== undefined && !/^\/[^;\p{Cc}]*$/u.test(path))
    refuse('has a path that does not start with "/", or holds ";" or a control character. Browsers would ignore it.')
  if (domain !== undefined && !/^[^;\p{Cc}\s]+$/u.test(domain))
    refuse('has a domain that is no host name. Leave it out for this host only.')
  if (sameSite === 'none' && secure === false)
    refuse(
      'is SameSite=None and not Secure, which browsers refuse (RFC 6265bis §5.7). Leave secure out, or choose sameSite: "lax".',
    )
  if (partitioned && secure === false) refuse('is Partitioned and not Secure, which browsers refuse. Leave secure out.')
  if (/^__host-/i.test(name) && (domain !== undefined || (path !== undefined && path !== '/') || secure === false))
    refuse('has the prefix __Host-: it must be Secure, with path "/" and without a domain (RFC 6265bis §4.1.3.2).')
  if (needsSecure(name) && secure === false)
    refuse('has a prefix that promises Secure, and must be Secure (RFC 6265bis §4.1.3).')
  if (needsHttpOnly(name) && httpOnly === false)
    refuse('has a prefix that promises HttpOnly, and must be HttpOnly: browsers refuse it otherwise.')
}

function isPlain(value: object | null): boolean {
  const prototype: unknown = value && Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Array.isArray(value)
}

function hasText(initial: unknown): boolean {
  if (typeof initial !== 'object') return !/^(?:bigint|function|symbol)$/.test(typeof initial)
  try {
    return JSON.stringify(initial) !== ''
  } catch (error) {
    if (error instanceof TypeError) return false // a cycle or a bigint
    throw error
  }
}
