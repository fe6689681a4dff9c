'use client'
import { checkCondition, isGranted, type Condition } from '../core/consent/condition.js'
import type { Consent } from '../core/consent/consent.js'
import type { RegisteredConsent } from '../core/consent/register.js'
import { useConsentContext } from './context.js'
import { useConsentStore } from './use-consent-store.js'

/**
 * Whether a category is granted now, or a service, or what an `and`, `or` and `not` of them say. On a server and while
 * hydrating: what the snapshot says, `false` without one.
 *
 * Throws a `ConsentError` for an id that is not declared; development builds only.
 *
 * @example
 * ```tsx
 * import { useConsent } from 'assent'
 *
 * export function Map() {
 *   const mayMeasure = useConsent({ and: ['analytics', { not: 'marketing' }] })
 *   return useConsent('marketing') ? <iframe src="https://example.com/map" title="Map" /> : <p>{mayMeasure && 'No map'}</p>
 * }
 * ```
 */
export function useConsent<C extends Consent = RegisteredConsent>(condition: Condition<C>): boolean {
  const { consent } = useConsentContext().store
  if (process.env.NODE_ENV !== 'production') checkCondition(condition, consent)
  return useConsentStore<boolean, Consent>((state) => isGranted<C>(condition, state.grant))
}
