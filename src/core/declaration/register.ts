import type { Consent } from './consent.js'
import type { Pattern } from './config.js'
import type { CookieSide } from '../cookies/define-cookie.js'

/**
 * Registers your declaration by declaration merging, so that category ids and cookie names are types everywhere.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent'
 *
 * export const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 *
 * declare module 'assent' {
 *   interface Register { consent: typeof consent }
 * }
 * ```
 */
export interface Register {}

/** The registered declaration, or any declaration if none is registered. */
export type RegisteredConsent = Register extends { consent: infer C extends Consent } ? C : Consent

/** The category ids of a declaration: of the registered one by default. */
export type CategoryId<C extends Consent = RegisteredConsent> = C['ids'][number]

/** The service ids of a declaration: of the registered one by default; `never` where it declares none. */
export type ServiceId<C extends Consent = RegisteredConsent> =
  C extends Consent<infer K> ? (string extends keyof K ? string : ServiceKeys<K[keyof K]>) : string

/** The cookie names of a declaration. `pref_*` stands for every name that starts with `pref_`. */
export type CookieName<C extends Consent = RegisteredConsent> =
  C extends Consent<infer K> ? (string extends keyof K ? string : NameOf<Declared<K>>) : string

/** The cookie names that a page may read: all but those of HttpOnly definitions. */
export type ClientCookieName<C extends Consent = RegisteredConsent> = Exclude<
  CookieName<C>,
  Extract<Definitions<C>, { readonly side: 'server' }>['name']
>

/** The cookie names that were declared without a definition, so a component can choose the type of their values. */
export type PlainCookieName<C extends Consent = RegisteredConsent> = Exclude<CookieName<C>, Definitions<C>['name']>

/** The definition that declares a name. */
export type DefinitionOf<Name extends string, C extends Consent = RegisteredConsent> = Extract<
  Definitions<C>,
  { readonly name: Name }
>

type Definitions<C> =
  C extends Consent<infer K>
    ? string extends keyof K
      ? never
      : Extract<Declared<K>, { readonly name: string; readonly side: CookieSide }>
    : never
type Entries<D> = D extends { cookies: readonly (infer E)[] } ? E : never
type ServiceKeys<D> = D extends { services?: infer S } ? keyof NonNullable<S> & string : never
type Services<D> = D extends { services: infer S } ? S[keyof S] : never
type Declared<K> = Entries<K[keyof K]> | Entries<Services<K[keyof K]>>
type PatternOf<E> = E extends Pattern ? E : E extends { name: infer N } ? N : never
type NameOf<E> =
  PatternOf<E> extends infer P ? (P extends string ? Template<P> : P extends RegExp ? string : never) : never
type Template<P extends string> = P extends `${infer Head}*${infer Tail}` ? `${Head}${string}${Template<Tail>}` : P
