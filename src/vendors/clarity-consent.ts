import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, type GrantedBy, type GrantId } from './follow-grant.js'

/** The consent types of Clarity. They have a capital S, unlike those of Google and UET. */
export type ClarityConsentType = 'ad_Storage' | 'analytics_Storage'

/** The options of {@link clarityConsent}. */
export interface ClarityConsentOptions<C extends Consent = Consent> {
  /** The category or service that grants each type; `false`: none does. Default: `marketing` and `analytics`. */
  grantedBy?: Partial<GrantedBy<ClarityConsentType, GrantId<C>>> | undefined
}

interface Clarity {
  (...command: unknown[]): void
  q?: unknown[]
}

/**
 * Sends the visitor's consent to Microsoft Clarity by its Consent API v2. It denies both types at once, and sends the grant
 * at each choice, and at once for a visitor who has decided. Call it before the tag runs.
 *
 * Returns a function that stops it. On a server it does nothing. Throws a `ConsentError` for an undeclared id, in
 * development builds. Source: Microsoft Clarity, "Consent API v2".
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 * import { clarityConsent } from 'assent/vendors'
 *
 * const consent = defineConsent({ version: 1, categories: { analytics: { name: 'Analytics', description: '' } } })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * const stop = clarityConsent(store, { grantedBy: { ad_Storage: false } })
 * ```
 */
export function clarityConsent<C extends Consent>(
  store: ConsentStore<C>,
  { grantedBy }: ClarityConsentOptions<C> = {},
): () => void {
  // The same queue as in Clarity's snippet, which keeps an existing one.
  const queue: Clarity = function () {
    ;(queue.q ??= []).push(arguments)
  }
  return followGrant(
    store,
    'clarity',
    { ad_Storage: 'marketing', analytics_Storage: 'analytics' },
    grantedBy,
    (states) => {
      const page = window as { clarity?: Clarity }
      ;(page.clarity ??= queue)('consentv2', states)
    },
  )
}
