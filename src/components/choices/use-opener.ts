import type { MouseEvent } from 'react'
import { useConsentContext } from '../../react/context.js'
import { useConsentActions } from '../../react/use-consent-actions.js'

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

/** The panel is found by id before React runs; a page has one. */
export const PANEL_ID = 'assent-preferences'
/** The form of the policy page, for where the panel cannot open. */
export const FORM_ID = 'assent-form'
