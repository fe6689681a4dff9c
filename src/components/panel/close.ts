'use client'
import { useConsentActions } from '../../react/use-consent-actions.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'

/** Closes the panel without a change. Renders a `<button>` element. */
export const Close: Part<'button'> = createPart('button', 'close', () => {
  const { closePreferences } = useConsentActions()
  return {
    type: 'submit',
    formMethod: 'dialog',
    formNoValidate: true,
    'aria-label': useWords().close,
    children: '×',
    onClick: cancelThen(closePreferences),
  }
})

function cancelThen(action: () => void): (event: { preventDefault(): void }) => void {
  return (event) => {
    event.preventDefault()
    action()
  }
}
