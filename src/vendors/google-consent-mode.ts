import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, type GrantedBy, type GrantId } from './follow-grant.js'

/** What a Google tag asks for, `security_storage` aside, which is always granted. */
export type GoogleConsentType = Exclude<keyof typeof USUAL, 'security_storage'>

interface CommonOptions<C extends Consent> {
  /**
   * The category or service that grants each type; `false`: nothing does. Default: `marketing` grants the three of advertising,
   * `analytics` `analytics_storage`, and `functional` the other two.
   */
  grantedBy?: Partial<GrantedBy<GoogleConsentType, GrantId<C>>> | undefined
  /** Milliseconds that a tag waits for `update`, for a store that starts after it. Default: none. */
  waitForUpdate?: number | undefined
  /** What `gtag('set', …)` is told beside the default, by Google's names. Default: nothing. */
  settings?: { readonly ads_data_redaction?: boolean; readonly url_passthrough?: boolean } | undefined
}

/** How {@link googleConsentMode} works. The mode is a choice of yours: it has no default. */
export type GoogleConsentModeOptions<C extends Consent = Consent> = CommonOptions<C> &
  (
    | {
        /** Your page loads the tag at once: it sends pings without cookies until the visitor agrees. */
        mode: 'advanced'
        load?: undefined
      }
    | {
        /** Nothing is loaded and sent until `ad_storage` or `analytics_storage` is granted. */
        mode: 'basic'
        /** Loads the tag. Called once a page, after the commands that tell what is granted. */
        load: () => void
      }
  )

/** The page's own list of commands. It tells every store and every call that the tag was loaded. */
type Queue = ArrayLike<unknown>[] & { isLoaded?: boolean }

const USUAL = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
  security_storage: true,
} as const

/**
 * Tells Google's tags by Consent Mode v2: `default`, all denied, at once; `update` at each choice, and at once for a visitor
 * who has decided. Call it before the tag runs. It pushes no `default` where the page has pushed one.
 *
 * Returns what stops it; on a server it does nothing. Throws a `ConsentError` for an id that is not declared, in
 * development builds. Source: Google, "Manage consent settings (web)".
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 * import { googleConsentMode } from 'assent/vendors'
 *
 * const consent = defineConsent({ version: 1, categories: { analytics: { name: 'Analytics', description: '' } } })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * const stop = googleConsentMode(store, { mode: 'advanced' })
 * ```
 */
export function googleConsentMode<C extends Consent>(
  store: ConsentStore<C>,
  options: GoogleConsentModeOptions<C>,
): () => void {
  return followGrant(store, 'google', USUAL, options.grantedBy, (states, command) => {
    const page = window as { dataLayer?: Queue }
    const queue: Queue = (page.dataLayer ??= [])
    // Google's tags know a command by `arguments`: an array is data to them.
    const gtag: (...command: unknown[]) => void = function () {
      queue.push(arguments)
    }
    const { waitForUpdate, settings = {} } = options
    if (command === 'update') gtag('consent', command, states)
    else {
      if (!queue.some(({ 0: name, 1: which }) => name === 'consent' && which === command))
        gtag('consent', command, { ...states, wait_for_update: waitForUpdate })
      for (const setting of Object.entries(settings)) gtag('set', ...setting)
    }
    if (queue.isLoaded || ![states.ad_storage, states.analytics_storage].includes('granted')) return
    queue.isLoaded = true
    options.load?.()
  })
}
