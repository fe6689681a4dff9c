import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore, ConsentStoreOptions } from './consent-store.js'
import { createConsentCookies } from './cookies.js'
import { wireStore } from './wire-store.js'

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
