import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, type GrantedBy, type GrantId } from './follow-grant.js'

/** What Clarity asks for: with a capital S, unlike Google and UET. */
export type ClarityConsentType = 'ad_Storage' | 'analytics_Storage'

/** How {@link clarityConsent} works. */
export interface ClarityConsentOptions<C extends Consent = Consent> {
  /** The category or service that grants each; `false`: nothing does. Default: `marketing` and `analytics`. */
  grantedBy?: Partial<GrantedBy<ClarityConsentType, GrantId<C>>> | undefined
}

interface Clarity {
  (...command: unknown[]): void
  q?: unknown[]
}

/**
 * Tells Microsoft Clarity by its Consent API v2: both denied at once; what is granted at each choice, and at once for a
 * visitor who has decided. Call it before the tag runs.
 *
 * Returns what stops it; on a server it does nothing. Throws a `ConsentError` for an id that is not declared, in
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
  // As Clarity's own snippet has it, which keeps the one that it finds.
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
