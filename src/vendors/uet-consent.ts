import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, type GrantId } from './follow-grant.js'

/** How {@link uetConsent} works. */
export interface UetConsentOptions<C extends Consent = Consent> {
  /** The category or service that grants `ad_storage`. Default: `marketing`. */
  grantedBy?: GrantId<C> | undefined
}

/**
 * Tells the tag of Microsoft Advertising, UET: `default`, denied, at once; `update` at each choice, and at once for a visitor
 * who has decided. Call it before the tag runs. Clarity is told apart, by `clarityConsent`.
 *
 * Returns what stops it; on a server it does nothing. Throws a `ConsentError` for an id that is not declared, in
 * development builds. Source: Microsoft Advertising, "UET consent mode".
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 * import { uetConsent } from 'assent/vendors'
 *
 * const consent = defineConsent({ version: 1, categories: { marketing: { name: 'Marketing', description: '' } } })
 * const stop = uetConsent(createConsentStore(consent, { jar: createBrowserJar() }))
 * ```
 */
export function uetConsent<C extends Consent>(
  store: ConsentStore<C>,
  { grantedBy = 'marketing' }: UetConsentOptions<C> = {},
): () => void {
  return followGrant(store, 'uet', { ad_storage: grantedBy }, undefined, (states, command) => {
    const page = window as { uetq?: { push(...command: unknown[]): unknown } }
    // The tag puts an object of its own in the place of the list.
    ;(page.uetq ??= []).push('consent', command, states)
  })
}
