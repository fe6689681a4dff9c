import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { Consent } from '../../core/declaration/consent.js'
import { consentHandler, type ConsentHandlerOptions } from '../../server/endpoint/consent-handler.js'
import type { CookiesOptions } from '../../server/cookies/create-cookies.js'
import type { CookieRules } from '../../server/policy/cookie-rules.js'
import { createHardener } from '../../server/policy/harden-set-cookies.js'
import { regionReader, reportTo } from '../../server/errors.js'
import { onHead } from './on-head.js'
import { isAtPath } from './request-of.js'
import { sendLast, sendResponse } from './send-response.js'
import { Visit, type Site } from './visit.js'
import { remember } from './visits.js'

/** The options of {@link consentMiddleware}: those of `consentHandler` and `createCookies`, and rules. */
export interface ConsentMiddlewareOptions<C extends Consent = Consent>
  extends ConsentHandlerOptions<C>, Omit<CookiesOptions, keyof ConsentHandlerOptions | 'region'> {
  /** The rules for every Set-Cookie of a reply, consent included. `false`: none. Default: those of `hardenSetCookies`. */
  rules?: Omit<CookieRules, 'consent' | 'request' | 'grant' | 'region' | 'clock'> | false | undefined
}

/** A handler of node:http, connect and Express. */
export type ConsentMiddleware = (req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void) => void

/**
 * Makes a middleware for node:http, connect and Express 5. It answers the `endpoint` of the declaration, and calls `next`
 * for every other request. There `cookiesOf(req)` and `consentOf(req)` work, and the reply sets those cookies by itself.
 * Every Set-Cookie of the reply must follow `rules` and consent. Mount it before body parsers.
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
  const { consent, rules, trustProxy = false, clock = Date.now } = options
  const report = reportTo(options.onError)
  const regionOf = regionReader(options.regionOf, report)
  const handle = consentHandler({ ...options, regionOf })
  const site: Site = {
    consent,
    options,
    trustProxy,
    clock,
    report,
    regionOf: options.regionOf && regionOf,
    harden: rules === false ? undefined : createHardener({ ...rules, onChange: undefined, consent, clock }),
    onChange: rules ? rules.onChange : undefined,
  }
  const endpoint =
    consent.endpoint === undefined ? undefined : new URL(consent.endpoint, 'http://host.invalid').pathname

  return (req, res, next) => {
    const visit = new Visit(site, req, res)
    remember(req, visit)
    onHead(res, (before, isPushed = false) => visit.rewrite(before, isPushed))
    if (endpoint === undefined || !isAtPath(req, endpoint)) return next?.()
    handle(visit.request)
      .then(async (response) => {
        const isHttp1 = req.httpVersionMajor < 2
        if (isHttp1 && !req.complete) await setImmediate() // what came with the head is read after it
        const isLast = isHttp1 ? !req.complete : response.headers.get('connection') === 'close'
        if (isLast) return sendLast(res, response)
        response.headers.delete('connection') // the whole request is here, so another may follow
        return sendResponse(res, response)
      })
      .catch((error: unknown) => {
        report('The endpoint could not reply.', error, visit.request)
        if (next) next(error)
        else res.destroy()
      })
  }
}
