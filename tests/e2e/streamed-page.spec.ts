import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { banner, expect, hydrated, test } from './site.js'

/** The site behind a slow line: HTML comes in two pieces, the second of them, from the middle of its text, at `release`. */
async function slowly(origin: string): Promise<{ url: string; release(): void; close(): void }> {
  let release = (): void => undefined
  const released = new Promise<void>((done) => (release = done))
  const server = createServer((request, response) => {
    void (async () => {
      const reply = await fetch(`${origin}${request.url ?? '/'}`)
      const body = Buffer.from(await reply.arrayBuffer())
      const type = reply.headers.get('content-type') ?? ''
      response.writeHead(reply.status, { 'content-type': type })
      if (!type.startsWith('text/html')) return response.end(body)
      // Without what makes a browser wait for the whole page.
      const html = body.toString().replace(/<link rel="expect"[^>]*>/, '')
      const middle = html.indexOf('</p>', html.indexOf('<main'))
      response.write(html.slice(0, middle))
      await released
      return response.end(html.slice(middle))
    })()
  }).listen(0)
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}`, release: () => release(), close: () => void server.close() }
}

test('the banner moves nothing while the page still arrives', async ({ page, baseURL }) => {
  const site = await slowly(baseURL ?? '')
  await page.addInitScript(() => {
    const seen = { shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`${site.url}/workshop`, { waitUntil: 'commit' })
  await expect(banner(page)).toBeVisible()
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0)
  await expect(page.getByRole('contentinfo')).toHaveCount(0)
  site.release()
  await expect(page.getByRole('contentinfo')).toHaveCount(1)
  await hydrated(page)
  // Layout shifts are told a while after they happen.
  await page.waitForTimeout(400)
  expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBe(0)
  site.close()
})
