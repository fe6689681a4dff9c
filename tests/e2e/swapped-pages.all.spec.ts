import type { Page } from '@playwright/test'
import { accept, banner, expect, json, recordOf, reject, setCookie, test } from './site.js'
import type { Swaps } from './swaps/client.js'
import { serveSwaps } from './swaps/serve.js'

declare const hydrate: Swaps['hydrate']
declare const swap: Swaps['swap']

let site: Awaited<ReturnType<typeof serveSwaps>>
test.beforeAll(async () => {
  site = await serveSwaps()
})
test.afterAll(() => site.close())

const live = async (page: Page, n = 0): Promise<void> => {
  const before = await page.locator('[data-assent=before-paint]').count()
  await page.evaluate((index) => hydrate(index), n)
  await expect(page.locator('[data-assent=before-paint]')).toHaveCount(before - 1)
}
const sheets = (page: Page): Promise<number> => page.evaluate(() => document.adoptedStyleSheets.length)
const decide = (page: Page) => setCookie(page.context(), site.url, 'cookie_consent', recordOf(['essential']))

/** The ways to the next page. */
const ways: Record<string, (page: Page) => Promise<void>> = {
  Turbo: async (page) => {
    await page.getByRole('link', { name: 'To b' }).click()
    await expect(page.getByRole('heading', { name: '/b' })).toBeVisible()
  },
  'a view transition': (page) => page.evaluate(() => swap('/b')),
}

for (const [name, go] of Object.entries(ways))
  for (const isLive of [false, true]) {
    const when = `${name} swaps a page that is ${isLive ? '' : 'not yet '}live`

    test(`a click counts after ${when}`, async ({ page }) => {
      await page.goto(`${site.url}/a`)
      if (isLive) await live(page)
      await go(page)
      await expect(banner(page)).toBeVisible()
      await reject(page).click()
      expect(await json(page, 'cookie_consent')).toBeUndefined()
      await live(page)
      await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'reject' })
      await expect(banner(page)).toHaveCount(0)
    })

    test(`the banner stays hidden from those who decided, and comes when asked again, after ${when}`, async ({
      page,
    }) => {
      await page.goto(`${site.url}/a`)
      await decide(page)
      await page.goto(`${site.url}/a`)
      await expect(banner(page)).toBeHidden()
      if (isLive) await live(page)
      await go(page)
      await expect(banner(page)).toBeHidden()
      await live(page)
      await expect(banner(page)).toHaveCount(0)
      expect(await sheets(page)).toBe(0)
      await page.getByRole('button', { name: 'Forget' }).click()
      await accept(page).click()
      await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'accept' })
      expect(await sheets(page)).toBe(0)
    })

    test(`what was decided meanwhile hides the next banner after ${when}`, async ({ page }) => {
      await page.goto(`${site.url}/a`)
      if (isLive) await live(page)
      await expect(banner(page)).toBeVisible()
      await decide(page)
      await go(page)
      await expect(banner(page)).toBeHidden()
      await page.context().clearCookies()
      await page.reload()
      await expect(banner(page)).toBeVisible()
      await live(page)
      await accept(page).click()
      await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'accept' })
    })
  }

for (const first of [0, 1])
  test(`of two islands the ${first ? 'second' : 'first'} is live before the other, which still is hidden or heard`, async ({
    page,
  }) => {
    await decide(page)
    await page.goto(`${site.url}/two`)
    for (const one of await banner(page).all()) await expect(one).toBeHidden()
    await live(page, first)
    await expect(banner(page)).toHaveCount(1)
    await expect(banner(page)).toBeHidden()
    await live(page, 1 - first)
    await expect(banner(page)).toHaveCount(0)
    expect(await sheets(page)).toBe(0)

    await page.context().clearCookies()
    await page.reload()
    await live(page, first)
    // The live one answers by itself, and the other keeps what is clicked.
    await page.locator('.island').nth(first).getByRole('button', { name: 'Customize' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page
      .locator('.island')
      .nth(1 - first)
      .getByRole('button', { name: 'Reject all' })
      .click()
    expect(await json(page, 'cookie_consent')).toBeUndefined()
    await live(page, 1 - first)
    await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'reject' })
    await expect(banner(page)).toHaveCount(0)
  })

test('names of elements in the page stop nothing', async ({ page }) => {
  await decide(page)
  await page.goto(`${site.url}/clobbered`)
  await expect(banner(page)).toBeHidden()
  await live(page)
  await expect(banner(page)).toHaveCount(0)
  await page.context().clearCookies()
  await page.reload()
  await accept(page).click()
  await live(page)
  await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'accept' })
})

test('a browser without adopted style sheets shows the banner until the page is live, and takes clicks', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets'))
  await decide(page)
  await page.goto(`${site.url}/a`)
  await expect(banner(page)).toBeVisible()
  await live(page)
  await expect(banner(page)).toHaveCount(0)
  await page.context().clearCookies()
  await page.reload()
  await reject(page).click()
  await live(page)
  await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'reject' })
})
