import type { Page } from '@playwright/test'
import { languagePage } from '../../scripts/language-page.mjs'
import type { LanguagesPage } from '../pages/languages-client.js'
import { banner, expect, test } from './site.js'

declare const locales: LanguagesPage['locales']
declare const show: LanguagesPage['show']
/** Defined by {@link defineClipped}. */
declare const clipped: (root: Element) => string[]

let html: string
test.beforeAll(async () => {
  html = await languagePage()
})

async function open(page: Page, width: number, height: number): Promise<readonly LanguagesPage['locales'][number][]> {
  await page.setViewportSize({ width, height })
  await page.route('**/languages', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto('/languages')
  await page.evaluate(defineClipped)
  return page.evaluate(() => locales)
}

/** Runs in the page: defines what finds texts that are cut off, wider than their box, or out of reach by scrolling. */
function defineClipped(): void {
  const boxed = 'button, a, h2, p, label, summary, li, td, th, code, span, form, table, dialog, section, fieldset'
  const textBox = (element: Element): DOMRect => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect()
  }
  const isInside = (inner: DOMRect, outer: DOMRect | { left: number; top: number; right: number; bottom: number }) =>
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1
  const clippedIn = (root: Element): string[] => {
    const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const found: string[] = []
    for (const element of root.querySelectorAll(boxed)) {
      if (!element.checkVisibility()) continue
      const text = `${element.tagName} ${element.textContent}`
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
        found.push(`wider than its box: ${text}`)
      if (!(element instanceof HTMLButtonElement)) continue
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      if (!isInside(textBox(element), element.getBoundingClientRect())) found.push(`outside its button: ${text}`)
      if (!isInside(element.getBoundingClientRect(), view)) found.push(`out of reach: ${text}`)
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways')
    return found
  }
  Object.assign(window, { clipped: clippedIn })
}

for (const [width, height] of [
  [360, 740],
  [320, 256],
] as const)
  test(`no language is clipped at ${width} × ${height}, in banner, notice, panel, form, table, and frame`, async ({
    page,
  }) => {
    const faults: Record<string, string[]> = {}
    for (const tag of await open(page, width, height)) {
      const found = await page.evaluate(async (shown) => {
        const one = (name: string): HTMLElement => {
          const element = document.querySelector<HTMLElement>(`[data-assent="${name}"]`)
          if (!element) throw new Error(`There is no ${name}.`)
          return element
        }
        const all: string[] = []
        await show({ tag: shown, notice: true })
        all.push(...clipped(one('banner')))
        await show({ tag: shown })
        all.push(...clipped(document.body))
        const shownBanner = one('banner')
        shownBanner.scrollTop = 0
        const lines = one('description').getClientRects()[0]
        const actions = one('actions').getBoundingClientRect()
        if (!lines || lines.top + 20 > actions.top) all.push('no line of text is to be seen')
        one('customize').click()
        await new Promise(requestAnimationFrame)
        const panel = one('panel')
        for (const details of panel.querySelectorAll('details')) details.open = true
        all.push(...clipped(panel))
        return all
      }, tag)
      if (found.length > 0) faults[tag] = found
    }
    expect(faults).toEqual({})
  })

test('all three buttons are to be seen at once on a phone, in every language', async ({ page }) => {
  for (const tag of await open(page, 360, 740)) {
    await page.evaluate((shown) => show({ tag: shown }), tag)
    for (const name of ['reject', 'accept', 'customize'])
      await expect(banner(page).locator(`[data-assent=${name}]`), tag).toBeInViewport({ ratio: 1 })
  }
})
