// Next's own: the Pages Router.
import { accept, banner, expect, settled, test } from './site.js'

test('asks the server again for what depends on the choice', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await expect(page.getByText('You are undecided. It may use: essential.')).toBeVisible()
  await accept(page).click()
  await expect(page.getByText('You are decided. It may use: essential, functional, analytics.')).toBeVisible()
})

test('a page of a visitor is kept by nobody else', async ({ request }) => {
  expect((await request.get('/')).headers()['cache-control']).toBe('private, no-store')
})

test('a choice on the page that is the same for everyone counts on the others', async ({ page }) => {
  await page.goto('/about')
  await settled(page)
  await accept(page).click()
  await page.getByRole('link', { name: 'Low tide' }).click()
  await expect(page.getByText('You are decided. It may use: essential, functional, analytics.')).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
})
