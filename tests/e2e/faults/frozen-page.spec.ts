// A page that comes out of the back-forward cache after another tab withdrew. Chromium without a window has no such cache; Firefox has one.
import { firefox } from '@playwright/test'
import { firefox as options } from '../../../scripts/browsers.mjs'
import { expect, test } from '../site.js'
import type { Shop as PageOfShop } from './client.js'
import { serveShop } from './serve.js'

declare const shop: PageOfShop

test('a page of the back-forward cache grants nothing that was withdrawn meanwhile', async () => {
  const site = await serveShop()
  const browser = await firefox.launch({ ...options(), channel: 'moz-firefox' })
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url)
  await page.evaluate(() => void shop.store.acceptAll())
  await expect.poll(() => site.choices).toEqual(['accept'])
  await page.goto(`${site.url}/other`)
  const other = await context.newPage()
  await other.goto(site.url)
  await other.evaluate(() => void shop.store.rejectAll())
  await expect.poll(() => site.choices).toEqual(['accept', 'reject'])

  // Only a page that `persisted` tells.
  await page.evaluate(() => history.back())
  await expect.poll(() => site.told.at(-1)).toBe('essential')
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['cookie_consent'])
  await browser.close()
  await site.close()
})
