'use client'
import type { Consent } from '../core/consent/consent.js'
import { ConsentError } from '../core/errors.js'
import type { CategoryId, RegisteredConsent } from '../core/consent/register.js'
import type { ConsentActions } from '../store/consent-state.js'
import { useConsentContext, type ConsentContextValue } from './context.js'

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
