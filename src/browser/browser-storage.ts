import { debug } from '../core/debug.js'
import type { PageStorage } from '../core/page-storage.js'

/**
 * What this page keeps besides cookies: localStorage, sessionStorage, IndexedDB databases and caches. Where a browser
 * blocks them, or has none, there is nothing to erase.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createBrowserStorage, createConsentStore, defineConsent } from 'assent/core'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { analytics: { name: 'Analytics', description: '', storage: ['_hj*'] } },
 * })
 * const store = createConsentStore(consent, { jar: createBrowserJar(), storage: createBrowserStorage() })
 * ```
 */
export function createBrowserStorage(): PageStorage {
  return {
    async erase(isForbidden, settle) {
      for (const kind of ['localStorage', 'sessionStorage'] as const)
        void attempt(() => {
          for (const name of Object.keys(globalThis[kind]).filter(isForbidden)) {
            globalThis[kind].removeItem(name)
            settle(kind, name)
          }
        })
      await attempt(async () => {
        // Throws first where all is blocked: Chromium's `databases` would also reject a promise that nobody can catch.
        globalThis.localStorage.key(0)
        for (const { name = '' } of await indexedDB.databases())
          if (isForbidden(name)) settle('indexedDB', name, (await deleteDatabase(name)) && 'rejected')
      })
      await attempt(async () => {
        for (const name of (await caches.keys()).filter(isForbidden))
          settle('caches', name, !(await caches.delete(name)) && 'rejected')
      })
    },
  }
}

/** Whether it stays: one that a script holds open goes when that closes it. */
function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    for (const type of ['success', 'error', 'blocked'])
      request.addEventListener(type, () => resolve(type !== 'success'))
  })
}

/** Begins at once: what waits for nothing is done when this returns. */
async function attempt(task: () => unknown): Promise<void> {
  try {
    await task()
  } catch (error) {
    debug('This browser keeps storage from the page.', error)
  }
}
