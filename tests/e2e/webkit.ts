import { test as base } from '@playwright/test'
import { Builder, type WebDriver } from 'selenium-webdriver'

export { expect } from '@playwright/test'

interface Fixtures {
  /** A browser of a new visitor, on the demo's first page. */
  driver: WebDriver
  /** Where the demo is served. */
  site: string
}

/** Tests in WebKitGTK, the engine of Safari. Debian's build of it speaks WebDriver alone, which Playwright does not. */
export const test = base.extend<Fixtures>({
  site: ({ baseURL }, provide) => provide(baseURL ?? ''),
  driver: async ({ site }, provide) => {
    const builder = new Builder().usingServer(process.env.E2E_WEBKIT ?? '')
    const driver = await builder.withCapabilities({ browserName: 'MiniBrowser' }).build()
    await driver.get(site)
    await provide(driver)
    await driver.quit()
  },
})
