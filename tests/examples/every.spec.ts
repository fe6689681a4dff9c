// What every example does, with the scripts of its framework or without any.
import {
  accept,
  banner,
  choose,
  cookie,
  cookieNames,
  expect,
  htmlOf,
  otherCookies,
  reject,
  settled,
  test,
} from './site.js'

const today = () => new Date().toISOString().slice(0, 10)
const theme = 'Theme'

test('asks at the first visit, in the first HTML, and stores nothing', async ({ page, context }) => {
  expect(await htmlOf(context, '/')).toContain('data-assent="banner"')
  await page.goto('/')
  await settled(page)
  await expect(accept(page)).toBeVisible()
  await expect(reject(page)).toBeVisible()
  expect(await cookieNames(page)).toEqual([])
})

test('stores nothing but the record when the visitor rejects', async ({ page, context }) => {
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
  expect(await htmlOf(context, '/')).not.toContain('data-assent="banner"')
})

test('runs what is gated when the visitor accepts, and keeps the choice', async ({ page, context }) => {
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await expect(page.getByText(`You first came on ${today()}.`)).toBeVisible()
  await expect.poll(() => cookie(page, 'first_visit')).toBe(today())
  await page.reload()
  await settled(page)
  await expect(page.getByText(`You first came on ${today()}.`)).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
  expect(await htmlOf(context, '/')).toContain(today())
})

test('keeps the theme of a visitor who allows it', async ({ page, context }) => {
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await expect(banner(page)).toHaveCount(0)
  await page.getByRole('button', { name: theme }).click()
  await expect(page.locator('.site')).toHaveAttribute('data-assent-theme', 'dark')
  await expect.poll(() => cookie(page, 'theme')).toBe('dark')
  expect(await htmlOf(context, '/')).toContain('data-assent-theme="dark"')
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

test('keeps a name that it signs, and believes no other', async ({ page, context }) => {
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

  test('takes the choice as a form, and comes back without the banner', async ({ page }) => {
    await page.goto('/')
    const posted = page.waitForResponse((response) => response.request().method() === 'POST')
    await accept(page).click()
    const response = await posted
    expect([new URL(response.url()).pathname, response.status()]).toEqual(['/consent', 303])
    await expect(banner(page)).toHaveCount(0)
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await cookie(page, 'cookie_consent')).toContain('"categories":["essential","functional","analytics"]')
  })
})

test('takes no choice from another site', async ({ request }) => {
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  const response = await request.post('/consent', { form: { choice: 'accept' }, headers })
  expect(response.status()).toBe(403)
  expect(response.headers()['set-cookie']).toBeUndefined()
})
