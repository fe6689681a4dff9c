// A site whose pages a router swaps: without JSX, since the server of the test renders it, too.
import { ConsentBanner, ConsentProvider, defineConsent, PreferencesButton, useConsentActions } from 'assent'
import { createElement, type ReactNode } from 'react'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    analytics: { name: 'Analytics', description: 'Measure.' },
  },
})

function Forget(): ReactNode {
  const { reset } = useConsentActions()
  return createElement('button', { type: 'button', onClick: reset }, 'Forget')
}

export function App(): ReactNode {
  return createElement(
    ConsentProvider,
    { consent },
    createElement(ConsentBanner),
    createElement(PreferencesButton),
    createElement(Forget),
  )
}
