import { accept, banner, expect, hydrated, recordOf, setCookie, test } from './site.js'

test('two tabs hear of each other unasked', async ({ page, context, baseURL }) => {
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto('/')
    await hydrated(tab)
  }
  await accept(page).click()
  await expect(banner(other)).toBeHidden()
  await expect(other.locator('script[src="/vendor/analytics.js"]')).toHaveCount(1)

  await other.getByRole('switch', { name: 'Theme' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect(other.getByRole('button', { name: 'Withdraw consent' })).toBeHidden()
  await expect(other.locator('html')).not.toHaveAttribute('data-theme')

  // The basket of one is the basket of the other.
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential']))
  await page.goto('/pieces/wren')
  await hydrated(page)
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(other.getByRole('link', { name: 'Basket 1' })).toBeVisible()
})
