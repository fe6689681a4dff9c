import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Consent } from '../../core/declaration/consent.js'
import { debug } from '../../core/debug.js'
import { toBytes } from '../../core/cookies/header-bytes.js'
import { consentHandler, type ConsentHandlerOptions } from '../../server/endpoint/consent-handler.js'
import { createCookies, type CookiesOptions } from '../../server/cookies/create-cookies.js'
import type { CookieRules } from '../../server/policy/cookie-rules.js'
import { hardenSetCookies } from '../../server/policy/harden-set-cookies.js'
import { readConsent, type ServerConsent } from '../../server/consent/read-consent.js'
import { onHead } from './on-head.js'
import { requestOf, urlOf } from './request-of.js'
import { sendResponse } from './send-response.js'
import { encodeValue } from '../../core/cookies/cookie-value.js'
import { parseSetCookie } from '../../core/cookies/parse-set-cookie.js'
import { ConsentError } from '../../core/errors.js'
import type { Cookies } from '../../server/cookies/cookies.js'

/** What {@link consentMiddleware} takes: the options of `consentHandler` and of `createCookies`, and rules. */
export interface ConsentMiddlewareOptions<C extends Consent = Consent>
  extends ConsentHandlerOptions<C>, Omit<CookiesOptions, keyof ConsentHandlerOptions | 'region'> {
  /** What every Set-Cookie of a reply is held to, consent included. `false`: nothing. Default: those of `hardenSetCookies`. */
  rules?: Omit<CookieRules, 'consent' | 'request' | 'grant' | 'region' | 'clock'> | false | undefined
}

/** A handler of node:http, connect and Express. */
export type ConsentMiddleware = (req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void) => void

/**
 * Makes a middleware for node:http, connect and Express 5. It answers the `endpoint` of the declaration, and calls `next`
 * for all else: `cookiesOf(req)` and `consentOf(req)` work there, and the reply sets those cookies by itself. Every
 * Set-Cookie of the reply is held to `rules` and to consent. Mount it before what reads bodies.
 *
 * Throws a `ConsentError` for options that cannot work.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { defineConsent } from 'assent/core'
 * import { consentMiddleware, cookiesOf } from 'assent/node'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true, cookies: ['lang'] } },
 *   endpoint: '/consent',
 * })
 * const withConsent = consentMiddleware({ consent })
 * createServer((req, res) =>
 *   withConsent(req, res, () => {
 *     cookiesOf(req).set('lang', 'en')
 *     res.end('Hello')
 *   }),
 * )
 * ```
 */
export function consentMiddleware<C extends Consent>(options: ConsentMiddlewareOptions<C>): ConsentMiddleware
export function consentMiddleware(options: ConsentMiddlewareOptions): ConsentMiddleware {
  const { consent, rules, trustProxy = false } = options
  const handle = consentHandler(options)
  if (rules) hardenSetCookies([], rules) // what is wrong with the rules is found now
  const endpoint =
    consent.endpoint === undefined ? undefined : new URL(consent.endpoint, 'http://host.invalid').pathname

  return (req, res, next) => {
    const request = once(() => requestOf(req, { trustProxy }))
    const given = once(() => ({ ...options, region: regionFor(options, request()), clock: options.clock }))
    const cookies = once(() => createCookies(request(), given()))
    const read = (from: { headers: Headers }) =>
      readConsent(from, consent, { ...given(), now: (options.clock ?? Date.now)() })
    const visit = { cookies, consent: once(() => read(request())) }
    remember(req, visit)

    onHead(res, (before) => {
      try {
        const lines = [...before.map(toHeader), ...(cookies.isMade() ? cookies().toHeaders() : [])]
        if (rules === false || lines.length === 0) return lines
        const chosen = chosenIn(lines, consent.cookie.name, request().headers)
        const { grant } = chosen ? read({ headers: chosen }) : visit.consent()
        return hardenSetCookies(lines, { ...rules, onChange: tellOf(rules), consent, grant, clock: options.clock })
          .lines
      } catch (error) {
        debug('The cookies of a reply could not be checked, so that none is set.', error)
        return []
      }
    })
    if (endpoint === undefined || urlOf(req, trustProxy).pathname !== endpoint) return next?.()
    handle(request())
      .then((response) => sendResponse(res, response))
      .catch((error: unknown) => {
        debug('The endpoint could not reply.', error)
        if (next) next(error)
        else res.destroy()
      })
  }
}

function regionFor({ regionOf }: ConsentMiddlewareOptions, request: Request): string | undefined {
  try {
    return regionOf?.(request)
  } catch (error) {
    debug('The region of a visitor is not known.', error)
    return undefined
  }
}

function tellOf(rules: ConsentMiddlewareOptions['rules']): CookieRules['onChange'] {
  return (change) => {
    try {
      if (rules) rules.onChange?.(change)
    } catch (error) {
      debug('A change of a cookie was not told.', error)
    }
  }
}

function toHeader(line: string): string {
  return /[\u0100-\uffff]/.test(line) ? toBytes(line) : line // Latin-1 is bytes already
}

function once<T>(make: () => T): (() => T) & { isMade: () => boolean } {
  let made: { readonly value: T } | undefined
  return Object.assign(() => (made ??= { value: make() }).value, { isMade: () => made !== undefined })
}

/** A reply that sets or deletes the record itself is judged by what it chooses: the headers as they will be sent next. */
export function chosenIn(lines: readonly string[], record: string, headers: Headers): Headers | undefined {
  const own = lines
    .map((line) => parseSetCookie(line))
    .filter((cookie) => cookie !== undefined)
    .filter(({ name }) => name === record || name === `${record}.sig`)
  if (!own.some(({ name }) => name === record)) return undefined
  const next = new Headers(headers)
  next.set('cookie', own.map(({ name, value }) => `${name}=${encodeValue(value)}`).join('; '))
  return next
}

/** What a middleware knows of a request, made when it is first asked for. */
interface Visit {
  readonly cookies: () => Cookies
  readonly consent: () => ServerConsent
}

const visits = new WeakMap<IncomingMessage, Visit>()

export function remember(req: IncomingMessage, visit: Visit): void {
  visits.set(req, visit)
}

/**
 * The cookies of a request that `consentMiddleware` has seen; what is set there, its reply sets. Throws a
 * `ConsentError` for another request.
 *
 * @example
 * ```ts
 * import type { IncomingMessage } from 'node:http'
 * import { cookiesOf } from 'assent/node'
 *
 * export const themeOf = (req: IncomingMessage) => cookiesOf(req).get('theme', 'light')
 * ```
 */
export function cookiesOf(req: IncomingMessage): Cookies {
  return visitOf(req).cookies()
}

/**
 * The visitor's consent, by a request that `consentMiddleware` has seen. Throws a `ConsentError` for another request.
 *
 * @example
 * ```ts
 * import type { IncomingMessage } from 'node:http'
 * import { consentOf } from 'assent/node'
 *
 * export const mayCount = (req: IncomingMessage) => consentOf(req).isCookieAllowed('visitor_id')
 * ```
 */
export function consentOf(req: IncomingMessage): ServerConsent {
  return visitOf(req).consent()
}

function visitOf(req: IncomingMessage): Visit {
  const visit = visits.get(req)
  if (visit) return visit
  throw new ConsentError(
    'missing-middleware',
    process.env.NODE_ENV !== 'production' &&
      'cookiesOf or consentOf was called with a request that consentMiddleware has not seen, so that no reply would set its cookies. Mount the middleware before your routes: app.use(consentMiddleware({ consent })).',
  )
}
