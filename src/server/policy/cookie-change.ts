/** An attribute that a rule added or replaced. */
export interface CookieEdit {
  readonly name: string
  readonly code: 'secure-added' | 'http-only-added' | 'same-site-added' | 'lifetime-capped'
  /** The attribute as it stood, `undefined` for none. */
  readonly before: string | undefined
  /** The attribute as it stands now. */
  readonly after: string
}

/** A cookie that was not set. */
export interface CookieDrop {
  readonly name: string
  readonly code: 'dropped'
  /** The category that is not granted; `undefined` for a name in no category. */
  readonly category: string | undefined
  /** The service that is not granted, where one owns the name. */
  readonly service: string | undefined
}

/** A cookie whose name is in no category, and that was set all the same, by `undeclared: 'report'`. */
export interface CookieUndeclared {
  readonly name: string
  readonly code: 'undeclared'
}

/** What a rule did to one Set-Cookie. It tells names and attributes, never a value, so that it can be logged. */
export type CookieChange = CookieEdit | CookieDrop | CookieUndeclared
