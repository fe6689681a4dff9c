'use client'
import type { ReactNode } from 'react'
import { LANGUAGE_FIELD } from '../../core/decision/choice.js'
import { textIn } from '../../core/words/text.js'
import type { ConsentContextValue } from '../../react/context.js'
import { useConsentStore } from '../../react/use-consent.js'
import { createPart, type Part } from './create-part.js'
import type { Words } from './use-words.js'

/**
 * Shows that Global Privacy Control is honoured, while it refuses something (CCPA regulations §7025). Renders a `<p>`
 * element, or nothing.
 */
export const Signal: Part<'p'> = createPart('p', 'signal', (_, { gpc: children }) =>
  useConsentStore((state) => state.grant.optedOut) ? { children } : null,
)

/**
 * Says what is new since the visitor decided: the texts of `changes` in the declaration for later versions. Renders a `<p>`
 * element, or nothing.
 */
export const Changes: Part<'p'> = createPart('p', 'changes', ({ store: { consent } }, { changes, locale }) => {
  const { version = Infinity } = useConsentStore((state) => state.record) ?? {}
  const texts = Object.entries(consent.changes ?? {})
    .filter(([number]) => version < Number(number) && Number(number) <= consent.version)
    .map(([, text]) => textIn(text, locale, consent.language))
  return texts.length ? { children: changes.replace('{changes}', () => texts.join(' ')) } : null
})

/** Adds the language of the words to a posted form, for the record of the choice. Gives a hidden `<input>` element, or nothing. */
export function languageOf({ store }: ConsentContextValue, { locale }: Words): ReactNode {
  return (
    store.consent.endpoint !== undefined &&
    locale !== undefined && <input type="hidden" name={LANGUAGE_FIELD} value={locale} />
  )
}
