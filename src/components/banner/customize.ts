'use client'
import { useConsentContext } from '../../react/context.js'
import { FORM_ID, useOpener } from '../choices/use-opener.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'

/**
 * Opens the preferences panel, which must be mounted. Where scripts are off, and the declaration has an endpoint and a
 * policy page on this site, it leads to the form on that page. Renders a `<button>` element.
 */
export const Customize: Part<'button'> = createPart('button', 'customize', () => {
  const { endpoint, policy = '' } = useConsentContext().store.consent
  return {
    ...useOpener(),
    // A button that submits runs no command, and one that does not is dead in browsers without commands. What is got by a
    // form loses its query.
    ...(endpoint !== undefined &&
      /^\/[^?]*$/.test(policy) && {
        type: 'submit',
        command: undefined,
        commandfor: undefined,
        formMethod: 'get',
        formAction: policy.replace(/#.*|$/, `#${FORM_ID}`),
      }),
    children: useWords().customize,
  }
})
