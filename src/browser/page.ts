import { debug } from '../core/debug.js'
import type { Signals } from '../core/decision/grant.js'
import type { Snapshot } from '../core/decision/snapshot.js'

/** Runs a task on the storage of the page. Gives `otherwise` on a server, or if storage is blocked, as in a sandboxed frame. */
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
 * Reads the signals of this browser: Global Privacy Control, if its value is exactly `true`. `ConsentProvider` passes it to
 * the store that it makes. Pass it to a store of your own.
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
 * Reads the snapshot that the server embedded in this page. Gives `undefined` if the page has none.
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
  return text ? (JSON.parse(text) as Snapshot) : undefined // our own server wrote it with embedSnapshot
}
