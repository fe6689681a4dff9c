import { debug } from '../core/debug.js'
import type { PageStorage } from '../core/page-storage.js'

/**
 * Makes the storage of this page besides cookies: localStorage, sessionStorage, IndexedDB databases and caches. If the
 * browser blocks or lacks them, there is nothing to erase.
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
    async erase(isForbidden, report) {
      for (const kind of ['localStorage', 'sessionStorage'] as const)
        void attempt(() => {
          for (const name of Object.keys(globalThis[kind]).filter(isForbidden)) {
            globalThis[kind].removeItem(name)
            report(kind, name)
          }
        })
      await attempt(async () => {
        // Throws here if storage is blocked. Chromium's `databases` would also reject a promise that nobody can catch.
        globalThis.localStorage.key(0)
        for (const { name = '' } of await indexedDB.databases())
          if (isForbidden(name)) report('indexedDB', name, (await deleteDatabase(name)) && 'rejected')
      })
      await attempt(async () => {
        for (const name of (await caches.keys()).filter(isForbidden))
          report('caches', name, !(await caches.delete(name)) && 'rejected')
      })
    },
  }
}

/** Deletes a database. Gives whether it stays: one that a script holds open is deleted only when the script closes it. */
function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    for (const type of ['success', 'error', 'blocked'])
      request.addEventListener(type, () => resolve(type !== 'success'))
  })
}

/** Runs a task, and reports its error. A synchronous task is done when this returns. */
async function attempt(task: () => unknown): Promise<void> {
  try {
    await task()
  } catch (error) {
    debug('The browser blocks storage for this page.', error)
  }
}
