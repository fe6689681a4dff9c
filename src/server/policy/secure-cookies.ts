import { replaceSetCookies } from '../replace-set-cookies.js'
import type { CookieRules } from './cookie-rules.js'
import { hardenSetCookies } from './harden-set-cookies.js'

/**
 * Applies rules to every Set-Cookie of a response, as `hardenSetCookies` does. Call it last. It gives the same response,
 * or a copy without a `url` if its headers are immutable (those of `Response.redirect` and `fetch`).
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { secureCookies } from 'assent/server'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { analytics: { name: 'Analytics', description: 'Measure.', cookies: ['visitor_id'] } },
 * })
 * export const harden = (request: Request, response: Response) => secureCookies(response, { consent, request })
 * ```
 */
export function secureCookies(response: Response, rules: CookieRules = {}): Response {
  const before = response.headers.getSetCookie()
  const { lines } = hardenSetCookies(before, rules)
  const isChanged = lines.length !== before.length || lines.some((line, i) => line !== before[i])
  return isChanged ? replaceSetCookies(response, lines) : response
}
