import type { BrowserContext, Page } from '@playwright/test'
import { cookieNames, part } from '../e2e/site.js'

export { accept, banner, cookie, cookieNames, expect, recordOf, reject, setCookie, test } from '../e2e/site.js'

/** The record and its signature. */
const RECORD = /^cookie_consent(\.sig)?$/

/** The names of the cookies that are not the record of the choice. Poll it. */
export const otherCookies = async (page: Page): Promise<string[]> =>
  (await cookieNames(page)).filter((name) => !RECORD.test(name))

/** Waits until the page listens, where it ever does. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  // React takes the script before the banner away as it takes over; a page without scripts of its own keeps it.
  if ((await page.locator('script[src]').count()) > 0)
    await page.waitForFunction(() => !document.querySelector('[data-assent="before-paint"]'))
}

/** Grants or takes back one category, in the panel that the button on every page opens. */
export async function choose(page: Page, category: string, granted: boolean): Promise<void> {
  await part(page, 'open').click()
  const panel = part(page, 'panel')
  await panel.getByRole('checkbox', { name: category }).setChecked(granted)
  await panel.getByRole('button', { name: 'Save choices' }).click()
}

/** The page as a browser without cookies of its own gets it first. */
export async function htmlOf(context: BrowserContext, path: string): Promise<string> {
  const response = await context.request.get(path)
  return response.text()
}
