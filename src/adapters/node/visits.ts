import type { IncomingMessage } from 'node:http'
import { ConsentError } from '../../core/errors.js'
import type { Cookies } from '../../server/cookies/cookies.js'
import type { ServerConsent } from '../../server/consent/read-consent.js'

/** The cookies and the consent of a request. Each is made at its first use. */
interface Visit {
  readonly cookies: () => Cookies
  readonly consent: () => ServerConsent
}

const visits = new WeakMap<IncomingMessage, Visit>()

export function remember(req: IncomingMessage, visit: Visit): void {
  visits.set(req, visit)
}

/**
 * Gives the cookies of a request that passed `consentMiddleware`. The reply sets the cookies that you set there. Throws a
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
 * Gives the visitor's consent for a request that passed `consentMiddleware`. Throws a `ConsentError` for another request.
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
      'cookiesOf or consentOf was called with a request that did not pass consentMiddleware. Its reply would set no cookies. Mount the middleware before your routes: app.use(consentMiddleware({ consent })).',
  )
}

/** Makes cookies that throw if they are set or deleted after the head of the reply, which carries them. */
export function untilHead(cookies: Cookies, isHeadMade: () => boolean): Cookies {
  const open =
    <Given extends unknown[], Result>(act: (...given: Given) => Result) =>
    (...given: Given): Result => {
      if (isHeadMade())
        throw new ConsentError(
          'head-sent',
          process.env.NODE_ENV !== 'production' &&
            'A cookie was set or deleted through cookiesOf(req) after the head of the reply was sent. The visitor would never get it. Set cookies before the first byte of the body.',
        )
      return act(...given)
    }
  return {
    ...cookies,
    set: open(cookies.set as (...given: unknown[]) => ReturnType<Cookies['set']>), // has overloads
    setSigned: open(cookies.setSigned),
    setPreferences: open(cookies.setPreferences as (values: object) => never), // generic
    delete: open(cookies.delete),
    deleteMatching: open(cookies.deleteMatching),
    deleteAll: open(cookies.deleteAll),
  }
}
