'use client'
import { useStore } from 'zustand/react'
import { checkCondition, isGranted, type Condition } from '../core/decision/condition.js'
import type { Consent } from '../core/declaration/consent.js'
import type { RegisteredConsent, CategoryId } from '../core/declaration/register.js'
import { useConsentContext, type ConsentContextValue } from './context.js'
import type { StateOf, ConsentActions } from '../store/consent-state.js'
import { ConsentError } from '../core/errors.js'

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
  // One store serves every declaration; the caller names, or has registered, which it is.
  return useStore(useConsentContext().store, selector)
}

const cache = new WeakMap<ConsentContextValue, ConsentActions<string>>()

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
  const context = useConsentContext()
  let actions = cache.get(context)
  if (!actions) {
    const { store, panels } = context
    actions = {
      ...store,
      openPreferences() {
        if (!panels.size) throw new ConsentError('missing-panel', process.env.NODE_ENV !== 'production' && NO_PANEL)
        store.openPreferences()
      },
    }
    cache.set(context, actions)
  }
  return actions
}

const NO_PANEL =
  'The preferences were to open, and no PreferencesPanel is mounted, so nothing would happen. Render <PreferencesPanel />, or <ConsentBanner /> without panel={false}.'
