import type { Page } from '@playwright/test'
import { test } from '../site.js'
import type { Gates } from './client.js'
import { serveGates, type Site } from './serve.js'

declare const gates: Gates

export let site: Site

/** Serves the page of tags that wait to the tests of a file. */
export function serveToTests(): void {
  test.beforeAll(async () => {
    site = await serveGates()
  })
  test.beforeEach(() => {
    site.requests.length = 0
  })
  test.afterAll(() => site.close())
}

/** Opens the page with this markup. The query is `?free` without a policy, `?dynamic` with `'strict-dynamic'`. */
export async function open(page: Page, body: string, query = ''): Promise<void> {
  site.body = body
  await page.goto(`${site.url}/own${query}`)
  await page.waitForFunction(() => 'gates' in window)
}

/** What the scripts of the page have told. */
export const ran = (page: Page): Promise<string[]> => page.evaluate(() => gates.ran)
export const accept = (page: Page): Promise<void> => page.evaluate(() => void gates.store.acceptAll())
export const reject = (page: Page): Promise<void> => page.evaluate(() => void gates.store.rejectAll())
