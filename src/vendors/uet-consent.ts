import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, type GrantId } from './follow-grant.js'

/** The options of {@link uetConsent}. */
export interface UetConsentOptions<C extends Consent = Consent> {
  /** The category or service that grants `ad_storage`. Default: `marketing`. */
  grantedBy?: GrantId<C> | undefined
}

/**
 * Sends the visitor's consent to UET, the tag of Microsoft Advertising. It pushes `default` at once, with consent denied,
 * and `update` at each choice, and at once for a visitor who has decided. Call it before the tag runs. For Clarity, call
 * `clarityConsent` too.
 *
 * Returns a function that stops it. On a server it does nothing. Throws a `ConsentError` for an undeclared id, in
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
    // The tag replaces the list with its own object.
    ;(page.uetq ??= []).push('consent', command, states)
  })
}
