import type { Granted } from '../core/declaration/consent.js'
import { createPosts } from './post-choices.js'
import { createScriptsRun } from './scripts-run.js'

/** How long a reload waits for the post of the choice, in milliseconds. */
const MAX_WAIT = 3000

/** The source of withdrawals that {@link reloadOnWithdraw} follows: a consent store. */
export interface WithdrawalSource {
  onErase(this: void, listener: (erasure: { readonly withdrawn: Granted }) => void): () => void
  once<T>(this: void, make: (source: WithdrawalSource) => T): T
}

export interface ReloadOptions {
  /** The function that reloads. Default: `location.reload()`. */
  reload?: (() => void) | undefined
}

/**
 * Reloads the page at a withdrawal if a script of a withdrawn category or service has run, because code that has run cannot
 * be removed from a page. Before the reload everything is erased, and the post of `postChoices` has finished or three
 * seconds have passed. Other tabs of the site reload by the same rule.
 *
 * Scripts that `ConsentScript` has loaded count. Returns a function that stops it.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent, reloadOnWithdraw } from 'assent/core'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] } },
 * })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * const stop = reloadOnWithdraw(store)
 * ```
 */
export function reloadOnWithdraw(store: WithdrawalSource, options: ReloadOptions = {}): () => void {
  const { reload = () => location.reload() } = options
  return store.onErase(({ withdrawn }) => {
    if (!store.once(createScriptsRun).has(withdrawn)) return
    const timeout = new Promise((resolve) => setTimeout(resolve, MAX_WAIT))
    void Promise.race([store.once(createPosts).last, timeout]).then(reload)
  })
}
