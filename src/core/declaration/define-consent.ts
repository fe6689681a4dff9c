import type { CookieDefinition } from '../cookies/define-cookie.js'
import { checkConfig } from './check-config.js'
import type { ConsentConfig } from './config.js'
import { isDefinition, isOwnCookie, patternOf, type Consent, type Granted } from './consent.js'
import { onceFor } from '../once.js'
import { compileOwners, isPermitted } from './owners.js'

/**
 * Declares categories and cookies once, for pages and servers. Category ids and cookie names become types.
 *
 * Throws a `ConsentError` in development builds for a declaration that cannot work: a cookie in two categories, a required
 * category with services, an invalid name, a lifetime over 400 days, a URL with another scheme.
 *
 * @example
 * ```ts
 * import { days, defineConsent } from 'assent/core'
 *
 * export const consent = defineConsent({
 *   version: 1,
 *   categories: {
 *     essential: { name: 'Essential cookies', description: 'Needed for the site to work.', required: true, cookies: ['sessionid'] },
 *     analytics: { name: 'Analytics cookies', description: 'Measure how the site is used.', cookies: ['_ga*'] },
 *   },
 *   cookie: { maxAge: days(182) },
 *   policy: '/privacy',
 * })
 * consent.categoryOf('_ga_DEMO') // 'analytics'
 * ```
 */
export function defineConsent<const K extends ConsentConfig>(config: K): Consent<K['categories']>
export function defineConsent(config: ConsentConfig): Consent {
  if (process.env.NODE_ENV !== 'production') checkConfig(config)
  const { categories, version, endpoint, policy, language, notice, changes } = config
  const { name = 'cookie_consent', maxAge = 15_724_800 } = config.cookie ?? {}
  const cookie = { path: '/', sameSite: 'lax', ...config.cookie, name, maxAge } as const
  const ids = Object.keys(categories)
  const definitions = new Map<string, CookieDefinition>()
  const ownersOf = compileOwners(categories, ({ cookies }) =>
    cookies?.map((entry) => {
      if (isDefinition(entry)) definitions.set(entry.name, entry)
      return patternOf(entry)
    }),
  )
  const isAllowed = (name: string, grant: Granted): boolean => {
    const owners = ownersOf(name)
    return (
      isOwnCookie({ cookie }, name) ||
      (owners.length > 0 && owners.every((owner) => isPermitted(owner, categories, grant)))
    )
  }
  const consent: Consent = {
    version,
    categories,
    endpoint,
    policy,
    language,
    notice,
    changes,
    cookie,
    ids,
    definitions,
    ownersOf,
    categoryOf: (name) => ownersOf(name)[0]?.category,
    isCookieAllowed: isAllowed,
    isEssential: (name) => isAllowed(name, { categories: [], services: [] }),
    once: onceFor(() => consent),
  }
  return consent
}
