import type { IncomingMessage } from 'node:http'
import { ConsentError } from '../../core/errors.js'
import type { Cookies } from '../../server/cookies/cookies.js'
import type { ServerConsent } from '../../server/consent/read-consent.js'
import type { Visit } from './visit.js'

const VISIT: unique symbol = Symbol('assent.visit')

type Visited = IncomingMessage & { [VISIT]?: Visit }

/** Keeps a visit with its request. */
export function remember(req: Visited, visit: Visit): void {
  req[VISIT] = visit
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
  return visitOf(req).cookies
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
  return visitOf(req).consent
}

function visitOf({ [VISIT]: visit }: Visited): Visit {
  if (visit) return visit
  throw new ConsentError(
    'missing-middleware',
    process.env.NODE_ENV !== 'production' &&
      'cookiesOf or consentOf was called with a request that did not pass consentMiddleware. Its reply would set no cookies. Mount the middleware before your routes: app.use(consentMiddleware({ consent })).',
  )
}
