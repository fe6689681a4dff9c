import type { Consent } from '../declaration/consent.js'
import { visibleNames } from '../declaration/visible-names.js'
import type { Signals } from './grant.js'
import { readRequest, type CookieSource } from './read-request.js'
import type { ConsentRecord } from './record.js'

/** What a server knows of the visitor, as plain JSON: both sides render from the same one. */
export interface Snapshot {
  readonly record?: ConsentRecord | undefined
  readonly signals?: Signals | undefined
  readonly region?: string | undefined
  /** Milliseconds since 1970: the moment that both sides decide by. */
  readonly now: number
  /** Text of the cookies that the page may see. */
  readonly cookies: Readonly<Record<string, string>>
}

/**
 * Takes from a request what the page may know: the record, Global Privacy Control, and the values of client definitions
 * and of the site's own names declared as text in non-required categories. Session ids, undeclared cookies, and what is
 * declared `httpOnly` stay on the server. A request does not say which cookies are HttpOnly, so declare it.
 * Pages rendered with it must be `Cache-Control: private` and `Vary: Cookie`.
 *
 * @param source - the request's headers, its `Cookie` header alone, or `null` for none
 *
 * @example
 * ```ts
 * import { defineConsent, snapshotOf } from 'assent/core'
 *
 * const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 * const snapshot = snapshotOf('cookie_consent=yes', consent)
 * ```
 */
export function snapshotOf(
  source: CookieSource,
  consent: Consent,
  { region, now = Date.now() }: { region?: string | undefined; now?: number | undefined } = {},
): Snapshot {
  const { cookies, record, signals } = readRequest(source, consent, now)
  const visible = Object.keys(cookies).filter(consent.once(visibleNames))
  return {
    ...(record && { record }),
    ...(signals && { signals }),
    ...(region !== undefined && { region }),
    now,
    // Not by assignment: a cookie may be called `__proto__`.
    cookies: Object.fromEntries(visible.map((name) => [name, cookies[name] ?? ''])),
  }
}

/**
 * A snapshot as text for `<script type="application/json" data-assent="state">`, for pages that have no props to carry
 * it. Nothing in it can end the element.
 *
 * @example
 * ```ts
 * import { embedSnapshot, type Snapshot } from 'assent/core'
 *
 * export const stateElement = (snapshot: Snapshot) =>
 *   `<script type="application/json" data-assent="state">${embedSnapshot(snapshot)}</script>`
 * ```
 */
export function embedSnapshot(snapshot: Snapshot): string {
  return JSON.stringify(snapshot).replaceAll('<', '\\u003c')
}
