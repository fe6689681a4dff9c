/** The words of banner, panel and form. Plain text: what stands in braces is filled in. */
export interface Messages extends TableMessages {
  /** The banner's heading. */
  readonly title: string
  /** The banner's text. `{partners}` is filled with {@link Messages.partners} where others are involved, `{purposes}` with what is asked for. */
  readonly description: string
  /** What stands at `{partners}` where a service or a foreign provider is declared, with the space before it. */
  readonly partners: string
  /** The banner's text where nothing needs consent, and it only informs. It takes `{partners}` and `{purposes}`, too. */
  readonly notice: string
  /** Closes a notice. */
  readonly dismiss: string
  /** The label of the button that opens the preferences where something is granted until the visitor says no (CCPA regulations §7015). */
  readonly privacyChoices: string
  /** What is new since the visitor decided; `{changes}` are the texts of the declaration. */
  readonly changes: string
  /** The text shown while Global Privacy Control refuses something. */
  readonly gpc: string
  readonly accept: string
  readonly reject: string
  readonly customize: string
  /** The link to the policy. */
  readonly policy: string
  /** The panel's heading, and the label of the button that opens it. */
  readonly preferences: string
  /** The panel's text; `{duration}` is how long a choice is kept. */
  readonly preferencesDescription: string
  readonly save: string
  /** The text shown after a choice. */
  readonly saved: string
  readonly close: string
  /** The text shown instead of a required category's checkbox. */
  readonly alwaysActive: string
  /** Opens the list of a category's cookies; `{count}` is how many. */
  readonly cookies: string
  /** Before it, where the category has services; `{count}` is how many. */
  readonly serviceCount: string
  /** The label of a key of web storage, a database or a cache. */
  readonly storage: string
  /** The duration of a cookie that ends with the browser's session. */
  readonly session: string
}

/** The words of `CookieTable`: its headings, and what stands in it. */
export interface TableMessages {
  readonly cookie: string
  readonly provider: string
  readonly purpose: string
  readonly duration: string
  readonly category: string
  /** The provider of the site's own cookies. */
  readonly thisSite: string
  /** The duration where the declaration gives none. */
  readonly notStated: string
}

/** The words of `ConsentFrame`. Plain text: `{name}` is filled in. */
export interface FrameMessages {
  /** Why the frame waits; `{name}` is the service's name, or the category's. */
  readonly frame: string
  /** Shows this frame until the page is left. */
  readonly showOnce: string
  /** Grants the service, or the category, from now on. */
  readonly showAlways: string
}

/** The words of a category or a service. */
export interface CategoryText {
  readonly name?: string | undefined
  readonly description?: string | undefined
  /** What it is for, as a noun that fits into the banner's list: "statistics". */
  readonly purpose?: string | undefined
}

/** The words of a declaration's categories, or of its services, in another language, by id. */
export type CategoryMessages = Readonly<Record<string, CategoryText | undefined>>

/** The ids of categories that every language of ours has words for. */
export type KnownCategory = 'essential' | 'functional' | 'analytics' | 'marketing' | 'social'

/** The words of our languages for one known category. */
export interface KnownText {
  readonly name: string
  readonly description: string
  readonly purpose: string
  /** Marks them as ours, so that the declaration's own text in that language counts before them. */
  readonly isKnown: true
}

/** One language of ours: all words, the known categories, its tag and its direction. */
export interface Locale extends Messages, FrameMessages {
  /** A BCP 47 tag. */
  readonly locale: string
  readonly dir: Direction
  readonly categories: Readonly<Record<KnownCategory, KnownText>>
}

export type Direction = 'ltr' | 'rtl'

/** Your own words. The words that you leave out keep their defaults. */
export interface PartialMessages extends Partial<Messages>, Partial<FrameMessages> {
  /** Their language, a BCP 47 tag. Default: the provider's `locale`. */
  readonly locale?: string | undefined
  /** Their direction. Default: that of their language. */
  readonly dir?: Direction | undefined
  readonly categories?: CategoryMessages | undefined
  readonly services?: CategoryMessages | undefined
}
