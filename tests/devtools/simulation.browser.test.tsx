import axe from 'axe-core'
import { ConsentBanner, ConsentProvider, defineConsent, PreferencesButton, regimeByRegion } from 'assent'
import { startGuard } from 'assent/guard'
import { ConsentDevtools, type ConsentDevtoolsProps } from 'assent/devtools'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { clearCookies } from '../browser/clear-cookies.js'
import '../../src/styles/index.css'

beforeEach(clearCookies)
afterEach(clearCookies)

const declare = () =>
  defineConsent({
    version: 2,
    notice: true,
    categories: {
      essential: { name: 'Essential', description: '', required: true },
      analytics: { name: 'Analytics', description: '', regime: regimeByRegion(), cookies: ['_ga*'] },
      marketing: { name: 'Marketing', description: '', regime: regimeByRegion(), cookies: ['_fbp'] },
    },
  })

const opener = page.getByRole('button', { name: /^assent/ })
const banner = page.getByRole('region')
const field = (name: string) => page.getByRole('combobox', { name })
const chips = () =>
  [...document.querySelectorAll('[data-assent=devtools] li[data-granted]')].map((one) => one.textContent)

async function open(props: ConsentDevtoolsProps = {}, consent = declare()) {
  const screen = await render(
    <StrictMode>
      <ConsentProvider consent={consent}>
        <ConsentDevtools {...props}>
          <ConsentBanner />
          <PreferencesButton />
        </ConsentDevtools>
      </ConsentProvider>
    </StrictMode>,
  )
  await opener.click()
  return screen
}

it('simulates a region, and brings the visitor back', async () => {
  const screen = await open()
  await expect.element(banner).toHaveAttribute('data-asking', 'choice')
  await field('Region').selectOptions('US-CA')
  await expect.element(banner).toHaveAttribute('data-asking', 'notice')
  expect(chips()).toContain('marketing: granted')
  await expect.element(page.getByRole('button', { name: 'Your privacy choices' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Stop simulating' }).click()
  await expect.element(banner).toHaveAttribute('data-asking', 'choice')
  await field('Region').selectOptions('US-CA')
  await expect.element(banner).toHaveAttribute('data-asking', 'notice')
  await screen.unmount() // and leaves the declaration as it was
  expect(document.cookie).toBe('')
})

it('leaves a declaration as it was', async () => {
  const consent = declare()
  const { regime } = consent.categories.marketing
  const screen = await open({}, consent)
  expect(consent.categories.marketing.regime).not.toBe(regime)
  await screen.unmount()
  expect(consent.categories.marketing.regime).toBe(regime)
  expect(Object.hasOwn(navigator, 'globalPrivacyControl')).toBe(false)
})

it('simulates Global Privacy Control', async () => {
  await open()
  await field('Region').selectOptions('US-CA')
  await field('Global Privacy Control').selectOptions('on')
  await expect.poll(chips).toContain('marketing: not granted')
  await page.getByRole('textbox', { name: 'Name of the cookie' }).fill('_fbp')
  await expect.element(page.getByText('marketing: refused by Global Privacy Control.')).toBeVisible()
  await field('Global Privacy Control').selectOptions('off')
  await expect.poll(chips).toContain('marketing: granted')
  await expect.element(page.getByText('marketing: allowed until the visitor says no (opt-out).')).toBeVisible()
})

it.each(['outdated', 'expired', 'decided', 'undecided'] as const)('simulates a choice that is %s', async (status) => {
  await open()
  if (status === 'undecided') await page.getByRole('button', { name: 'Accept all' }).last().click()
  await field('Status').selectOptions(status)
  await expect.element(field('Status')).toHaveValue(status)
  const shown = document.querySelector('[data-assent=banner]')
  expect(!!shown).toBe(status !== 'decided')
})

it('simulates a language of the banner, also one that is written from the right', async () => {
  await open()
  await field('Language').selectOptions('ar')
  await expect.element(banner).toHaveAttribute('lang', 'ar')
  await expect.element(banner).toHaveAttribute('dir', 'rtl')
  await field('Language').selectOptions('de')
  await expect.element(page.getByRole('button', { name: 'Alle ablehnen' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop simulating' }).click()
  await expect.element(banner).not.toHaveAttribute('dir')
})

it('lists what a guard blocked, also before it was there', async () => {
  const consent = declare()
  const guard = startGuard(consent, { mode: 'hold' })
  onTestFinished(() => guard.stop())
  document.cookie = '_ga_early=1; path=/'
  await open({}, consent)
  document.cookie = '_fbp=1; path=/'
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
  await expect.element(row('_ga_early')).toHaveTextContent('held until the grant')
  await expect.element(row('_fbp')).toHaveTextContent('marketing')
})

it('copies the record', async () => {
  const copied: string[] = []
  const { clipboard } = navigator
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => void copied.push(text) },
  })
  onTestFinished(() => void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard }))
  await open()
  await page.getByRole('button', { name: 'Reject all' }).last().click()
  await page.getByRole('button', { name: 'Copy the record' }).click()
  expect(JSON.parse(copied[0] ?? '')).toMatchObject({ via: 'reject', version: 2, categories: ['essential'] })
})

const WINDOWS = [
  [1280, 800],
  [360, 720],
  [320, 568],
] as const

it.each(['card', 'bar', 'dialog'] as const)('never stands over a banner that is a %s', async (layout) => {
  for (const [width, height] of WINDOWS) {
    await page.viewport(width, height)
    onTestFinished(() => page.viewport(1280, 720))
    const screen = await render(
      <ConsentProvider consent={declare()}>
        <ConsentDevtools position="bottom-left" />
        <ConsentBanner layout={layout} />
      </ConsentProvider>,
    )
    const overlaps = (): boolean => {
      const b = document.querySelector('[data-assent=banner]')?.getBoundingClientRect()
      const boxes = [...document.querySelectorAll('[data-assent=devtools] > *')].map((one) =>
        one.getBoundingClientRect(),
      )
      if (!b?.width) throw new Error('There is no banner.')
      return boxes.some(
        (a) => a.width > 0 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      )
    }
    await expect.poll(overlaps).toBe(false)
    await opener.click()
    await expect.element(page.getByRole('heading', { name: 'Simulate' })).toBeInTheDocument()
    await expect.poll(overlaps).toBe(false)
    await screen.unmount()
  }
})

it('has nothing that axe finds wrong while it simulates', async () => {
  await open()
  await field('Region').selectOptions('US-CA')
  await page.getByRole('textbox', { name: 'Name of the cookie' }).fill('_ga')
  const { violations } = await axe.run('[data-assent="devtools"]')
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})
