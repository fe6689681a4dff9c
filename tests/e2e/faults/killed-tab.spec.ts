// A tab that dies right after a choice: what stands in the jar stands, and nothing is asked again.
import type { Page } from '@playwright/test'
import { expect, test } from '../site.js'
import type { Shop as PageOfShop } from './client.js'
import { serveShop, type Shop } from './serve.js'

declare const shop: PageOfShop

let site: Shop
test.beforeEach(async () => {
  site = await serveShop()
})
test.afterEach(() => site.close())

/** Kills the process of a page, be it busy or not: no handler of the page runs. Make it before the page is busy. */
async function killer(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  return async () => {
    const crash = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => undefined) // it has nobody left to answer
    await crash
  }
}

const DEATHS: [name: string, die: (page: Page) => Promise<unknown>, posted: number][] = [
  [
    'is killed between the write and the post',
    async (page) => {
      const kill = await killer(page)
      // The post never leaves: the page hangs where it would have gone out.
      void page
        .evaluate(() => {
          window.fetch = () => {
            document.cookie = 'hangs=1; path=/'
            for (;;);
          }
          shop.store.acceptAll()
        })
        .catch(() => undefined)
      await expect.poll(async () => (await page.context().cookies()).map(({ name }) => name)).toContain('hangs')
      await kill()
    },
    0,
  ],
  [
    'is killed before the reply',
    async (page) => {
      const kill = await killer(page)
      const came = new Promise<void>((done) => (site.reply = () => done()))
      await page.evaluate(() => void shop.store.acceptAll())
      await came
      await kill()
    },
    1,
  ],
  [
    'is closed at once',
    async (page) => {
      const came = new Promise<void>((done) => {
        site.reply = (response) => {
          response.end('{}')
          done()
        }
      })
      await page.evaluate(() => void shop.store.acceptAll())
      await page.close()
      await came
    },
    1,
  ],
]

for (const [name, die, posted] of DEATHS)
  test(`where a tab ${name}, the choice stands`, async ({ page, context }) => {
    await page.goto(site.url)
    await die(page)
    expect(site.choices).toHaveLength(posted)
    site.reply = (response) => response.end('{}')
    const next = await context.newPage()
    await next.goto(site.url)
    expect(await next.evaluate(() => shop.store.getState())).toMatchObject({
      status: 'decided',
      grant: { categories: ['essential', 'analytics'] },
    })
    await next.evaluate(() => void shop.store.rejectAll())
    await expect.poll(() => site.choices.at(-1)).toBe('reject')
    expect(site.choices).toHaveLength(posted + 1)
  })
