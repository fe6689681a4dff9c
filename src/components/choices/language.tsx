'use client'
import type { ReactNode } from 'react'
import { useConsentContext } from '../../react/context.js'
import { useWords } from '../use-words.js'

/** The language of the words, for the record of a choice that a form posts. Renders a hidden `<input>` element, or nothing. */
export function Language(): ReactNode {
  const { endpoint } = useConsentContext().store.consent
  const { locale } = useWords()
  return endpoint !== undefined && locale !== undefined && <input type="hidden" name="language" value={locale} />
}
