import type { Signals } from '../core/consent/grant.js'

/**
 * What this browser says for the visitor: Global Privacy Control, and only a real `true`. `ConsentProvider` reads it for
 * the store that it makes; a store of your own is given it.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent, readSignals } from 'assent/core'
 *
 * const consent = defineConsent({ version: 1, categories: { ads: { name: 'Ads', description: '', regime: 'opt-out' } } })
 * const store = createConsentStore(consent, { jar: createBrowserJar(), signals: readSignals })
 * ```
 */
export function readSignals(): Signals {
  return {
    gpc: (globalThis.navigator as { globalPrivacyControl?: unknown } | undefined)?.globalPrivacyControl === true,
  }
}
