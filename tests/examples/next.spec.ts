// Next's own: a page that the build made once for everyone.
import type { Page } from '@playwright/test'
import { accept, banner, expect, recordOf, setCookie, settled, test } from './site.js'

/** Counts, from the first frame on, in how many the banner was painted. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { frames: 0, banner: 0 }
    Object.assign(window, { seen })
    const look = () => {
      seen.frames += 1
      if (document.querySelector('[data-assent="banner"]')?.checkVisibility()) seen.banner += 1
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

async function look(page: Page): Promise<{ frames: number; banner: number }> {
  await settled(page)
  await page.waitForFunction(() => (window as unknown as { seen: { frames: number } }).seen.frames > 2)
  return page.evaluate(() => (window as unknown as { seen: { frames: number; banner: number } }).seen)
}

test('the static page was built before anybody came, and is the same for everyone', async ({ request }) => {
  const replies = await Promise.all(
    ['', `cookie_consent=${recordOf(['essential', 'analytics'])}; theme=dark; first_visit=2026-01-01`].map((cookie) =>
      request.get('/about', { headers: { cookie } }),
    ),
  )
  const texts = await Promise.all(replies.map((reply) => reply.text()))
  expect(texts[0]).toBe(texts[1])
  expect(texts[0]).toContain('data-assent="banner"')
  for (const reply of replies) {
    expect(reply.headers()['x-nextjs-prerender']).toContain('1')
    expect(reply.headers()['x-nextjs-cache']).toBe('HIT')
    expect(reply.headers()['cache-control']).toContain('s-maxage')
  }
})

test('a page of a visitor is kept by nobody else', async ({ request }) => {
  const reply = await request.get('/')
  expect(reply.headers()['cache-control']).toContain('private')
})

test('the static page never paints the banner for a visitor who decided', async ({ page, context, baseURL }) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'analytics']))
  await watch(page)
  await page.goto('/about')
  const { frames, banner: painted } = await look(page)
  expect(frames).toBeGreaterThan(2)
  expect(painted).toBe(0)
  await expect(banner(page)).toHaveCount(0)
  await expect(page.getByText(/You first came on \d{4}-/)).toBeVisible()
})

test('the static page asks a new visitor', async ({ page }) => {
  await watch(page)
  await page.goto('/about')
  expect((await look(page)).banner).toBeGreaterThan(0)
  await expect(accept(page)).toBeVisible()
})

test('a choice on the static page counts on the others, also on the way by a link', async ({ page }) => {
  await page.goto('/about')
  await settled(page)
  await accept(page).click()
  await expect(banner(page)).toHaveCount(0)
  await page.getByRole('link', { name: 'Low tide' }).click()
  await expect(page.getByText('You are decided. It may use: essential, functional, analytics.')).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
})

test('the server renders again what depends on the choice', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await expect(page.getByText('You are undecided. It may use: essential.')).toBeVisible()
  await accept(page).click()
  await expect(page.getByText('You are decided. It may use: essential, functional, analytics.')).toBeVisible()
})
