'use client'
import { useConsentActions } from '../../react/use-consent-actions.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'
import { useChoice } from './use-choice.js'

/** Grants what is ticked. Renders a `<button>` element. */
export const Save: Part<'button'> = createPart('button', 'save', () =>
  useChoice('save', useConsentActions().save, useWords().save),
)
