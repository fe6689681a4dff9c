// Next's own: a static export, which posts no choice to anyone.
import { accept, banner, expect, settled, test } from './site.js'

test('keeps a choice without a server, on every page', async ({ page }) => {
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url())
  })
  await page.goto('/')
  await settled(page)
  await accept(page).click()
  await page.goto('/about')
  await settled(page)
  await expect(page.getByRole('table')).toContainText('first_visit')
  await expect(banner(page)).toHaveCount(0)
  expect(posts).toEqual([])
})
