import { debug } from '../core/debug.js'
import type { PageStorage, TraceKind } from '../core/page-storage.js'

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
      // An item that cannot be removed keeps no other from it.
      const removeAll = (kind: TraceKind, names: string[], remove: (name: string) => unknown): Promise<unknown> =>
        Promise.all(
          names
            .filter(isForbidden)
            .map(async (name) => report(kind, name, (await attempt(() => remove(name))) && 'rejected')),
        )
      await Promise.all(
        (['localStorage', 'sessionStorage'] as const).map((kind) =>
          attempt(() => removeAll(kind, Object.keys(globalThis[kind]), (name) => globalThis[kind].removeItem(name))),
        ),
      )
      await attempt(
        async () =>
          // Throws here if storage is blocked. Chromium's `databases` would also reject a promise that nobody can catch.
          (globalThis.localStorage as Storage | null) &&
          removeAll(
            'indexedDB',
            (await indexedDB.databases()).map(({ name = '' }) => name),
            deleteDatabase,
          ),
      )
      await attempt(async () => removeAll('caches', await caches.keys(), async (name) => !(await caches.delete(name))))
    },
  }
}

/** Deletes a database. Gives whether it stays: one that a script holds open is deleted only when the script closes it. */
function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve(false)
    request.onerror = request.onblocked = () => resolve(true)
  })
}

/** Runs a task, and gives whether it gave something or failed. A synchronous task is done when this returns. */
async function attempt(task: () => unknown): Promise<boolean> {
  try {
    return !!(await task())
  } catch (error) {
    debug('The browser blocks storage for this page.', error)
    return true
  }
}
