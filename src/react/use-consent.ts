'use client'
import type { Consent } from '../core/declaration/consent.js'
import type { CategoryId, RegisteredConsent } from '../core/declaration/register.js'
import { checkCondition, isGranted, type Condition } from '../core/decision/condition.js'
import type { ConsentActions, StateOf } from '../store/consent-state.js'
import { useConsentContext } from './context.js'
import { useExternal } from './use-external.js'

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

/**
 * Selects from the consent state, and renders again when the selection changes.
 *
 * @example
 * ```tsx
 * import { useConsentStore } from 'assent'
 *
 * export function Status() {
 *   return <p>{useConsentStore((state) => state.status)}</p>
 * }
 * ```
 */
export function useConsentStore<T, C extends Consent = RegisteredConsent>(selector: (state: StateOf<C>) => T): T {
  const { store, sent } = useConsentContext()
  const { subscribe, getState } = store
  // One store serves every declaration; the caller names, or has registered, which it is.
  return useExternal(
    subscribe,
    () => selector(getState() as StateOf<C>),
    () => selector(sent as StateOf<C>),
  )
}

/**
 * The actions of the consent store, the same object at every render.
 *
 * `openPreferences` throws a `ConsentError` while no `PreferencesPanel` is mounted.
 *
 * @example
 * ```tsx
 * import { useConsentActions } from 'assent'
 *
 * export function Withdraw() {
 *   const { rejectAll } = useConsentActions()
 *   return <button onClick={rejectAll}>Withdraw</button>
 * }
 * ```
 */
export function useConsentActions<C extends Consent = RegisteredConsent>(): ConsentActions<CategoryId<C>> {
  return useConsentContext().actions
}
