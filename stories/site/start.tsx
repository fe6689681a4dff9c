import { Source } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'

const lines = `const consent = defineConsent({
  version: 1,
  categories: { analytics: { name: 'Analytics', description: 'Counts visits.', cookies: ['_ga*'] } },
})
<ConsentProvider consent={consent}><ConsentBanner /><App /></ConsentProvider>`

/** Five lines that ask, after `npm install assent`. */
export function Start(): ReactNode {
  return (
    <>
      <Source language="bash" code="npm install assent" />
      <Source language="tsx" code={lines} />
    </>
  )
}
