import type { CookieAttributes } from '../cookies/attributes.js'
import type { CookieDefinition, CookieInfo } from '../cookies/define-cookie.js'

/** Names to match: one name exactly, a name with `*` for any run of characters, or a RegExp (its flags `g` and `y` keep no state). */
export type Pattern = string | RegExp

/** A cookie of somebody else's: what a policy page says of it, and where it lives, so that it can be erased. */
export interface CookieEntry extends CookieInfo, Pick<CookieAttributes, 'domain' | 'path' | 'partitioned'> {
  name: Pattern
}

export type CookieDeclaration = Pattern | CookieEntry | CookieDefinition

/** Whether a purpose needs a yes (`opt-in`), stands until a no (`opt-out`), or is not asked (`exempt`). */
export type Regime = 'opt-in' | 'opt-out' | 'exempt'

/** What a category and a service have in common: what they set. */
export interface Declarations {
  cookies?: readonly CookieDeclaration[] | undefined
  /** Keys of localStorage and sessionStorage, and names of IndexedDB databases and of caches: all that a page keeps besides cookies. */
  storage?: readonly Pattern[] | undefined
  /**
   * Where its scripts come from and what they call, without the scheme: a host (`'plausible.io'`), a host with all below it
   * (`'*.hotjar.com'`), either with the beginning of a path (`'www.google.com/maps/embed'`), or a path of this site
   * (`'/vendor/'`), each with `*` for any run of characters in its path. A RegExp is given host, path and query as one text.
   */
  urls?: readonly Pattern[] | undefined
}

/** One vendor or tool inside a category. */
export interface ServiceConfig extends Declarations {
  name: string
  description?: string | undefined
}

/** A purpose that the visitor decides on. */
export interface CategoryConfig extends Declarations {
  name: string
  description: string
  /** Always granted and never asked. Default: false. */
  required?: boolean | undefined
  /** Default: `opt-in`. A function is asked with the visitor's region. */
  regime?: Regime | ((region: string | undefined) => Regime) | undefined
  services?: Readonly<Record<string, ServiceConfig>> | undefined
}

/** The cookie that keeps the choice. */
export interface ConsentCookieConfig extends Pick<CookieAttributes, 'domain' | 'path' | 'sameSite' | 'secure'> {
  /** Default: `cookie_consent`. */
  name?: string | undefined
  /** Seconds until the visitor is asked again. Default: 182 days. */
  maxAge?: number | undefined
}

export interface ConsentConfig {
  /** The version of the policy, a positive integer: raise it and everyone is asked again. */
  version: number
  categories: Readonly<Record<string, CategoryConfig>>
  cookie?: ConsentCookieConfig | undefined
  /** Where the choice is also posted, on this origin: forms work without JavaScript then. */
  endpoint?: string | undefined
  /** The privacy policy, linked from banner and panel. */
  policy?: string | undefined
}
