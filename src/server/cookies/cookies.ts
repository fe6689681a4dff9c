import type { Pattern } from '../../core/declaration/config.js'
import type { CookieAttributes } from '../../core/cookies/attributes.js'
import type { CookieDefinition } from '../../core/cookies/define-cookie.js'
import type { Place } from '../../core/cookies/deletion.js'

/** How a value is written: `js` as js-cookie does, `python` as Django does. */
export type Wire = 'js' | 'python'

export interface SetOptions extends CookieAttributes {
  /** Default: that of `createCookies`. */
  wire?: Wire | undefined
  /** The most bytes that the value may take on the wire. Default: what fits into 4096 with the name. */
  maxBytes?: number | undefined
}

export interface SetSignedOptions extends Omit<SetOptions, 'wire'> {
  /** Keeps what is signed for one purpose from counting for another. Default: none, as in Django. */
  salt?: string | undefined
}

export interface SignedOptions {
  salt?: string | undefined
  /** The most seconds ago that it may have been signed. Default: any. */
  maxAge?: number | undefined
}

/** What became of a cookie that was to be set. What was refused, the visitor does not get. */
export type SetResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'consent' | 'undeclared' | 'too-large' }

/** What became of a signed or sealed cookie that was read. */
export type SignedResult<T = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'absent' | 'bad-signature' | 'expired' }

type Widen<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T

/** Preferences as the type of their defaults: `'light'` is any text, `20` any number. */
export type Preferences<T> = { readonly [Key in keyof T]: Widen<T[Key]> }

/** What became of each preference that was set. */
export type PreferenceResults<T> = { readonly [Key in keyof T]: SetResult }

/** The cookies of a request, and those that its reply is to set. What was set is read back at once. */
export interface Cookies {
  /** The value by its definition: signed and sealed ones too; the default for what is bad, unsigned or expired. */
  get<T>(this: void, cookie: CookieDefinition<T>): T
  /** The text of a cookie. */
  get(this: void, name: string): string | undefined
  /**
   * The value as the type of a default: text, number, boolean or JSON. Bad text gives the default. Of JSON it is only checked
   * that an object is one, and a list: a visitor writes cookies, so give what is in it a schema.
   */
  get<T>(this: void, name: string, initial: T): Widen<T>
  has(this: void, cookie: string | CookieDefinition): boolean
  /** The texts of all cookies, as an object without prototype. */
  all(this: void): Readonly<Record<string, string>>
  /** The texts of the cookies whose names start so. */
  startingWith(this: void, prefix: string): Readonly<Record<string, string>>
  /** Sets a cookie. Throws a `ConsentError` for a name, an attribute or a value that never works. */
  set<T>(this: void, cookie: CookieDefinition<T>, value: NoInfer<T>, options?: SetOptions): SetResult
  set(this: void, name: string, value: unknown, options?: SetOptions): SetResult
  /** Signs as Django's `set_signed_cookie` does. HttpOnly, unless that is false. */
  setSigned(this: void, name: string, value: string, options?: SetSignedOptions): SetResult
  /** The text that was signed; the default for what is absent, bad or expired. */
  getSigned(this: void, name: string, options?: SignedOptions): string | undefined
  getSigned<T>(this: void, name: string, options: SignedOptions & { default: T }): string | T
  /** The text that was signed, or why there is none. */
  checkSigned(this: void, name: string, options?: SignedOptions): SignedResult
  checkSigned<T>(this: void, cookie: CookieDefinition<T>): SignedResult<T>
  /** Deletes a cookie: where its definition says that it is, or there. */
  delete(this: void, cookie: string | CookieDefinition, place?: Place): void
  /** Deletes the cookies of the request whose names match, and gives their names. */
  deleteMatching(this: void, patterns: readonly Pattern[], place?: Place): readonly string[]
  /** Deletes every cookie of the request whose name matches none of `keep`, and gives their names. */
  deleteAll(this: void, options?: { readonly keep?: readonly Pattern[] | undefined }): readonly string[]
  /** The preferences that `usePreferences` keeps, each as the type of its default. */
  preferences<T extends Readonly<Record<string, unknown>>>(this: void, defaults: T): Preferences<T>
  /** Sets preferences, each in a cookie `pref_` and its key, for a year, and tells what became of each. */
  setPreferences<T extends Readonly<Record<string, unknown>>>(this: void, values: T): PreferenceResults<T>
  /** The Set-Cookie lines so far, for frameworks without `Response`. */
  toHeaders(this: void): string[]
  /** Adds the Set-Cookie lines to a response, once: to a copy where its headers are immutable, whose body is not yet read. */
  commit(this: void, response: Response): Response
}
