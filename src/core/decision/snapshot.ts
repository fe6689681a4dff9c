import type { Consent } from '../declaration/consent.js'
import { visibleNames } from '../declaration/visible-names.js'
import { isTexts, jsonObject } from '../json.js'
import type { Signals } from './grant.js'
import { decodeValue } from '../cookies/cookie-value.js'
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
  const { wires, record, signals } = readRequest(source, consent, now)
  const visible = Object.keys(wires).filter(consent.once(visibleNames))
  return {
    ...(record && { record }),
    ...(signals && { signals }),
    ...(region !== undefined && { region }),
    now,
    // Not by assignment: a cookie may be called `__proto__`.
    cookies: Object.fromEntries(visible.map((name) => [name, decodeValue(wires[name] ?? '')])),
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

/**
 * Reads what {@link embedSnapshot} wrote. Gives `undefined` for every other text: a page may hold one that was cut off, or
 * that a template escaped.
 */
export function parseSnapshot(text: string): Snapshot | undefined {
  const snapshot = jsonObject(text)
  const { record, signals, region, now, cookies } = snapshot
  const isSnapshot =
    Number.isFinite(now) &&
    isObject(cookies) &&
    isTexts(Object.values(cookies)) &&
    (record === undefined || isRecord(record)) &&
    (signals === undefined || isObject(signals)) &&
    isTextOrNone(region)
  return isSnapshot ? (snapshot as unknown as Snapshot) : undefined // each member is checked
}

function isRecord(value: unknown): boolean {
  if (!isObject(value)) return false
  const { categories, services = [], timestamp, version, id, via, language } = value
  const isTimed = timestamp === null || typeof timestamp === 'string'
  const isVersioned = Number.isSafeInteger(version)
  return isTexts(categories) && isTexts(services) && isTimed && isVersioned && [id, via, language].every(isTextOrNone)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}
