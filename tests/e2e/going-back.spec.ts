import { accept, cookieNames, expect, hydrated, test } from './site.js'

test('going back after a withdrawal brings nothing back', async ({ page }) => {
  await page.goto('/')
  await accept(page).click()
  await page.goto('/workshop', { waitUntil: 'networkidle' })
  await page.goto('/basket')
  await page.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
  const urls: string[] = []
  page.on('request', (request) => urls.push(new URL(request.url()).pathname))
  await page.evaluate(() => history.back())
  await expect(page.getByRole('heading', { level: 1, name: 'Four days' })).toBeVisible()
  await hydrated(page)
  await page.waitForTimeout(500)
  expect(await cookieNames(page)).toEqual(['cookie_consent'])
  expect(urls.filter((url) => /^\/(collect|vendor)/.test(url))).toEqual([])
})
