import type { MouseEvent } from 'react'
import { useConsentContext } from '../../react/context.js'

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
    name: 'choice',
    value,
    children,
    onClick(event: MouseEvent) {
      event.preventDefault() // the page decides: nothing is posted by the form
      // The second click of two belongs to what the first one pressed, which may have been "Customize".
      if (event.detail < 2) decide()
    },
  }
}
