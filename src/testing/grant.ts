import { type Consent, servicesOf } from '../core/declaration/consent.js'
import { grantFor, type Grant } from '../core/decision/grant.js'
import type { ConsentRecord } from '../core/decision/record.js'
import type { ServiceId } from '../core/declaration/register.js'

/** Makes the record of a visitor who granted these categories and services now. */
export function recordOf(
  consent: Consent,
  categories: readonly string[],
  now: number,
  services: readonly string[] = servicesOf(consent, categories),
): ConsentRecord {
  return {
    categories: consent.ids.filter((id) => consent.categories[id]?.required || categories.includes(id)),
    services,
    timestamp: new Date(now).toISOString(),
    version: consent.version,
    via: 'save',
  }
}

/**
 * Makes the grant of a visitor who granted these categories and services. Without services, all services of the categories
 * are granted. Required categories are always granted.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { grant } from 'assent/testing'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true }, analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] } },
 * })
 * consent.isCookieAllowed('_ga', grant(consent, ['analytics'])) // true
 * ```
 */
export function grant<C extends Consent>(
  consent: C,
  categories: readonly C['ids'][number][] = [],
  services?: readonly ServiceId<C>[],
): Grant<C['ids'][number]> {
  const now = Date.now()
  return grantFor(recordOf(consent, categories, now, services), consent, { now })
}
