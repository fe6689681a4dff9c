import { spawnSync } from 'node:child_process'
import { fireEvent, render, screen, within } from '@testing-library/react'
import {
  type Consent,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  PreferencesButton,
} from 'assent'
import { expect, it } from 'vitest'
import { CookieBanner } from '../../registry/source/cookie-banner.js'
import { CookieTable } from '../../registry/source/cookie-table.js'

const categories = {
  essential: { name: 'Essential', description: 'Needed.', required: true },
  analytics: { name: 'Analytics', description: 'Counts.', cookies: ['_ga*'] },
} as const

function renderShop(consent: Consent = defineConsent({ version: 1, categories })) {
  const store = createConsentStore(consent, { jar: createMemoryJar() })
  render(
    <ConsentProvider store={store}>
      <CookieBanner />
      <PreferencesButton />
      <CookieTable />
    </ConsentProvider>,
  )
  return store
}
const variantOf = (element: HTMLElement): string | undefined => element.dataset.variant

it('has JSON that is made of the sources', () => {
  const { status, stderr } = spawnSync('node', ['scripts/registry.mjs', '--check'], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

it('asks with twins of the buttons of the app, which decide', () => {
  const store = renderShop()
  const banner = within(screen.getByRole('region', { name: 'Cookies on this site' }))
  const [reject, accept] = ['Reject all', 'Accept all'].map((name) => banner.getByRole('button', { name }))
  if (!reject || !accept) throw new Error('A button is missing.')
  expect([variantOf(reject), reject.className]).toEqual([variantOf(accept), accept.className])
  fireEvent.click(reject)
  expect(store.getState()).toMatchObject({ status: 'decided', grant: { categories: ['essential'] } })
})

it('opens a panel with one filled button, Save, and saves what is ticked', () => {
  const store = renderShop()
  fireEvent.click(screen.getByRole('button', { name: 'Customize' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Cookie preferences' }))
  const variants = ['Reject all', 'Accept all', 'Save choices'].map((name) =>
    variantOf(dialog.getByRole('button', { name })),
  )
  expect(variants).toEqual(['outline', 'outline', 'default'])
  fireEvent.click(dialog.getByRole('checkbox', { name: 'Analytics' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Save choices' }))
  expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
})

it('gives notice where nothing needs consent', () => {
  const regime = 'opt-out'
  const store = renderShop(
    defineConsent({
      version: 1,
      categories: { essential: categories.essential, analytics: { ...categories.analytics, regime } },
      notice: true,
    }),
  )
  fireEvent.click(screen.getByRole('button', { name: 'OK' }))
  expect(store.getState().asking).toBeUndefined()
})

it('lists the cookies', () => {
  renderShop()
  expect(screen.getByRole('table')).toHaveTextContent('_ga*')
})
