import { render, screen } from '@testing-library/react'
import { PreferencesForm, days, defineConsent, defineCookie } from 'assent'
import { ConsentTestingProvider } from 'assent/testing'
import { expect, test } from 'vitest'

const theme = defineCookie('theme', { default: 'light', maxAge: days(365) })
const cart = defineCookie('cart', { default: 0 })
const consent = defineConsent({
  version: 1,
  categories: {
    functional: { name: 'Functional', description: 'Preferences.', cookies: [theme, cart, 'language'] },
  },
})

test('tells how long a cookie lives only where the declaration does', () => {
  render(
    <ConsentTestingProvider consent={consent}>
      <PreferencesForm />
    </ConsentTestingProvider>,
  )
  expect(screen.getAllByRole('listitem', { hidden: true }).map((item) => item.textContent.trim())).toEqual([
    'theme 1 year',
    'cart Session',
    'language',
  ])
})
