import type { CookieAttributes } from '../cookies/attributes.js'
import type { CookieDefinition, CookieInfo } from '../cookies/define-cookie.js'
import type { Text } from '../words/text.js'

/** A pattern for names: an exact name, a name with `*` for any run of characters, or a RegExp. The flags `g` and `y` of a RegExp keep no state. */
export type Pattern = string | RegExp

/** A cookie that another party sets: its text for a policy page, and its place, so that it can be erased. */
export interface CookieEntry extends CookieInfo, Pick<CookieAttributes, 'domain' | 'path' | 'partitioned'> {
  name: Pattern
  /**
   * Whether no script may read it: a snapshot for a page never holds it. A request does not say which cookies are HttpOnly,
   * so a server knows only what is declared.
   */
  httpOnly?: boolean | undefined
}

export type CookieDeclaration = Pattern | CookieEntry | CookieDefinition

/** How a category is granted: after a yes (`opt-in`), until a no (`opt-out`), or without asking (`exempt`). */
export type Regime = 'opt-in' | 'opt-out' | 'exempt'

/** The cookies, storage and URLs that a category or a service declares. */
export interface Declarations {
  cookies?: readonly CookieDeclaration[] | undefined
  /** Keys of localStorage and sessionStorage, and names of IndexedDB databases and caches. */
  storage?: readonly Pattern[] | undefined
  /**
   * The URLs of its scripts and of their requests, without the scheme: a host (`'plausible.io'`), a domain with its
   * subdomains (`'*.hotjar.com'`), either with the beginning of a path (`'www.google.com/maps/embed'`), or a path of this
   * site (`'/vendor/'`). In a path, `*` stands for any run of characters. A RegExp matches host, path and query as one text.
   */
  urls?: readonly Pattern[] | undefined
}

/** One vendor or tool inside a category. */
export interface ServiceConfig extends Declarations {
  name: Text
  description?: Text | undefined
}

/** A purpose that the visitor decides on. */
export interface CategoryConfig extends Declarations {
  name: Text
  description: Text
  /**
   * What it is for, as a noun that fits into the list of the banner: "statistics". Default: the words of the visitor's language
   * for `functional`, `analytics`, `marketing` and `social`, else the name.
   */
  purpose?: Text | undefined
  /** Whether the category is always granted, without asking. Default: false. */
  required?: boolean | undefined
  /** How the category is granted, or a function of the visitor's region. Default: `opt-in`. */
  regime?: Regime | ((region: string | undefined) => Regime) | undefined
  services?: Readonly<Record<string, ServiceConfig>> | undefined
}

/** The cookie that holds the choice. */
export interface ConsentCookieConfig extends Pick<CookieAttributes, 'domain' | 'path' | 'sameSite' | 'secure'> {
  /** Default: `cookie_consent`. */
  name?: string | undefined
  /** Seconds until the visitor is asked again. Default: 182 days. */
  maxAge?: number | undefined
}

export interface ConsentConfig {
  /** The version of the policy, a positive integer. Raise it to ask every visitor again. */
  version: number
  categories: Readonly<Record<string, CategoryConfig>>
  cookie?: ConsentCookieConfig | undefined
  /** The URL on this origin to which choices are also posted, so that forms work without JavaScript. */
  endpoint?: string | undefined
  /** The URL of the privacy policy, linked from banner and panel. */
  policy?: string | undefined
  /** The language of the texts here that are strings, a BCP 47 tag. Default: `en`. */
  language?: string | undefined
  /** Whether a banner informs where nothing needs consent and something may be refused. It can be closed. Default: false. */
  notice?: boolean | undefined
  /** What each version brought, by its number: told to those who decided on an older one. */
  changes?: Readonly<Record<number, Text>> | undefined
}
