import { accept, banner, cookie, expect, hydrated, part, test } from './site.js'

const words = /Global Privacy Control/

test.describe('with Sec-GPC', () => {
  test.use({ extraHTTPHeaders: { 'sec-gpc': '1' } })

  test('the first HTML says that it is honoured, and so do banner and panel', async ({ page, request }) => {
    expect(await (await request.get('/')).text()).toMatch(/<p data-assent="signal">[^<]*Global Privacy Control/)
    await page.goto('/')
    await expect(part(page, 'banner').getByText(words)).toBeVisible()
    await hydrated(page)
    await expect(part(page, 'banner').getByText(words)).toBeVisible()
    await page.getByRole('button', { name: 'Customize' }).click()
    await expect(part(page, 'panel').getByText(words)).toBeVisible()
  })

  test("the visitor's own later choice wins, and nothing more is said", async ({ page }) => {
    await page.goto('/')
    await accept(page).click()
    await expect(banner(page)).toBeHidden()
    await expect.poll(() => cookie(page, 'cookie_consent')).toContain('"marketing"')
    await page.goto('/privacy')
    await hydrated(page)
    await expect(part(page, 'form')).toBeVisible()
    await expect(part(page, 'signal')).toHaveCount(0)
  })
})

test.describe('with navigator.globalPrivacyControl alone', () => {
  for (const path of ['/', '/static'])
    test(`${path} says that it is honoured`, async ({ page }) => {
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true }),
      )
      await page.goto(path)
      await hydrated(page)
      await expect(part(page, 'banner').getByText(words)).toBeVisible()
    })
})

test('nothing is said without it', async ({ page, request }) => {
  expect(await (await request.get('/')).text()).not.toContain('data-assent="signal"')
  await page.goto('/')
  await hydrated(page)
  await expect(banner(page)).toBeVisible()
  await expect(part(page, 'signal')).toHaveCount(0)
})
