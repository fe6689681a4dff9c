import { fireEvent, render, screen } from '@testing-library/react'
import {
  Banner,
  type Consent,
  ConsentBanner,
  createConsentStore,
  createMemoryJar,
  ConsentProvider,
  defineConsent,
  PreferencesButton,
  stringifyRecord,
} from 'assent'
import { expect, it } from 'vitest'

const declared = {
  version: 3,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    analytics: { name: 'Analytics', description: 'Counts.', cookies: ['_ga'], regime: 'opt-out' },
  },
  notice: true,
} as const

function renderWith(consent: Consent = defineConsent(declared), cookies = '') {
  const store = createConsentStore(consent, { jar: createMemoryJar(cookies) })
  store.refresh()
  render(
    <ConsentProvider store={store}>
      <ConsentBanner />
      <PreferencesButton />
    </ConsentProvider>,
  )
  return store
}

const banner = () => screen.queryByRole('region', { name: 'Cookies on this site' })
const recordOf = (version: number, via = 'accept'): string =>
  `cookie_consent=${encodeURIComponent(stringifyRecord({ categories: ['essential', 'analytics'], timestamp: new Date().toISOString(), version, via }))}`

it('informs where nothing needs consent, and is closed by OK, which takes nothing away', () => {
  const store = renderWith(defineConsent({ ...declared, endpoint: '/consent' }))
  expect(banner()).toHaveAttribute('data-asking', 'notice')
  expect(banner()).toHaveTextContent('We store and read data on your device for: statistics.')
  expect(banner()?.querySelectorAll('button')).toHaveLength(2)
  fireEvent.click(screen.getByRole('button', { name: 'OK' }))
  expect(screen.getByRole('status')).toBeEmptyDOMElement() // nothing was chosen, so nothing is told as saved
  expect(banner()).toBeNull()
  expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
})

it('leads from a notice to the preferences', () => {
  renderWith()
  const [opener] = screen.getAllByRole('button', { name: 'Your privacy choices' })
  fireEvent.click(opener ?? document.body)
  expect(screen.getByRole('dialog')).toBeInTheDocument()
})

it('is not there where nothing needs consent and no notice is declared', () => {
  renderWith(defineConsent({ ...declared, notice: false }))
  expect(screen.queryByRole('region')).toBeNull()
})

it('names the button "Your privacy choices", with the opt-out icon, where something is opt-out', () => {
  renderWith(defineConsent({ ...declared, notice: false }))
  const button = screen.getByRole('button', { name: 'Your privacy choices' })
  expect(button.querySelector('svg[data-assent="opt-out-icon"]')).toHaveAttribute('aria-hidden', 'true')
})

it('leaves the button as it is where consent is asked for', () => {
  renderWith(defineConsent({ version: 1, categories: { ads: { name: 'Ads', description: '' } } }))
  const button = screen.getByRole('button', { name: 'Cookie preferences' })
  expect(button.querySelector('svg')).toBeNull()
})

it('tells those who decided on an older version what is new since', () => {
  const consent = defineConsent({
    version: 3,
    categories: { essential: declared.categories.essential, analytics: { name: 'Analytics', description: 'Counts.' } },
    changes: { 1: 'First.', 2: 'We count visits.', 3: { en: 'We count clicks.', de: 'Wir zählen Klicks.' } },
  })
  renderWith(consent, recordOf(1))
  expect(banner()).toHaveTextContent('New since your last choice: We count visits. We count clicks.')
  expect(banner()?.querySelector('[data-assent="changes"]')).not.toHaveTextContent('First')
})

it('says nothing of changes to those who never decided', () => {
  const consent = defineConsent({
    version: 3,
    categories: { ads: { name: 'Ads', description: '' } },
    changes: { 3: 'We count clicks.' },
  })
  renderWith(consent)
  expect(banner()).not.toHaveTextContent('We count clicks')
})

it('has parts of its own', () => {
  const store = createConsentStore(defineConsent(declared), { jar: createMemoryJar() })
  render(
    <ConsentProvider store={store}>
      <ConsentBanner>
        <Banner.Title />
        <Banner.Changes />
        <Banner.Dismiss>Understood</Banner.Dismiss>
      </ConsentBanner>
    </ConsentProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Understood' }))
  expect(banner()).toBeNull()
})
