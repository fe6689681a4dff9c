import type { BrowserContext, Page } from '@playwright/test'
import {
  accept,
  banner,
  expect,
  holdScripts,
  hydrated,
  PAGES,
  part,
  recordOf,
  reject,
  setCookie,
  test,
} from './site.js'

/** Looks in each frame, from the first on, whether the banner is painted, and sums up what moved in the page. */
async function observe(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const seen = { frames: 0, banner: 0, shift: 0 }
    Object.assign(window, { seen })
    const look = () => {
      seen.frames += 1
      if (document.querySelector('[data-assent="banner"]')?.checkVisibility()) seen.banner += 1
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

interface Seen {
  frames: number
  banner: number
  shift: number
}

async function look(page: Page): Promise<Seen> {
  await hydrated(page)
  // Layout shifts are told a while after they happen.
  await page.waitForTimeout(400)
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen)
}

test('the cached page is the same for everyone, and may be kept', async ({ request }) => {
  const replies = await Promise.all(
    ['', `cookie_consent=${recordOf(['essential', 'functional'])}; theme=dark; pref_language=de`].map((cookie) =>
      request.get('/static', { headers: { cookie } }),
    ),
  )
  const texts = await Promise.all(replies.map((reply) => reply.text()))
  expect(texts[0]).toBe(texts[1])
  expect(texts[0]).toContain('data-assent="banner"')
  for (const reply of replies) {
    expect(reply.headers()['cache-control']).toContain('public')
    expect(reply.headers()['content-security-policy']).toBe(replies[0]?.headers()['content-security-policy'])
    expect(reply.headers()['content-security-policy']).not.toContain('nonce')
  }
})

test('a page of a visitor is kept by nobody else', async ({ request }) => {
  for (const path of PAGES.filter((path) => path !== '/static')) {
    const reply = await request.get(path)
    expect(reply.headers()['cache-control']).toContain('private')
  }
})

test('the cached page never paints the banner for a visitor who decided', async ({ page, context, baseURL }) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential']))
  await observe(context)
  await page.goto('/static')
  const { frames, banner: painted, shift } = await look(page)
  expect(frames).toBeGreaterThan(2)
  expect(painted).toBe(0)
  expect(shift).toBe(0)
  await expect(banner(page)).toHaveCount(0)
})

test('the cached page shows the banner to a new visitor', async ({ page, context }) => {
  await observe(context)
  await page.goto('/static')
  const { banner: painted } = await look(page)
  expect(painted).toBeGreaterThan(0)
  await expect(accept(page)).toBeVisible()
})

for (const [name, value] of [
  ['expired', recordOf(['essential', 'analytics'], new Date(Date.now() - 200 * 86_400_000))],
  ['not JSON', 'maybe'],
] as const)
  test(`the cached page asks again where the record is ${name}`, async ({ page, context, baseURL }) => {
    await setCookie(context, baseURL ?? '', 'cookie_consent', value)
    await page.goto('/static')
    await hydrated(page)
    await expect(banner(page)).toBeVisible()
    await expect(page.locator('script[src^="/vendor"]')).toHaveCount(0)
  })

for (const path of ['/', '/static'])
  for (const width of [360, 1280])
    test(`nothing moves on ${path} at ${width} px, with and without a banner`, async ({ page, context, baseURL }) => {
      await page.setViewportSize({ width, height: 800 })
      await observe(context)
      await page.goto(path)
      expect((await look(page)).shift).toBe(0)
      await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'functional']))
      await setCookie(context, baseURL ?? '', 'theme', 'dark')
      await page.goto(path)
      expect((await look(page)).shift).toBe(0)
    })

for (const path of ['/', '/static'])
  for (const width of [360, 1280])
    test(`nothing moves on ${path} at ${width} px where a form came back to it`, async ({ page, context }) => {
      await page.setViewportSize({ width, height: 800 })
      const release = await holdScripts(page)
      await page.goto(path, { waitUntil: 'commit' })
      await observe(context)
      await reject(page).click()
      await page.waitForURL(`**${path}#assent-saved`, { waitUntil: 'commit' })
      release()
      const { banner: painted, shift } = await look(page)
      expect(painted).toBe(0)
      expect(shift).toBe(0)
      await expect(part(page, 'saved')).toBeInViewport()
    })
