import axe from 'axe-core'
import { ConsentProvider, createBrowserJar, createConsentStore, defineConsent } from 'assent'
import { ConsentDevtools } from 'assent/devtools'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { clearCookies } from '../browser/clear-cookies.js'

beforeEach(clearCookies)
afterEach(clearCookies)
afterEach(() => localStorage.clear())

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['sessionid'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] },
  },
})
const known = { clarity: { name: 'Clarity', cookies: ['_clck'] } }
const opener = page.getByRole('button', { name: /^assent/ })

async function open() {
  document.cookie = '_ga=1; path=/'
  document.cookie = '_clck=1; path=/'
  const store = createConsentStore(consent, { jar: createBrowserJar() })
  await render(
    <ConsentProvider store={store}>
      <ConsentDevtools known={known} />
    </ConsentProvider>,
  )
  await opener.click()
  return store
}

it('shows each cookie with its category, and whether it may be there, and follows the choice', async () => {
  const store = await open()
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
  await expect.element(row('_ga')).toHaveTextContent('analytics')
  await expect.element(row('_ga')).toHaveTextContent('should not be here')
  await expect.element(row('_clck')).toHaveTextContent('undeclared')
  await expect.element(page.getByText('services: { clarity },')).toBeVisible()

  await page.getByRole('button', { name: 'Accept all' }).click()
  await expect.element(row('_ga')).toHaveTextContent('allowed')
  expect(store.getState().grant.categories).toContain('analytics')
  await page.getByRole('button', { name: 'Reject all' }).click()
  await expect.element(row('_ga')).not.toBeInTheDocument()
  expect(document.cookie).not.toContain('_ga=')
})

/** Names that look like others, or like nothing, and how they are shown. Each turns around or hides a letter, or is none. */
const DISGUISED: [name: string, shown: string][] = [
  ['_ga\u202e', '_ga\\u202e'],
  ['se\u200bssion', 'se\\u200bssion'],
  ['\ufeffsid', '\\ufeffsid'],
  ['s\u00adid', 's\\u00adid'],
  ['s\u2028d', 's\\u2028d'],
  ['s\u2029d', 's\\u2029d'],
  ['\u2066sid\u2069', '\\u2066sid\\u2069'],
  ['_g\u0430', '_g\\u0430'],
  ['sid\u{e0041}', 'sid\\udb40\\udc41'],
]
/** Only keys of web storage hold these. */
const DISGUISED_KEYS: typeof DISGUISED = [
  ['\ud800sid', '\\ud800sid'],
  ['s\nid', 's\\u000aid'],
  ['s\u0000id', 's\\u0000id'],
  ['\u0085', '\\u0085'],
]

it('shows what hides in a name, wherever the name stands', async () => {
  for (const [name] of DISGUISED) document.cookie = `${name}=1; path=/`
  for (const [name] of [...DISGUISED, ...DISGUISED_KEYS]) localStorage.setItem(name, '1')
  await open()
  const codes = () =>
    [...document.querySelectorAll('[data-assent="devtools"] tbody code')].map((one) => one.textContent)
  const shown = [...DISGUISED, ...DISGUISED, ...DISGUISED_KEYS].map(([, shown]) => shown)
  await expect
    .poll(() =>
      codes()
        .filter((code) => code.includes('\\u'))
        .sort(),
    )
    .toEqual(shown.sort())
  // A clause has our own §.
  for (const place of ['tbody th', 'pre'])
    for (const { textContent } of document.querySelectorAll(`[data-assent="devtools"] ${place}`))
      expect(textContent).toMatch(/^[ -~\n§]+$/)
  // The long snippet can be read without a mouse.
  expect((await axe.run('[data-assent="devtools"]')).violations.map(({ id }) => id)).toEqual([])
})

it('closes by Escape, and is worked by the keyboard', async () => {
  await open()
  await expect.element(page.getByRole('heading', { name: 'Decision' })).toBeVisible()
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement?.textContent).toBe('Accept all')
  await userEvent.keyboard('{Escape}')
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false')
  expect(page.getByRole('heading', { name: 'Decision' }).query()).toBeNull()
})

it('has nothing that axe finds wrong, also where a line is longer than the panel', async () => {
  const name = `unknown_${'x'.repeat(200)}`
  localStorage.setItem(name, '1')
  onTestFinished(() => localStorage.removeItem(name))
  await open()
  await expect.element(page.getByText('undeclared').first()).toBeVisible()
  const { violations } = await axe.run('[data-assent="devtools"]')
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})

it('renders nothing on a server', () => {
  const store = createConsentStore(consent, { jar: createBrowserJar() })
  const html = renderToString(
    <ConsentProvider store={store}>
      <ConsentDevtools />
    </ConsentProvider>,
  )
  expect(html).toBe('')
})
