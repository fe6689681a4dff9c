// Our parts on other people's pages, in each engine: what they compute to is what they compute to on a bare page.
import { expect, test, type Page } from '@playwright/test'
import { buildSheet } from '../../scripts/build-sheet.mjs'
import { loadScenes } from '../../scripts/scenes.mjs'
import { siteSheets } from '../../scripts/site-sheets.mjs'

/** Each property of each element that is to be seen, a line each: a text is quickly sent, a long list is not. */
const looks = async (page: Page) => {
  const lines = await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('[data-assent=panel]')?.showModal()
    for (const details of document.querySelectorAll('details')) details.open = true
    return [...document.querySelectorAll('[data-assent]:not(script), [data-assent] *')]
      .filter((element) => element.checkVisibility())
      .flatMap((element, i) => {
        const style = getComputedStyle(element)
        const { width, height } = element.getBoundingClientRect()
        const name = `${i} ${element.tagName} ${element.getAttribute('data-assent') ?? ''}`
        return [
          `${name}: ${width.toFixed(1)} × ${height.toFixed(1)}`,
          ...[...style]
            .filter((property) => !/^--|-(inline|block)(-|$)|^-webkit-tap|^tab-size$/.test(property))
            .map((property) => `${name}: ${property}: ${style.getPropertyValue(property)}`),
        ]
      })
      .join('\n')
  })
  return lines.split('\n')
}

test('the parts look as on a bare page', async ({ page, browserName }) => {
  test.setTimeout(180_000)
  const { htmlOf } = await loadScenes()
  const [layered = '', unlayered = ''] = await Promise.all(['styles.css', 'styles.unlayered.css'].map(buildSheet))
  const look = async (scheme: string, ...sheets: string[]) => {
    await page.setContent(htmlOf({ sheets, width: 1280, scheme }))
    return looks(page)
  }
  const bare = { light: await look('light', layered), dark: await look('dark', layered) }
  for (const [scheme, paper] of Object.entries({ light: 'rgb(255, 255, 255)', dark: 'rgb(30, 32, 36)' } as const))
    expect(bare[scheme as keyof typeof bare].join()).toContain(`SECTION banner: background-color: ${paper}`)
  for (const [name, { css, isLayered }] of Object.entries(await siteSheets())) {
    // Chromium is measured on all of them, and more closely, in tests/styles.
    if (browserName === 'chromium' && !name.includes('elements')) continue
    const ours = isLayered ? layered : unlayered
    for (const [scheme, sheets] of [
      ['light', [css, ours]],
      ['dark', [ours, css]],
    ] as const) {
      const found = await look(scheme, ...sheets)
      expect([name, ...found.filter((line, i) => line !== bare[scheme][i]).slice(0, 9)]).toEqual([name])
    }
  }
})
