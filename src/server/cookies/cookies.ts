import type { Pattern } from '../../core/declaration/config.js'
import type { CookieAttributes } from '../../core/cookies/attributes.js'
import type { CookieDefinition } from '../../core/cookies/define-cookie.js'
import type { Place } from '../../core/cookies/deletion.js'

/** How a value is encoded: `js` as js-cookie does, `python` as Django does. */
export type Wire = 'js' | 'python'

export interface SetOptions extends CookieAttributes {
  /** How the value is encoded. Default: as `createCookies` was told. */
  wire?: Wire | undefined
  /** The most bytes that the value may take on the wire. Default: 4096 less the name. */
  maxBytes?: number | undefined
}

export interface SetSignedOptions extends Omit<SetOptions, 'wire'> {
  /** Names the purpose: a value signed for one purpose is not valid for another. Default: none, as in Django. */
  salt?: string | undefined
}

export interface SignedOptions {
  salt?: string | undefined
  /** The highest age of a valid signature, in seconds. Default: no limit. */
  maxAge?: number | undefined
}

/** The result of setting a cookie. A refused cookie is not sent to the visitor. */
export type SetResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'consent' | 'undeclared' | 'too-large' }

/** The result of reading a signed or sealed cookie. */
export type SignedResult<T = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'absent' | 'bad-signature' | 'expired' }

/** The names that were deleted, and those that were not. */
export interface DeletedNames extends ReadonlyArray<string> {
  /**
   * The names whose lines do not fit: all Set-Cookie lines of a reply take at most 8000 bytes, because many servers and
   * proxies accept no more. These cookies stay. Delete them with the next reply.
   */
  readonly left: readonly string[]
}

type Widen<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T

/** Preferences with the types of their defaults: `'light'` stands for any text, `20` for any number. */
export type Preferences<T> = { readonly [Key in keyof T]: Widen<T[Key]> }

/** The result of setting each preference. */
export type PreferenceResults<T> = { readonly [Key in keyof T]: SetResult }

/** The cookies of a request, and those that its reply sets. A cookie that was set can be read back at once. */
export interface Cookies {
  /** Reads a value by its definition, signed and sealed ones too. Gives the default if it is invalid, unsigned or expired. */
  get<T>(this: void, cookie: CookieDefinition<T>): T
  /** Reads the text of a cookie. */
  get(this: void, name: string): string | undefined
  /**
   * Reads a value as the type of a default: text, number, boolean or JSON. Invalid text gives the default. JSON is checked
   * only for being an object or a list, as the default is. A visitor can write any cookie, so check its members with a
   * schema.
   */
  get<T>(this: void, name: string, initial: T): Widen<T>
  has(this: void, cookie: string | CookieDefinition): boolean
  /** Gives the texts of all cookies, as an object without prototype. */
  all(this: void): Readonly<Record<string, string>>
  /** Gives the texts of the cookies whose names start with this prefix. */
  startingWith(this: void, prefix: string): Readonly<Record<string, string>>
  /** Sets a cookie. Throws a `ConsentError` for a name, an attribute or a value that can never work. */
  set<T>(this: void, cookie: CookieDefinition<T>, value: NoInfer<T>, options?: SetOptions): SetResult
  set(this: void, name: string, value: unknown, options?: SetOptions): SetResult
  /** Sets a signed cookie, as Django's `set_signed_cookie` does. It is HttpOnly unless the option is false. */
  setSigned(this: void, name: string, value: string, options?: SetSignedOptions): SetResult
  /** Reads a signed text. Gives the default if it is absent, invalid or expired. */
  getSigned(this: void, name: string, options?: SignedOptions): string | undefined
  getSigned<T>(this: void, name: string, options: SignedOptions & { default: T }): string | T
  /** Reads a signed text, or gives the reason why there is none. */
  checkSigned(this: void, name: string, options?: SignedOptions): SignedResult
  checkSigned<T>(this: void, cookie: CookieDefinition<T>): SignedResult<T>
  /** Deletes a cookie: in this place, or else where its definition or the declaration says that it is. */
  delete(this: void, cookie: string | CookieDefinition, place?: Place): void
  /** Deletes the cookies of the request whose names match, as many as fit into one reply, and gives their names. */
  deleteMatching(this: void, patterns: readonly Pattern[], place?: Place): DeletedNames
  /** Deletes every cookie of the request whose name matches none of `keep`, as many as fit into one reply, and gives their names. */
  deleteAll(this: void, options?: { readonly keep?: readonly Pattern[] | undefined }): DeletedNames
  /** Reads the preferences that `usePreferences` keeps, each as the type of its default. */
  preferences<T extends Readonly<Record<string, unknown>>>(this: void, defaults: T): Preferences<T>
  /** Sets preferences for a year, each in a cookie named `pref_` and its key. Gives the result of each. */
  setPreferences<T extends Readonly<Record<string, unknown>>>(this: void, values: T): PreferenceResults<T>
  /** Gives the Set-Cookie lines so far, for frameworks without `Response`. */
  toHeaders(this: void): string[]
  /** Adds the Set-Cookie lines to a response, once. If its headers are immutable, it gives a copy, which takes over the unread body. */
  commit(this: void, response: Response): Response
}
