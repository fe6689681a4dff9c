// React Router's own: loaders and actions.
import { accept, banner, expect, settled, test } from './site.js'

test('loads again what depends on the choice', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await expect(page.getByText('You are undecided. It may use: essential.')).toBeVisible()
  await accept(page).click()
  await expect(page.getByText('You are decided. It may use: essential, functional, analytics.')).toBeVisible()
})

test('keeps the choice on the way by a link', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await page.getByRole('link', { name: 'About' }).click()
  await expect(page.getByRole('heading', { name: 'About' })).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
  await expect(page.getByRole('table')).toContainText('first_visit')
})

test('a page of a visitor is kept by nobody else', async ({ request }) => {
  const reply = await request.get('/')
  expect(reply.headers()['cache-control']).toBe('private')
  expect(reply.headers().vary).toContain('Cookie')
})
