import type { Consent } from '../core/declaration/consent.js'
import { createConsentCookies, type ConsentCookies } from './cookies.js'
import type { ConsentStoreOptions, WiredStore } from './wired-store.js'
import { wireStore } from './wire-store.js'

/** A consent store: state to read and to subscribe to, as zustand's are, and actions beside it. */
export interface ConsentStore<C extends Consent = Consent> extends WiredStore<C> {
  /** The cookies of the page, governed by consent. */
  readonly cookies: ConsentCookies<C>
}

/**
 * Creates a consent store, without React. Creating starts nothing and reads nothing: `start()` does.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true }, analytics: { name: 'Analytics', description: '' } },
 * })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * const stop = store.start()
 * store.save({ categories: ['analytics'] })
 * ```
 */
export function createConsentStore<C extends Consent>(consent: C, options: ConsentStoreOptions): ConsentStore<C>
export function createConsentStore(consent: Consent, options: ConsentStoreOptions): ConsentStore {
  const store = wireStore(consent, options)
  return Object.assign(store, { cookies: store.once(createConsentCookies) })
}
