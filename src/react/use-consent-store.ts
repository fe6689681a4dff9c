'use client'
import { useStore } from 'zustand/react'
import type { Consent } from '../core/consent/consent.js'
import type { RegisteredConsent } from '../core/consent/register.js'
import type { StateOf } from '../store/consent-state.js'
import { useConsentContext } from './context.js'

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
