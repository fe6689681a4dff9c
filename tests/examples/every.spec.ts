// What every example does, with the scripts of its framework or without any.
import { paintedFrames } from './frames.js'
import {
  accept,
  banner,
  choose,
  cookie,
  cookieNames,
  expect,
  htmlOf,
  otherCookies,
  recordOf,
  reject,
  setCookie,
  settled,
  test,
} from './site.js'

const today = () => new Date().toISOString().slice(0, 10)
const theme = 'Theme'
const LOADS = 50

test('asks in the first HTML', { tag: '@first-html' }, async ({ context }) => {
  expect(await htmlOf(context, '/')).toContain('data-assent="banner"')
})

test('asks at the first visit, and stores nothing', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await expect(accept(page)).toBeVisible()
  await expect(reject(page)).toBeVisible()
  expect(await cookieNames(page)).toEqual([])
})

test('stores nothing but the record when the visitor rejects', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await reject(page).click()
  await expect(banner(page)).toHaveCount(0)
  await expect.poll(() => cookie(page, 'cookie_consent')).toContain('"categories":["essential"]')
  await page.getByRole('button', { name: theme }).click()
  await expect(page.getByText('We do not keep when you first came.')).toBeVisible()
  await page.reload()
  await settled(page)
  await expect(page.getByText('We do not keep when you first came.')).toBeVisible()
  expect(await otherCookies(page)).toEqual([])
})

test('runs what is gated when the visitor accepts, and keeps the choice', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await expect(page.getByText(`You first came on ${today()}.`)).toBeVisible()
  await expect.poll(() => cookie(page, 'first_visit')).toBe(today())
  await page.reload()
  await settled(page)
  await expect(page.getByText(`You first came on ${today()}.`)).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
})

test('renders by the choice on the server', { tag: '@for-visitor' }, async ({ context, baseURL }) => {
  const url = baseURL ?? ''
  await setCookie(context, url, 'cookie_consent', recordOf(['essential', 'functional', 'analytics']))
  await setCookie(context, url, 'theme', 'dark')
  await setCookie(context, url, 'first_visit', today())
  const html = await htmlOf(context, '/')
  expect(html).not.toContain('data-assent="banner"')
  expect(html).toContain(today())
  expect(html).toContain('data-assent-theme="dark"')
})

test('never paints the banner for a visitor who decided', async ({ page, context, baseURL }) => {
  const load = async (): Promise<void> => {
    await page.goto('/')
    await settled(page)
  }
  // Where the banner is painted, a frame tells.
  expect((await paintedFrames(page, 1, load)).banner).toBeGreaterThan(0)
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'analytics']))
  const { frames, banner: painted } = await paintedFrames(page, LOADS, load)
  expect(frames).toBeGreaterThanOrEqual(LOADS)
  expect(painted).toBe(0)
})

test('keeps the theme of a visitor who allows it', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await expect(banner(page)).toHaveCount(0)
  await page.getByRole('button', { name: theme }).click()
  await expect(page.locator('.site')).toHaveAttribute('data-assent-theme', 'dark')
  await expect.poll(() => cookie(page, 'theme')).toBe('dark')
  await page.reload()
  await settled(page)
  await expect(page.locator('.site')).toHaveAttribute('data-assent-theme', 'dark')
})

test('erases what the visitor takes back', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await expect.poll(() => otherCookies(page)).toEqual(['first_visit'])
  await choose(page, 'Analytics', false)
  await expect(page.getByText('We do not keep when you first came.')).toBeVisible()
  await expect.poll(() => otherCookies(page)).toEqual([])
  await page.reload()
  await expect.poll(() => cookie(page, 'cookie_consent')).toContain('"categories":["essential","functional"]')
})

test('keeps a name that it signs, and believes no other', { tag: '@signed' }, async ({ page, context }) => {
  await page.goto('/')
  await settled(page)
  await reject(page).click()
  await expect(banner(page)).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Hello, Ada.')).toBeVisible()
  const [signed] = (await context.cookies()).filter(({ name }) => name === 'visitor')
  expect(signed).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' })
  expect(signed?.value).toMatch(/^Ada:/)

  await context.addCookies([{ ...signed, name: 'visitor', value: `Eve${signed?.value.slice(3) ?? ''}` }])
  await page.reload()
  await settled(page)
  await expect(page.getByText('Hello, stranger.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('takes the choice as a form, and comes back without the banner', { tag: '@form' }, async ({ page }) => {
    await page.goto('/')
    const posted = page.waitForResponse((response) => response.request().method() === 'POST')
    await accept(page).click()
    const response = await posted
    expect([new URL(response.url()).pathname, response.status()]).toEqual(['/consent', 303])
    // HTML that is for everyone still has it, hidden.
    await expect(banner(page)).toBeHidden()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await cookie(page, 'cookie_consent')).toContain('"categories":["essential","functional","analytics"]')
  })
})

test('posts the choice, and gets an answer', { tag: '@endpoint' }, async ({ page }) => {
  await page.goto('/')
  await settled(page)
  const posted = page.waitForEvent('requestfinished', (request) => request.method() === 'POST')
  await accept(page).click()
  const response = await (await posted).response()
  expect(new URL((await posted).url()).pathname).toBe('/consent')
  // A script's post, or a form's.
  expect([200, 303]).toContain(response?.status())
})

test('takes no choice from another site', { tag: '@endpoint' }, async ({ request }) => {
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  const response = await request.post('/consent', { form: { choice: 'accept' }, headers })
  expect(response.status()).toBe(403)
  expect(response.headers()['set-cookie']).toBeUndefined()
})
