import type { CookieAttributes } from '../cookies/attributes.js'
import type { CookieDefinition } from '../cookies/define-cookie.js'
import type { CategoryConfig, CookieDeclaration, ConsentConfig, Pattern } from './config.js'
import type { Grant } from './grant.js'
import { checkConfig } from './check-config.js'
import { compileOwners } from './compile-owners.js'
import { isPermitted } from './is-permitted.js'

/** Declared categories by id. */
export type Categories = Readonly<Record<string, CategoryConfig>>

/** What owns a cookie name: a category, or a service in it. */
export interface Owner<Id extends string = string> {
  readonly category: Id
  readonly service?: string | undefined
}

/** A declaration that has been checked and compiled: what everything else reads. */
export interface Consent<K extends Categories = Categories, Id extends string = keyof K & string> {
  readonly version: number
  readonly categories: K
  readonly endpoint: string | undefined
  readonly policy: string | undefined
  /** The cookie that keeps the choice, its defaults filled in. */
  readonly cookie: { readonly name: string } & Readonly<CookieAttributes> & { readonly maxAge: number }
  /** All category ids, in the order declared. */
  readonly ids: readonly Id[]
  /** The definitions among the declared cookies, by name. */
  readonly definitions: ReadonlyMap<string, CookieDefinition>
  /** Who declared a cookie name: the longest match, or all of them where several match alike. */
  ownersOf(this: void, name: string): readonly Owner<Id>[]
  /** The category of a cookie name, `undefined` where none declares it. */
  categoryOf(this: void, name: string): Id | undefined
  /** Whether a cookie of this name may be set now. A name in no category may not. */
  isCookieAllowed(this: void, name: string, grant: Grant): boolean
  /** Whether a cookie of this name is always allowed: a required category's, or the consent cookie itself. */
  isEssential(this: void, name: string): boolean
}

/**
 * Declares categories and cookies, once, for pages and servers. Category ids and cookie names become types.
 *
 * Throws a `ConsentError` in development builds for what cannot work: one cookie in two categories, a required
 * category with services to refuse, a name that is no token, a lifetime over 400 days, a URL with another scheme.
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
  const { categories, version, endpoint, policy } = config
  const { name: cookieName = 'cookie_consent', maxAge = 15_724_800 } = config.cookie ?? {}
  const ids = Object.keys(categories)
  const definitions = new Map<string, CookieDefinition>()
  const ownersOf = compileOwners(categories, ({ cookies }) =>
    cookies?.map((entry) => {
      if (isDefinition(entry)) definitions.set(entry.name, entry)
      return patternOf(entry)
    }),
  )
  const isAllowed = (name: string, grant: Pick<Grant, 'categories' | 'services'>): boolean => {
    const owners = ownersOf(name)
    const isOwn = name === cookieName || name === `${cookieName}.sig`
    return isOwn || (owners.length > 0 && owners.every((owner) => isPermitted(owner, categories, grant)))
  }
  return {
    version,
    categories,
    endpoint,
    policy,
    cookie: { path: '/', sameSite: 'lax', ...config.cookie, name: cookieName, maxAge },
    ids,
    definitions,
    ownersOf,
    categoryOf: (name) => ownersOf(name)[0]?.category,
    isCookieAllowed: isAllowed,
    isEssential: (name) => isAllowed(name, { categories: [], services: [] }),
  }
}

/** The pattern of a declared cookie, however it was declared. */
export function patternOf(entry: CookieDeclaration): Pattern {
  return (entry as { name?: Pattern }).name ?? (entry as Pattern) // neither a text nor a RegExp has a name
}

export function isDefinition(entry: CookieDeclaration): entry is CookieDefinition {
  return 'decode' in Object(entry)
}
