import { accept, cookie, cookieNames, expect, hydrated, json, recordOf, reject, setCookie, test } from './site.js'

test('the theme switches in memory without consent, and reaches the cookie at the grant', async ({ page, request }) => {
  await page.goto('/')
  await hydrated(page)
  const html = page.locator('html')
  const theme = page.getByRole('switch', { name: 'Theme' })
  await expect(theme).not.toBeChecked()
  await theme.click()
  await expect(theme).toBeChecked()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByText('Kept until you leave this page.')).toBeVisible()
  expect(await cookieNames(page)).toEqual([])

  // In the tick of the grant: read in the same task as the click.
  const after = await accept(page).evaluate((button: HTMLButtonElement) => {
    button.click()
    return document.cookie
  })
  expect(after).toContain('theme=dark')
  await expect(page.getByText('Kept until you leave this page.')).toBeHidden()

  const headers = { cookie: after }
  for (const html of [await (await request.get('/', { headers })).text(), await (await page.reload())?.text()])
    expect(/<html[^>]*>/.exec(html ?? '')?.[0]).toContain('data-theme="dark"')
  await expect(theme).toBeChecked()
})

test('a refusal keeps the theme off the browser', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  await page.getByRole('switch', { name: 'Theme' }).click()
  await reject(page).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
  await page.reload()
  await hydrated(page)
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('consent is asked for in the language of the visitor, which is a cookie itself', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  const banner = page.getByRole('region', { name: 'Deine Cookie-Auswahl' })
  await expect(banner).toHaveAttribute('lang', 'de')
  await banner.getByRole('button', { name: 'Alle annehmen' }).click()
  await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'accept', language: 'de' })
  // From the first HTML on, now that the language is kept.
  await page.goto('/privacy')
  await expect(page.getByRole('form', { name: 'Cookie-Einstellungen' })).toContainText('Notwendige Cookies')
  await expect(page.getByRole('columnheader', { name: 'Anbieter' })).toBeVisible()
})

test('language and density are one cookie each, and the server renders with them', async ({
  page,
  context,
  baseURL,
}) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'functional']))
  await page.goto('/')
  await hydrated(page)
  await page.getByRole('button', { name: 'Compact' }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Steinzeug vom Lehmufer')
  await expect(page).toHaveTitle(/^Steinzeug/)
  await expect.poll(() => cookie(page, 'pref_language')).toBe('de')
  await expect.poll(() => cookie(page, 'pref_compact')).toBe('true')
  const kept = (await context.cookies()).find(({ name }) => name === 'pref_language')
  expect(kept).toMatchObject({ path: '/', sameSite: 'Lax' })
  expect(((kept?.expires ?? 0) - Date.now() / 1000) / 86_400).toBeCloseTo(365, 0)

  const html = (await (await page.reload())?.text()) ?? ''
  expect(/<html[^>]*>/.exec(html)?.[0]).toContain('lang="de"')
  expect(/<h1>.*?<\/h1>/.exec(html)?.[0]).toBe('<h1>Steinzeug vom Lehmufer</h1>')
  expect(/<ul class="pieces"[^>]*>/.exec(html)?.[0]).toContain('data-compact')
})

test('the basket is a cookie that needs no consent, and the server renders it', async ({ page }) => {
  await page.goto('/pieces/heron')
  await hydrated(page)
  const add = page.getByRole('button', { name: 'Add to basket' })
  await add.click()
  await add.click()
  await expect(page.getByRole('status').filter({ hasText: '2 in your basket.' })).toBeVisible()
  await expect.poll(() => json(page, 'shopping_cart')).toEqual({ items: [{ slug: 'heron', quantity: 2 }] })

  await page.goto('/basket')
  expect((await (await page.reload())?.text())?.includes('€192')).toBe(true)
  await hydrated(page)
  await page.getByRole('button', { name: 'One Heron fewer' }).click()
  await expect(page.locator('.total')).toContainText('€96')
  await page.getByRole('button', { name: 'One Heron fewer' }).click()
  await expect(page.getByText('Nothing in it yet.')).toBeVisible()
})

for (const text of ['{"items":[{"slug":"heron","quantity":-4}]}', '{"items":"all"}', '[]', 'x', '%'])
  test(`a basket of ${text} is an empty one`, async ({ page, context, baseURL }) => {
    await setCookie(context, baseURL ?? '', 'shopping_cart', text === '%' ? text : encodeURIComponent(text))
    await page.goto('/basket')
    await hydrated(page)
    await expect(page.getByText('Nothing in it yet.')).toBeVisible()
  })
