'use client'
import type { MouseEvent } from 'react'
import { CHOICE_FIELD, PANEL_ID } from '../../core/decision/choice.js'
import { useConsentContext } from '../../react/context.js'
import { useConsentActions } from '../../react/use-consent.js'
import { createPart, type Part } from './create-part.js'
import { useWords } from './use-words.js'

/**
 * The props of a button that decides: with an endpoint a submit button, so that it works without JavaScript. Choices
 * are named `choice` in the form that is posted.
 */
export function useChoice(
  value: 'accept' | 'reject' | 'save',
  decide: () => unknown,
  children?: string,
): Record<string, unknown> {
  const { endpoint } = useConsentContext().store.consent
  return {
    type: endpoint === undefined ? 'button' : 'submit',
    name: CHOICE_FIELD,
    value,
    children,
    onClick(event: MouseEvent) {
      event.preventDefault() // the page decides: nothing is posted by the form
      // The second click of two belongs to what the first one pressed, which may have been "Customize".
      if (event.detail < 2) decide()
    },
  }
}

/** Grants everything. Renders a `<button>` element. */
export const Accept: Part<'button'> = createPart('button', 'accept', () =>
  useChoice('accept', useConsentActions().acceptAll, useWords().accept),
)

/** Grants what is required and nothing else; also withdraws. Renders a `<button>` element. */
export const Reject: Part<'button'> = createPart('button', 'reject', () =>
  useChoice('reject', useConsentActions().rejectAll, useWords().reject),
)

/** Grants what is ticked. Renders a `<button>` element. */
export const Save: Part<'button'> = createPart('button', 'save', () =>
  useChoice('save', useConsentActions().save, useWords().save),
)

/** The props of a button that opens the panel; with an endpoint by invoker command too, which needs no JavaScript. */
export function useOpener(): Record<string, unknown> {
  const { openPreferences } = useConsentActions()
  const { endpoint } = useConsentContext().store.consent
  return {
    type: 'button',
    'aria-haspopup': 'dialog',
    ...(endpoint !== undefined && { command: 'show-modal', commandfor: PANEL_ID }),
    onClick(event: MouseEvent) {
      event.preventDefault()
      openPreferences()
    },
  }
}
