'use client'
import type { Consent } from '../core/consent/consent.js'
import { ConsentError } from '../core/errors.js'
import { useConsentContext } from './context.js'
import type { CategoryId, RegisteredConsent } from '../core/consent/register.js'
import { useConsentStore } from './use-consent-store.js'

/**
 * Whether a category is granted now. On a server and while hydrating: what the snapshot says, `false` without one.
 *
 * Throws a `ConsentError` for an id that is not declared; development builds only.
 *
 * @example
 * ```tsx
 * import { useConsent } from 'assent'
 *
 * export function Map() {
 *   return useConsent('marketing') ? <iframe src="https://example.com/map" title="Map" /> : <p>No map</p>
 * }
 * ```
 */
export function useConsent<C extends Consent = RegisteredConsent>(category: CategoryId<C>): boolean {
  const { ids } = useConsentContext().store.consent
  if (process.env.NODE_ENV !== 'production' && !ids.includes(category))
    throw new ConsentError(
      'unknown-category',
      `Consent for "${category}" is asked for, and no category has that id, so it would never be granted. Declared are: ${ids.join(', ')}.`,
    )
  return useConsentStore<boolean, Consent>((state) => state.grant.categories.includes(category))
}
