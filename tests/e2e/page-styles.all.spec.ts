// What is left of the banner in the styles of a page, and what a visitor with scripts sees before React runs.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { accept, banner, expect, hydrated, part, reject, test } from './site.js'

// The demo has a scroll padding of its own, so only the end of the page tells.
const stateOf = (page: Page) =>
  page.evaluate(() => ({
    sheets: document.adoptedStyleSheets.length,
    inline: document.documentElement.getAttribute('style'),
    room: getComputedStyle(document.documentElement, '::after').blockSize,
  }))

for (const [name, button] of Object.entries({ accepting: accept, rejecting: reject }))
  for (const path of ['/', '/static'])
    test(`after ${name}, nothing of ours is in the styles of ${path}`, async ({ page }) => {
      await page.goto(path)
      await hydrated(page)
      const inline = (await stateOf(page)).inline
      const height = await banner(page).evaluate((element: HTMLElement) => element.offsetHeight)
      await expect.poll(async () => (await stateOf(page)).room).toBe(`${height + 16}px`)
      await button(page).click()
      await expect(banner(page)).toHaveCount(0)
      const decided = { sheets: 0, inline, room: 'auto' }
      await expect.poll(() => stateOf(page)).toEqual(decided)
      await page.reload()
      await hydrated(page)
      await expect.poll(() => stateOf(page)).toEqual(decided)
    })

test('the banner leaves while a fragment leads to the form, and comes back with another', async ({ page }) => {
  await page.goto('/privacy#assent-form')
  await hydrated(page)
  await expect(banner(page)).toBeHidden()
  await expect(part(page, 'form')).toBeInViewport()
  await page.evaluate(() => (location.hash = 'top'))
  await expect(banner(page)).toBeVisible()
  await page.goBack()
  await expect(banner(page)).toBeHidden()
})

/** A page of which the rest arrives when it is asked for: `cut` is where it stops until then. */
async function inTwoPieces(origin: string, path: string, cut: string) {
  const waiting: (() => void)[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const reply = await fetch(`${origin}${request.url ?? '/'}`)
      const body = Buffer.from(await reply.arrayBuffer())
      response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' })
      if (request.url !== path) return response.end(body)
      const html = body.toString().replace(/<link rel="expect"[^>]*>/, '')
      const middle = html.indexOf(cut)
      response.write(html.slice(0, middle))
      await new Promise<void>((done) => waiting.push(done))
      return response.end(html.slice(middle))
    })()
  }).listen(0)
  await new Promise((done) => server.once('listening', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${path}`,
    release: () => waiting.forEach((done) => done()),
    close: () => void server.close(),
  }
}

for (const path of ['/workshop', '/static'])
  test(`half a banner of ${path} is not shown, and all of it before the rest of the page is there`, async ({
    page,
    baseURL,
  }) => {
    const half = await inTwoPieces(baseURL ?? '', path, '<button data-assent="accept"')
    await page.goto(half.url, { waitUntil: 'commit' })
    await expect(banner(page)).toBeAttached()
    await expect(part(page, 'accept')).toHaveCount(0)
    await expect(banner(page)).toBeHidden()
    half.release()
    await expect(banner(page)).toBeVisible()
    half.close()

    const whole = await inTwoPieces(baseURL ?? '', path, '<main')
    await page.goto(whole.url, { waitUntil: 'commit' })
    await expect(banner(page)).toBeVisible()
    await expect(page.getByRole('main')).toHaveCount(0)
    await expect.poll(async () => (await stateOf(page)).room).toMatch(/px$/)
    whole.release()
    whole.close()
  })
