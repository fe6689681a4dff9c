'use client'
import { useConsentActions } from '../../react/use-consent-actions.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'
import { useChoice } from './use-choice.js'

/** Grants everything. Renders a `<button>` element. */
export const Accept: Part<'button'> = createPart('button', 'accept', () =>
  useChoice('accept', useConsentActions().acceptAll, useWords().accept),
)
