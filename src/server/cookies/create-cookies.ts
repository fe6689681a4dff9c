import type { Consent } from '../../core/declaration/consent.js'
import { type CookieDefinition, definePreference } from '../../core/cookies/define-cookie.js'
import { toBytes } from '../../core/cookies/header-bytes.js'
import { isSecure, seenBy, type RequestLike } from '../request.js'
import { ConsentError } from '../../core/errors.js'
import { checkSecrets } from '../signing/check-secret.js'
import { readConsent, type ServerConsent } from '../consent/read-consent.js'
import { replaceSetCookies } from '../replace-set-cookies.js'
import type { Cookies, PreferenceResults, Preferences, SetOptions, SetResult, SignedOptions, Wire } from './cookies.js'
import { readIncoming } from './incoming.js'
import { createOutgoing } from './outgoing.js'
import { createProtection, type ProtectionOptions } from './protection.js'
import { createValues } from './values.js'
import { matcherOf } from '../../core/declaration/pattern.js'

/** The options of {@link createCookies}. */
export interface CookiesOptions<C extends Consent = Consent> extends ProtectionOptions {
  /** The declaration. Cookies that are not granted or not declared are not set. Default: none, so every cookie may be set. */
  consent?: C | undefined
  /** What to do if consent refuses the new value of a cookie that the browser holds: `delete` deletes the cookie. Default: `refuse`. */
  ungranted?: 'refuse' | 'delete' | undefined
  /** The visitor's region, for categories whose regime depends on it. */
  region?: string | undefined
  /** Whether a record without a valid signature is ignored. Default: false. */
  requireSignature?: boolean | undefined
  /** Whether cookies are `Secure`. `'auto'`: if the request came by https. Default: true in production, else `'auto'`. */
  secure?: boolean | 'auto' | undefined
  /** Whether your proxy sets `X-Forwarded-Proto`, so that no visitor can. Default: false. */
  trustProxy?: boolean | undefined
  /** How values are encoded: `python` for cookies that Django reads and writes without assent. Default: `js`. */
  wire?: Wire | undefined
}

/**
 * Reads the cookies of a request, and collects those that its reply sets. New cookies get `Path=/` and `SameSite=Lax` by
 * default.
 *
 * Reading never throws. Setting throws a `ConsentError` for a name or an attribute that no browser accepts, and gives a
 * reason if consent or the size refuses a value. Signed and sealed cookies need `secret`. A weak secret throws a
 * `ConsentError` in production.
 *
 * @example
 * ```ts
 * import { days, defineCookie } from 'assent/core'
 * import { createCookies } from 'assent/server'
 *
 * const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light', maxAge: days(365) })
 *
 * export function toggleTheme(request: Request): Response {
 *   const cookies = createCookies(request)
 *   cookies.set(theme, cookies.get(theme) === 'light' ? 'dark' : 'light')
 *   return cookies.commit(Response.redirect(new URL('/', request.url), 303))
 * }
 * ```
 */
export function createCookies(request: RequestLike, options: CookiesOptions = {}): Cookies {
  checkSecrets(options)
  const { consent, ungranted, trustProxy = false, wire = 'js', clock = Date.now } = options
  const { secure = process.env.NODE_ENV === 'production' || 'auto' } = options
  const incoming = readIncoming(request, wire, seenBy(request, trustProxy))
  let visitor: ServerConsent | undefined
  const outgoing = createOutgoing(incoming, {
    consent,
    ungranted,
    isAllowed: (name) =>
      !consent || (visitor ??= readConsent(request, consent, { ...options, now: clock() })).isCookieAllowed(name),
    isSecure: () => (secure === 'auto' ? isSecure(request, trustProxy) : secure),
    clock,
  })
  const values = createValues(incoming, outgoing, createProtection(options), { wire, clock })

  const setPreference = (key: string, value: unknown): SetResult => {
    const { name, options } = definePreference(key, undefined, consent?.definitions)
    const declared = consent?.definitions.get(name)
    return declared ? values.write(declared, value) : values.writeAs(name, value, options)
  }
  return {
    // A definition or a codec gives a value of its own type.
    get: ((cookie: string | CookieDefinition, initial?: unknown) =>
      typeof cookie === 'string' ? values.readAs(cookie, initial) : values.read(cookie)) as Cookies['get'],
    has: (cookie) => incoming.has(typeof cookie === 'string' ? cookie : cookie.name),
    all: () => incoming.texts(() => true),
    startingWith: (prefix) => incoming.texts((name) => name.startsWith(prefix)),
    set: (cookie: string | CookieDefinition, value: unknown, given?: SetOptions) =>
      typeof cookie === 'string' ? values.writeAs(cookie, value, given) : values.write(cookie, value, given),
    setSigned: values.writeSigned,
    getSigned<T>(name: string, given: SignedOptions & { default?: T } = {}) {
      const result = values.checkText(name, given)
      return result.ok ? result.value : (given.default as T) // undefined where T is
    },
    checkSigned: ((cookie: string | CookieDefinition, given?: SignedOptions) =>
      typeof cookie === 'string' ? values.checkText(cookie, given) : values.check(cookie)) as Cookies['checkSigned'],
    delete(cookie, place) {
      const [name, declared] = typeof cookie === 'string' ? [cookie] : [cookie.name, cookie.options]
      if (!outgoing.remove(name, place, declared))
        throw new ConsentError(
          'invalid-cookie-name',
          process.env.NODE_ENV !== 'production' &&
            `The cookie ${JSON.stringify(name)} cannot be deleted there, because no browser holds it there. The name is not a valid cookie name, or it begins with __Host- and the path is not "/" or a domain is given. Correct the name, the path or the domain.`,
        )
    },
    deleteMatching: (patterns, place) => outgoing.removeAll(incoming.names().filter(matcherOf(patterns)), place),
    deleteAll({ keep = [] } = {}) {
      const isKept = matcherOf(keep)
      return outgoing.removeAll(incoming.names().filter((name) => !isKept(name)))
    },
    preferences: <T extends Readonly<Record<string, unknown>>>(defaults: T) =>
      Object.fromEntries(
        Object.entries(defaults).map(([key, value]) => [
          key,
          values.read(definePreference(key, value, consent?.definitions)),
        ]),
      ) as Preferences<T>, // each is decoded by the codec of its default
    setPreferences: <T extends Readonly<Record<string, unknown>>>(changes: T) =>
      Object.fromEntries(
        Object.entries(changes).map(([key, value]) => [key, setPreference(key, value)]),
      ) as PreferenceResults<T>, // the keys stay the same
    toHeaders: () => outgoing.lines().map(toBytes),
    commit(response) {
      const lines = outgoing.lines().map(toBytes)
      outgoing.clear()
      return lines.length ? replaceSetCookies(response, [...response.headers.getSetCookie(), ...lines]) : response
    },
  }
}
