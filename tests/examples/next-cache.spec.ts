// Next's own: Cache Components, a static shell with holes.
import { accept, banner, expect, recordOf, setCookie, settled, test } from './site.js'

const GRANTED = 'You are decided. It may use: essential, functional, analytics.'

test('the shell has the banner and its script, and comes before what is read of the visitor', async ({ request }) => {
  const reply = await request.get('/')
  expect(reply.headers()['x-nextjs-prerender']).toContain('1')
  expect(reply.headers()['x-nextjs-postponed']).toBe('1')
  const html = await reply.text()
  const places = ['data-assent="before-paint"', 'data-assent="banner"', 'hidden id="S:'].map((part) =>
    html.indexOf(part),
  )
  expect(places[0]).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('the server renders again what fills a hole after a choice', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await expect(page.getByText('You are undecided. It may use: essential.')).toBeVisible()
  await accept(page).click()
  await expect(page.getByText(GRANTED)).toBeVisible()
})

test('a cached page is the same for everyone', async ({ request }) => {
  const cookie = `cookie_consent=${recordOf(['essential', 'analytics'])}; theme=dark`
  const texts = await Promise.all(
    ['', cookie].map(async (header) => (await request.get('/about', { headers: { cookie: header } })).text()),
  )
  expect(texts[0]).toBe(texts[1])
  expect(texts[0]).toContain('data-assent="banner"')
})

test('a page with a snapshot has no banner in its HTML for a visitor who decided', async ({ context, baseURL }) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'analytics']))
  const reply = await context.request.get('/account')
  expect(await reply.text()).not.toContain('data-assent="banner"')
  expect(reply.headers()['cache-control']).toContain('private')
})

test('a choice in the shell counts on the way by a link', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await page.getByRole('link', { name: 'Account' }).click()
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
  // Next keeps the page that was left in the document, hidden.
  await expect(page.getByText('You first came on').filter({ visible: true })).toHaveCount(1)
})
