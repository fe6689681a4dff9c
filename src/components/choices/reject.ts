'use client'
import { useConsentActions } from '../../react/use-consent-actions.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'
import { useChoice } from './use-choice.js'

/** Grants what is required and nothing else; also withdraws. Renders a `<button>` element. */
export const Reject: Part<'button'> = createPart('button', 'reject', () =>
  useChoice('reject', useConsentActions().rejectAll, useWords().reject),
)
