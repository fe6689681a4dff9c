// What may happen to the endpoint and to the line: the choice stands, the page hears of it, and the next choice is posted.
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '../site.js'
import type { Shop as PageOfShop } from './client.js'
import { serveShop, type Shop } from './serve.js'

declare const shop: PageOfShop

let site: Shop
test.beforeEach(async ({ page }) => {
  site = await serveShop()
  await page.goto(site.url)
})
test.afterEach(() => site.close())

interface Fault {
  begin(this: void, context: BrowserContext): void | Promise<void>
  end(this: void, context: BrowserContext): void | Promise<void>
}
const answer = (reply: Shop['reply']): Fault => {
  let before: Shop['reply']
  return {
    begin() {
      before = site.reply
      site.reply = reply
    },
    end: () => void (site.reply = before),
  }
}
const FAULTS: Record<string, Fault> = {
  'the browser is offline': {
    begin: (context) => context.setOffline(true),
    end: (context) => context.setOffline(false),
  },
  'nobody listens': { begin: () => site.close(), end: () => site.open() },
  'it answers 500': answer((response) => response.writeHead(500).end()),
  'it is gone': answer((response) => response.writeHead(404).end()),
  'it hangs up': answer((response) => response.destroy()),
  'it hangs up in the middle of its head': answer((response) => response.socket?.end('HTTP/1.1 2')),
}

const categories = (page: Page) => page.evaluate(() => shop.store.getState().grant.categories)
const errors = (page: Page) => page.evaluate(() => shop.errors.length)

for (const [name, { begin, end }] of Object.entries(FAULTS))
  test(`where ${name}, the choice stands, is told of, and the next is posted`, async ({ page, context, problems }) => {
    await begin(context)
    await page.evaluate(() => void shop.store.acceptAll())
    expect(await categories(page)).toEqual(['essential', 'analytics'])
    await expect.poll(() => errors(page)).toBe(1)
    expect(await categories(page)).toEqual(['essential', 'analytics'])
    await end(context)
    await page.evaluate(() => void shop.store.rejectAll())
    await expect.poll(() => site.choices.at(-1)).toBe('reject')
    expect(await errors(page)).toBe(1)
    await page.goto(site.url)
    expect(await page.evaluate(() => shop.store.getState().record)).toMatchObject({ categories: ['essential'] })
    problems.splice(0) // the browser's own word on a request that failed
  })
