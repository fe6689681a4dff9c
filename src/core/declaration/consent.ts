import type { CookieAttributes } from '../cookies/attributes.js'
import type { CookieDefinition } from '../cookies/define-cookie.js'
import type { Once } from '../once.js'
import type { CategoryConfig, ConsentConfig, CookieDeclaration, Pattern } from './config.js'

/** Declared categories by id. */
export type Categories = Readonly<Record<string, CategoryConfig>>

/** The owner of a cookie name: a category, or a service in it. */
export interface Owner<Id extends string = string> {
  readonly category: Id
  readonly service?: string | undefined
}

/** The granted ids: of categories, and of the services in them. */
export interface Granted<Id extends string = string> {
  readonly categories: readonly Id[]
  readonly services: readonly string[]
}

/** A checked and compiled declaration, which every other function reads. */
export interface Consent<K extends Categories = Categories, Id extends string = keyof K & string> extends Readonly<
  Pick<ConsentConfig, 'language' | 'notice' | 'changes'>
> {
  readonly version: number
  readonly categories: K
  readonly endpoint: string | undefined
  readonly policy: string | undefined
  /** The cookie that holds the choice, with its defaults filled in. */
  readonly cookie: { readonly name: string } & Readonly<CookieAttributes> & { readonly maxAge: number }
  /** All category ids, in declared order. */
  readonly ids: readonly Id[]
  /** The definitions among the declared cookies, by name. */
  readonly definitions: ReadonlyMap<string, CookieDefinition>
  /** Gives the owners of a cookie name: the best match, or all of them if several match equally. */
  ownersOf(this: void, name: string): readonly Owner<Id>[]
  /** Gives the category of a cookie name; `undefined` if none declares it. */
  categoryOf(this: void, name: string): Id | undefined
  /** Whether a cookie of this name may be set now. A name in no category may not. */
  isCookieAllowed(this: void, name: string, grant: Granted): boolean
  /** Whether a cookie of this name is always allowed: a required category's, or the consent cookie itself. */
  isEssential(this: void, name: string): boolean
  /** What `make` computes from this declaration: it is called once, and the declaration keeps the result. */
  readonly once: Once<Consent>
}

/** Gives the pattern of a declared cookie, in whichever form it was declared. */
export function patternOf(entry: CookieDeclaration): Pattern {
  return (entry as { name?: Pattern }).name ?? (entry as Pattern) // a string and a RegExp have no name
}

export function isDefinition(entry: CookieDeclaration): entry is CookieDefinition {
  return 'decode' in Object(entry)
}

/** Gives the name of the cookie that holds the signature of the record. */
export function signatureName({ cookie }: Pick<Consent, 'cookie'>): string {
  return `${cookie.name}.sig`
}

/** Whether a cookie is the record or its signature. These need no grant and are never erased with other cookies. */
export function isOwnCookie({ cookie }: Pick<Consent, 'cookie'>, name: string): boolean {
  return name === cookie.name || name === signatureName({ cookie })
}

/** Lists the service ids of these categories; of all categories by default. */
export function servicesOf(consent: Consent, categories: readonly string[] = consent.ids): string[] {
  return categories.flatMap((id) => Object.keys(consent.categories[id]?.services ?? {}))
}
