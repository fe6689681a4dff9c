// The guard against what others have written, as npm has it.
import { expect, test, type Page } from '@playwright/test'
import { serveGuardedSite, type GuardedPage, type GuardedSite, type ThirdPartyPage } from '../fixtures/guarded-site.js'

declare const { store, boot, track }: GuardedPage & ThirdPartyPage

let site: GuardedSite
test.beforeAll(async () => {
  site = await serveGuardedSite()
})
test.afterAll(() => site.close())

/** The names of all that the page keeps, without our own. */
const kept = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ]
      .filter((name) => name && name !== 'cookie_consent')
      .sort(),
  )

for (const name of ['posthog', 'mixpanel'])
  test(`${name} sends and keeps nothing before consent, all with it, and nothing after`, async ({ page }) => {
    const collector = `${site.collector}/t/${name}`
    const begin = site.hits.length
    const hits = () => site.hits.slice(begin)
    const trackAndWait = async (event: string) => {
      await page.evaluate((event) => track(event), event)
      await page.waitForTimeout(1_000) // what is sent late, too
    }
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(`${site.url}/?with=${name}&follow&collector=${encodeURIComponent(collector)}`)
    await page.evaluate(() => boot())
    await trackAndWait('first')
    expect(hits()).toEqual([])
    expect(await kept(page)).toEqual([])

    await page.evaluate(() => void store.acceptAll())
    await trackAndWait('second')
    await expect.poll(hits).not.toEqual([])
    expect(await kept(page)).not.toEqual([])

    await page.evaluate(() => void store.rejectAll())
    await page.waitForTimeout(1_000) // what is under way
    const before = hits().length
    await trackAndWait('third')
    expect(hits()).toHaveLength(before)
    expect(await kept(page)).toEqual([])
    await page.reload()
    await page.evaluate(() => boot())
    await trackAndWait('fourth')
    expect(hits()).toHaveLength(before)
    expect(await kept(page)).toEqual([])
    expect(errors).toEqual([])
  })
