'use client'
import type { ReactNode } from 'react'
import { LANGUAGE_FIELD } from '../../core/decision/choice.js'
import { useConsentStore } from '../../react/use-consent.js'
import { createPart, type Part } from './create-part.js'
import { useWords } from './use-words.js'
import { useConsentContext } from '../../react/context.js'

/**
 * Shows that Global Privacy Control is honoured, while it refuses something (CCPA regulations §7025). Renders a `<p>`
 * element, or nothing.
 */
export const Signal: Part<'p'> = createPart('p', 'signal', () => {
  const children = useWords().gpc
  return useConsentStore((state) => state.grant.optedOut) ? { children } : null
})

/** Adds the language of the words to a posted form, for the record of the choice. Renders a hidden `<input>` element, or nothing. */
export function Language(): ReactNode {
  const { endpoint } = useConsentContext().store.consent
  const { locale } = useWords()
  return endpoint !== undefined && locale !== undefined && <input type="hidden" name={LANGUAGE_FIELD} value={locale} />
}
