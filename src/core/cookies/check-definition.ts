import { ConsentError, show } from '../errors.js'
import { REFUSED } from '../lint/refused.js'
import { type CookieAttributes, hasLifetime } from './attributes.js'
import { isCookieName } from './cookie-name.js'
import { codecFor, type CodecSource } from './codec.js'
import { bareDomain, isDomain, isPath } from './domain-and-path.js'
import { MAX_AGE_SECONDS } from './limits.js'
import { isSameData } from '../json.js'
import { conflictsOf } from './scope.js'
import { textOf } from './text-of.js'

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
  if (
    values &&
    !(Array.isArray(values) && values.every((value: unknown) => /^(string|number|boolean)$/.test(typeof value)))
  )
    throw new ConsentError(
      'invalid-definition',
      `values of the cookie "${name}" is no list of texts, numbers or booleans. No text of a cookie would be one of them. Write values: ['light', 'dark'].`,
    )
  if (!values && !schema && typeof initial === 'object' && !isPlain(initial))
    throw new ConsentError(
      'invalid-definition',
      `The default of the cookie "${name}" is no plain object or list. JSON would not read back as what it is. Give the cookie a schema that makes one of it.`,
    )
  if (!values && !schema && !isReadBack(name, options))
    throw new ConsentError(
      'invalid-definition',
      `The default of the cookie "${name}" does not come back as the same data: it is, or holds, a bigint, NaN, undefined, a function, an object of a class, or itself. What is set would not be read back. Give text, a finite number, a boolean or what JSON can hold, or add a schema.`,
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

/** What untyped code may get wrong. */
const TYPES = {
  maxAge: 'number',
  domain: 'string',
  path: 'string',
  sameSite: 'string',
  secure: 'boolean',
  httpOnly: 'boolean',
  partitioned: 'boolean',
} as const

/** Throws for attributes that a browser refuses or misreads, as far as that is known before a cookie is set. */
export function checkAttributes(name: string, options: CookieAttributes): void {
  const { maxAge, path = '/', domain, secure = true, httpOnly = true } = options
  const refuse = (what: string): never => {
    throw new ConsentError('invalid-attribute', `The cookie "${name}" ${what}`)
  }
  for (const [key, type] of Object.entries(TYPES)) {
    const value: unknown = options[key as keyof typeof TYPES]
    if (value !== undefined && typeof value !== type)
      refuse(`has the ${key} ${show(value)}. Browsers would ignore it. ${key} is a ${type}.`)
  }
  if ((options.expires !== undefined && !isDate(options.expires)) || !hasLifetime(options))
    refuse(
      'has a maxAge or an expires that is no lifetime, so it would end with the session. maxAge is a count of seconds: use days(30). expires is a valid Date.',
    )
  if (maxAge !== undefined && maxAge > MAX_AGE_SECONDS)
    throw new ConsentError(
      'lifetime-too-long',
      `The cookie "${name}" is to live ${String(Math.round(maxAge / 86_400))} days. Browsers cut every life to 400 days (RFC 6265bis §5.5), so it would end earlier than the code says. maxAge is in seconds: use days(400) or less.`,
    )
  if (!isPath(path))
    refuse('has a path that does not start with "/", or holds ";" or a control character. Browsers would ignore it.')
  if (domain !== undefined && !isDomain(bareDomain(domain)))
    refuse(`has the domain ${JSON.stringify(domain)}, and browsers drop it. ${REFUSED['domain-invalid'].message}`)
  // What is left open is filled in as it must be.
  const [reason] = conflictsOf(name, { ...options, path, secure, httpOnly })
  if (reason) refuse(`is one that browsers drop. ${REFUSED[reason].message} (${REFUSED[reason].clause})`)
}

/** A Date of any window. */
function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]'
}

function isPlain(value: object | null): boolean {
  const prototype: unknown = value && Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Array.isArray(value)
}

/** Whether a default comes back as the same data, as every value that is set must. */
function isReadBack(name: string, options: CodecSource): boolean {
  if (options.default === undefined) return true
  try {
    textOf(name, options.default, { ...codecFor(options), equals: isSameData })
    return true
  } catch (error) {
    if (error instanceof ConsentError) return false
    throw error
  }
}
