import { debug } from '../core/debug.js'
import type { Signals } from '../core/decision/grant.js'
import type { Snapshot } from '../core/decision/snapshot.js'

/** Uses what a page keeps, where there is a page and that is not blocked, as it is in a sandboxed frame. */
export function onPage<T>(task: () => T, otherwise: T): T {
  if (typeof document === 'undefined') return otherwise
  try {
    return task()
  } catch (error) {
    debug('Cookies or storage are blocked.', error)
    return otherwise
  }
}

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

/**
 * The snapshot that the server embedded in this page, or `undefined` on a page that has none.
 *
 * @example
 * ```tsx
 * import { ConsentProvider, defineConsent, readSnapshot } from 'assent'
 *
 * const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 * export const root = <ConsentProvider consent={consent} snapshot={readSnapshot()} />
 * ```
 */
export function readSnapshot(): Snapshot | undefined {
  const text = document.querySelector('script[data-assent="state"]')?.textContent
  return text ? (JSON.parse(text) as Snapshot) : undefined // our own server's, from embedSnapshot
}
