import { render, screen } from '@testing-library/react'
import { PreferencesForm, defineConsent } from 'assent'
import { ConsentTestingProvider } from 'assent/testing'
import { expect, test } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: { essential: { name: 'Essential', description: 'Needed.', required: true } },
})

test('keeps "Always active" apart from the name, without styles and for screen readers', () => {
  render(
    <ConsentTestingProvider consent={consent}>
      <PreferencesForm />
    </ConsentTestingProvider>,
  )
  expect(screen.getByText('Essential').closest('label')?.textContent).toBe('Essential Always active')
})
