import { expect, test } from './site.js'

test('where cookies are blocked the page works in memory', async ({ page }) => {
  // Scripts of an opaque origin are asked for across origins.
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
  })
  // So is the endpoint, which would refuse it.
  const posted: unknown[] = []
  await page.route('**/consent', async (route) => {
    posted.push(route.request().postDataJSON())
    await route.fulfill({ headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' } })
  })
  await page.route('**/frame', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>A frame</title><iframe sandbox="allow-scripts" src="/pieces/heron" width="1200" height="700"></iframe>',
    }),
  )
  await page.goto('/frame')
  const frame = page.frameLocator('iframe')
  const inner = page.frames()[1]
  expect(
    await inner?.evaluate(() => {
      try {
        return document.cookie
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    }),
  ).toBe('SecurityError')

  const banner = frame.locator('[data-assent="banner"]')
  await expect(banner).toBeVisible()
  await frame.getByRole('button', { name: 'Add to basket' }).click()
  await expect(frame.getByText('One in your basket.')).toBeVisible()
  await frame.getByRole('switch', { name: 'Theme' }).click()
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')

  await banner.getByRole('button', { name: 'Reject all' }).click()
  await expect(banner).toBeHidden()
  await frame.getByRole('button', { name: 'Cookie preferences' }).click()
  const panel = frame.getByRole('dialog')
  await panel.getByRole('checkbox', { name: 'Functional cookies' }).check()
  await panel.getByRole('button', { name: 'Save choices' }).click()
  await expect(frame.getByRole('button', { name: 'Withdraw consent' })).toBeVisible()
  expect(posted).toMatchObject([{ choice: 'reject' }, { choice: 'save', categories: ['essential', 'functional'] }])
})
