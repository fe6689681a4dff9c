/** The words of the components. Plain text: `{purposes}`, `{count}` and `{duration}` are filled in. */
export interface Messages extends TableMessages {
  /** The banner's heading. */
  readonly title: string
  /** The banner's text; `{purposes}` are the names of the categories that are asked for. */
  readonly description: string
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

/** The words of a declaration's categories, or of its services, in another language, by id. */
export type CategoryMessages = Readonly<
  Record<string, { readonly name?: string; readonly description?: string } | undefined>
>

/** Your own words. The words that you leave out keep their defaults. */
export interface PartialMessages extends Partial<Messages>, Partial<FrameMessages> {
  readonly categories?: CategoryMessages | undefined
  readonly services?: CategoryMessages | undefined
}
