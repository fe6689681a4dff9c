import type { Consent } from '../core/consent/consent.js'
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
  /** Whether `ads_data_redaction` is set. Default: false. */
  adsDataRedaction?: boolean | undefined
  /** Whether `url_passthrough` is set. Default: false. */
  urlPassthrough?: boolean | undefined
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
        /** Loads the tag. Called once, after the commands that tell what is granted. */
        load: () => void
      }
  )

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
  let { load } = options
  return followGrant(store, USUAL, options.grantedBy, (states, command) => {
    const { dataLayer = [] } = window as { dataLayer?: unknown[] }
    Object.assign(window, { dataLayer })
    // Google's tags know a command by `arguments`: an array is data to them.
    const gtag: (...command: unknown[]) => void = function () {
      dataLayer.push(arguments)
    }
    const { waitForUpdate, adsDataRedaction, urlPassthrough } = options
    gtag('consent', command, { ...states, ...(command === 'default' && waitForUpdate && { wait_for_update: waitForUpdate }) })
    if (command === 'default' && adsDataRedaction) gtag('set', 'ads_data_redaction', true)
    if (command === 'default' && urlPassthrough) gtag('set', 'url_passthrough', true)
    if (states.ad_storage === 'granted' || states.analytics_storage === 'granted') {
      load?.()
      load = undefined
    }
  })
}
