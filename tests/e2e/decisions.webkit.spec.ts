import { By, Key, type WebDriver } from 'selenium-webdriver'
import { expect, test } from './webkit.js'

const banner = By.css('[data-assent="banner"]')
const inBanner = (name: string) => By.css(`[data-assent="banner"] [data-assent="${name}"]`)
const inPanel = (name: string) => By.css(`[data-assent="panel"] [data-assent="${name}"]`)

const cookieNames = async (driver: WebDriver): Promise<string[]> =>
  (await driver.manage().getCookies()).map(({ name }) => name).sort()
const theme = (driver: WebDriver) =>
  driver.executeScript<string | null>('return document.documentElement.dataset.theme')
/** Presses what is in the panel, once the panel takes presses: not at once after it was opened. */
async function press(driver: WebDriver, place: By): Promise<void> {
  const element = await driver.findElement(place)
  await expect
    .poll(() => driver.executeScript('return getComputedStyle(arguments[0]).pointerEvents', element))
    .toBe('auto')
  await element.click()
}
const isPanelOpen = (driver: WebDriver) =>
  driver.executeScript<boolean>('return document.querySelector("[data-assent=panel]").open')
/** Counted in the page: an element that React removes meanwhile makes WebDriver's own search throw. */
const count = (driver: WebDriver, part: string) =>
  driver.executeScript<number>(`return document.querySelectorAll('[data-assent="${part}"]').length`)

/** Opens a page and waits until React has taken it over. */
async function open(driver: WebDriver, url: string): Promise<void> {
  await driver.get(url)
  await driver.wait(async () => (await count(driver, 'before-paint')) === 0, 20_000)
}

async function decide(driver: WebDriver, categories: readonly string[]): Promise<void> {
  const record = JSON.stringify({ categories, timestamp: new Date().toISOString(), version: 1 })
  await driver.executeScript('document.cookie = `cookie_consent=${encodeURIComponent(arguments[0])}; path=/`', record)
}

test('stores nothing before a choice, and asks', async ({ driver, site }) => {
  await open(driver, `${site}/`)
  await driver.actions().sendKeys(Key.ESCAPE, Key.TAB, Key.PAGE_DOWN).perform()
  expect(await driver.findElement(banner).isDisplayed()).toBe(true)
  expect(await cookieNames(driver)).toEqual([])
  expect(await driver.executeScript('return localStorage.length + sessionStorage.length')).toBe(0)
})

test('a write waits in memory, and reaches the browser with the grant', async ({ driver, site }) => {
  await open(driver, `${site}/`)
  await driver.findElement(By.css('[role="switch"]')).click()
  await expect.poll(() => theme(driver)).toBe('dark')
  expect(await cookieNames(driver)).toEqual([])

  await driver.findElement(inBanner('customize')).click()
  await press(driver, By.css('[data-category="functional"] input'))
  await press(driver, inPanel('save'))
  await expect.poll(() => cookieNames(driver)).toEqual(['cookie_consent', 'theme'])
  expect(await count(driver, 'banner')).toBe(0)
  expect(await isPanelOpen(driver)).toBe(false)

  await open(driver, `${site}/`)
  expect(await theme(driver)).toBe('dark')
  expect(await count(driver, 'banner')).toBe(0)
})

test('Esc closes the dialog without a change, and gives the focus back', async ({ driver, site }) => {
  await open(driver, `${site}/`)
  const customize = await driver.findElement(inBanner('customize'))
  await customize.sendKeys(Key.ENTER)
  await expect.poll(() => isPanelOpen(driver)).toBe(true)
  const box = await driver.findElement(By.css('[data-category="analytics"] input'))
  await box.sendKeys(Key.SPACE)
  expect(await box.isSelected()).toBe(true)
  await driver.actions().sendKeys(Key.ESCAPE).perform()
  await expect.poll(() => isPanelOpen(driver)).toBe(false)
  expect(await (await driver.switchTo().activeElement()).getAttribute('data-assent')).toBe('customize')
  expect(await cookieNames(driver)).toEqual([])
})

test('a withdrawal erases what stands on the host and on its parent', async ({ driver, site }) => {
  const url = `${site.replace('localhost', 'shop.sandmartin.localhost')}/`
  await open(driver, url)
  await driver.findElement(inBanner('accept')).click()
  await expect.poll(() => cookieNames(driver)).toEqual(['_ga', '_ga_DEMO', '_gid', 'cookie_consent'])
  await driver.executeScript('document.cookie = "foo_gid=kept; path=/"')
  await driver.executeScript(
    'Array.from(document.querySelectorAll("footer button")).find((one) => one.textContent === "Withdraw consent").click()',
  )
  await expect.poll(() => cookieNames(driver)).toEqual(['cookie_consent', 'foo_gid'])
})

test('a cached page keeps its banner from a visitor who decided', async ({ driver, site }) => {
  await decide(driver, ['essential'])
  await open(driver, `${site}/static`)
  expect(await count(driver, 'banner')).toBe(0)
  expect(await driver.executeScript('return document.adoptedStyleSheets.length')).toBe(0)
})

test('another tab hears of a choice unasked', async ({ driver, site }) => {
  await open(driver, `${site}/`)
  const first = await driver.getWindowHandle()
  await driver.switchTo().newWindow('tab')
  await open(driver, `${site}/privacy`)
  await driver.findElement(inBanner('reject')).click()
  await driver.switchTo().window(first)
  await expect.poll(() => count(driver, 'banner')).toBe(0)
})
