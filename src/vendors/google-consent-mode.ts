import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, type GrantedBy, type GrantId } from './follow-grant.js'

/** The consent types of Google tags, except `security_storage`, which is always granted. */
export type GoogleConsentType = Exclude<keyof typeof USUAL, 'security_storage'>

interface CommonOptions<C extends Consent> {
  /**
   * The category or service that grants each type; `false`: none does. Default: `marketing` grants the three advertising
   * types, `analytics` grants `analytics_storage`, and `functional` grants the other two.
   */
  grantedBy?: Partial<GrantedBy<GoogleConsentType, GrantId<C>>> | undefined
  /** How long a tag waits for `update`, in milliseconds, if the store starts after the tag. Default: not at all. */
  waitForUpdate?: number | undefined
  /** Settings that are sent with the default by `gtag('set', …)`, under Google's names. Default: none. */
  settings?: { readonly ads_data_redaction?: boolean; readonly url_passthrough?: boolean } | undefined
}

/** The options of {@link googleConsentMode}. The mode has no default: you must choose it. */
export type GoogleConsentModeOptions<C extends Consent = Consent> = CommonOptions<C> &
  (
    | {
        /** Your page loads the tag at once. The tag sends pings without cookies until the visitor agrees. */
        mode: 'advanced'
        load?: undefined
      }
    | {
        /** Nothing is loaded or sent until `ad_storage` or `analytics_storage` is granted. */
        mode: 'basic'
        /** Loads the tag. Called once in a page, after the consent commands. */
        load: () => void
      }
  )

/** The page's list of commands. It also records that the tag was loaded, for every store and every call. */
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
 * Sends the visitor's consent to Google's tags by Consent Mode v2. It pushes `default` at once, with everything denied, and
 * `update` at each choice, and at once for a visitor who has decided. Call it before the tag runs. If the page has already
 * pushed a `default`, it pushes none.
 *
 * Returns a function that stops it. On a server it does nothing. Throws a `ConsentError` for an undeclared id, in
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
    // Google's tags expect a command as an `arguments` object, and treat an array as data.
    const gtag: (...command: unknown[]) => void = function () {
      queue.push(arguments)
    }
    const { waitForUpdate, settings = {} } = options
    if (command === 'update') gtag('consent', command, states)
    else {
      if (!queue.some(({ 0: name, 1: pushed }) => name === 'consent' && pushed === command))
        gtag('consent', command, { ...states, wait_for_update: waitForUpdate })
      for (const setting of Object.entries(settings)) gtag('set', ...setting)
    }
    if (queue.isLoaded || ![states.ad_storage, states.analytics_storage].includes('granted')) return
    queue.isLoaded = true
    options.load?.()
  })
}
