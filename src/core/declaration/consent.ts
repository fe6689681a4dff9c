import type { CookieAttributes } from '../cookies/attributes.js'
import type { CookieDefinition } from '../cookies/define-cookie.js'
import type { CategoryConfig, CookieDeclaration, Pattern } from './config.js'

/** Declared categories by id. */
export type Categories = Readonly<Record<string, CategoryConfig>>

/** What owns a cookie name: a category, or a service in it. */
export interface Owner<Id extends string = string> {
  readonly category: Id
  readonly service?: string | undefined
}

/** Ids that are granted: of categories, and of the services in them. */
export interface Granted<Id extends string = string> {
  readonly categories: readonly Id[]
  readonly services: readonly string[]
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
  isCookieAllowed(this: void, name: string, grant: Granted): boolean
  /** Whether a cookie of this name is always allowed: a required category's, or the consent cookie itself. */
  isEssential(this: void, name: string): boolean
}

/** The pattern of a declared cookie, however it was declared. */
export function patternOf(entry: CookieDeclaration): Pattern {
  return (entry as { name?: Pattern }).name ?? (entry as Pattern) // neither a text nor a RegExp has a name
}

export function isDefinition(entry: CookieDeclaration): entry is CookieDefinition {
  return 'decode' in Object(entry)
}

/** All cookies that a category declares, with those of its services. */
export function cookiesOf({ cookies = [], services = {} }: Partial<CategoryConfig> = {}): CookieDeclaration[] {
  return [...cookies, ...Object.values(services).flatMap((service) => service.cookies ?? [])]
}

/** The name of the cookie that holds the signature of the record. */
export function signatureName({ cookie }: Pick<Consent, 'cookie'>): string {
  return `${cookie.name}.sig`
}

/** Whether a cookie is our own: the record, or its signature. It needs no grant and is never erased with others. */
export function isOwnCookie({ cookie }: Pick<Consent, 'cookie'>, name: string): boolean {
  return name === cookie.name || name === signatureName({ cookie })
}

/** The ids of the services in these categories; in all of them by default. */
export function servicesOf(consent: Consent, categories: readonly string[] = consent.ids): string[] {
  return categories.flatMap((id) => Object.keys(consent.categories[id]?.services ?? {}))
}
