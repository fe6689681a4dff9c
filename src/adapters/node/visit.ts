import type { IncomingMessage } from 'node:http'
import { ConsentError } from '../../core/errors.js'
import type { Cookies } from '../../server/cookies/cookies.js'
import type { ServerConsent } from '../../server/read-consent.js'

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
