import { test as base, type BrowserContext, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

interface Fixtures {
  /** What went wrong in any page of the test: console messages, uncaught errors, violations of the policy. */
  problems: string[]
}

/** The demo's tests. Each fails when a page of it says anything to the console or breaks the site's policy. */
export const test = base.extend<Fixtures>({
  problems: [
    async ({ context }, use) => {
      const problems: string[] = []
      watch(context, problems)
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          reportError(new Error(`${violatedDirective} violated by ${blockedURI} ${sample}`))
        })
      })
      await use(problems)
      if (problems.length > 0) throw new Error(`The page complained:\n${problems.join('\n')}`)
    },
    { auto: true },
  ],
})

function watch(context: BrowserContext, problems: string[]): void {
  const report = (problem: string): void => {
    // Erasing tries every parent domain, and Firefox tells which of them take no cookies.
    // React's development build recommends its tools.
    if (!/^Cookie .* has been rejected for invalid domain|React DevTools/.test(problem)) problems.push(problem)
  }
  context.on('console', (message) => report(`${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => report(String(error.error())))
}

/** Every page of the site, one of each kind. */
export const PAGES = ['/', '/static', '/pieces/heron', '/workshop', '/basket', '/privacy']

export const part = (page: Page, name: string) => page.locator(`[data-assent="${name}"]`)
export const banner = (page: Page) => part(page, 'banner')
/** The buttons stand in the panel, too: these are the banner's. */
export const accept = (page: Page) => banner(page).getByRole('button', { name: 'Accept all' })
export const reject = (page: Page) => banner(page).getByRole('button', { name: 'Reject all' })

/** Waits until React has taken the page over. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.getElementById('root')
    return root !== null && Object.keys(root).some((key) => key.startsWith('__reactContainer'))
  })
  await page.waitForFunction(() => !document.querySelector('[data-assent="before-paint"]'))
}

/** Holds the scripts of the next pages back, until the function that it gives is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((done) => (release = done))
  await page.route('**/assets/*.js', async (route) => {
    await released
    await route.continue()
  })
  return () => release()
}

/** The text of the visitor's cookie of that name, decoded, or nothing. */
export async function cookie(page: Page, name: string): Promise<string | undefined> {
  const found = (await page.context().cookies()).find((one) => one.name === name)
  return found && decodeURIComponent(found.value)
}

/** What the visitor's cookie of that name holds as JSON, or nothing. */
export async function json(page: Page, name: string): Promise<unknown> {
  const text = await cookie(page, name)
  return text === undefined ? undefined : JSON.parse(text)
}

/** Poll it after a change: a browser tells of a write a moment later. */
export async function cookieNames(page: Page): Promise<string[]> {
  return (await page.context().cookies()).map(({ name }) => name).sort()
}

/** A consent cookie of a visitor who decided so, a moment ago. */
export function recordOf(categories: readonly string[], timestamp = new Date()): string {
  return encodeURIComponent(JSON.stringify({ categories, timestamp: timestamp.toISOString(), version: 1 }))
}

export async function setCookie(context: BrowserContext, url: string, name: string, value: string): Promise<void> {
  await context.addCookies([{ name, value, url }])
}
