import { expect, it } from 'vitest'
import { cookiesAfter, linesOf, recipesOf, visit } from './recipes-of.js'

const { run, unrun } = await recipesOf('preferences')

const decided = (...categories: string[]) =>
  `cookie_consent=${encodeURIComponent(JSON.stringify({ categories, timestamp: new Date().toISOString(), version: 1 }))}`
const defaults = { theme: 'light', language: 'en', timezone: 'UTC', items_per_page: 20, compact: false, limit: 20 }

it.each([
  ['', defaults],
  ['pref_items_per_page=50', { ...defaults, items_per_page: 50, limit: 50 }],
  ['pref_items_per_page=many; pref_compact=perhaps', defaults],
  ['pref_compact=True', { ...defaults, compact: true, limit: 40 }],
  ['pref_compact=1', { ...defaults, compact: true, limit: 40 }],
  ['pref_compact=yes; pref_theme=dark', { ...defaults, compact: true, limit: 40, theme: 'dark' }],
  ['pref_compact=0; pref_timezone=Europe/Oslo', { ...defaults, timezone: 'Europe/Oslo' }],
  ['pref_compact=false', defaults],
])('reads preferences as the types of their defaults: "%s"', async (cookie, expected) => {
  expect(await (await run('listItems', visit('/', cookie))).json()).toEqual(expected)
})

const form = { theme: 'dark', items_per_page: '50', compact: 'on', is_staff: 'on' }

it('saves what the form may change, for a year, and reads it back', async () => {
  const response = await run('savePreferences', visit('/', decided('functional'), form))
  expect([response.status, response.headers.get('Location')]).toEqual([
    303,
    'https://shop.example.com/settings?saved=yes',
  ])
  const attributes = 'Path=/; Max-Age=31536000; Secure; SameSite=Lax'
  expect(linesOf(response)).toEqual([
    `pref_theme=dark; ${attributes}`,
    `pref_items_per_page=50; ${attributes}`,
    `pref_compact=true; ${attributes}`,
  ])
  expect(await (await run('listItems', visit('/', cookiesAfter(response)))).json()).toMatchObject({
    theme: 'dark',
    items_per_page: 50,
    compact: true,
  })
})

it('saves booleans that are off, and numbers within their bounds', async () => {
  const response = await run('savePreferences', visit('/', decided('functional'), { items_per_page: '1e9' }))
  expect(cookiesAfter(response)).toBe('pref_theme=light; pref_items_per_page=100; pref_compact=false')
})

it.each(['', decided('essential')])('saves nothing that is not granted: "%s"', async (cookie) => {
  const response = await run('savePreferences', visit('/', cookie, form))
  expect(response.headers.get('Location')).toBe('https://shop.example.com/settings?saved=no')
  expect(linesOf(response)).toEqual([])
})

it.each([
  ['', 'light', 20],
  ['pref_theme=dark; pref_items_per_page=50', 'dark', 50],
  ['pref_theme=<script>; pref_items_per_page=1000000', 'light', 20],
  ['pref_theme=DARK; pref_items_per_page=10.5', 'light', 20],
  ['pref_items_per_page=-1', 'light', 20],
])('validates preferences when it reads "%s"', async (cookie, theme, items_per_page) => {
  expect(await (await run('showSettings', visit('/', cookie))).json()).toEqual({ theme, items_per_page })
})

it('runs every recipe of the page', () => {
  expect(unrun()).toEqual([])
})
