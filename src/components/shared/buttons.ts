'use client'
import type { MouseEvent } from 'react'
import { CHOICE_FIELD, PANEL_ID } from '../../core/decision/choice.js'
import { useConsentContext } from '../../react/context.js'
import { useConsentActions } from '../../react/use-consent.js'
import { createPart, type Part } from './create-part.js'
import { useWords } from './use-words.js'

/**
 * Gives the props of a button that makes a choice. With an endpoint it is a submit button, so that it works without
 * JavaScript. The posted form has the choice in the field `choice`.
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
      event.preventDefault() // the page saves the choice, so the form must not post it
      // The second click of a double click is ignored: the first may have pressed "Customize" at the same place.
      if (event.detail < 2) decide()
    },
  }
}

/** Grants everything. Renders a `<button>` element. */
export const Accept: Part<'button'> = createPart('button', 'accept', () =>
  useChoice('accept', useConsentActions().acceptAll, useWords().accept),
)

/** Grants only the required categories, and withdraws the others. Renders a `<button>` element. */
export const Reject: Part<'button'> = createPart('button', 'reject', () =>
  useChoice('reject', useConsentActions().rejectAll, useWords().reject),
)

/** Grants the ticked categories and services. Renders a `<button>` element. */
export const Save: Part<'button'> = createPart('button', 'save', () =>
  useChoice('save', useConsentActions().save, useWords().save),
)

/** Gives the props of a button that opens the panel. With an endpoint it also has an invoker command, which needs no JavaScript. */
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
