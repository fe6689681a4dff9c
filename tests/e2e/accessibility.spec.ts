import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { banner, expect, holdScripts, hydrated, part, recordOf, reject, setCookie, test } from './site.js'

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const path of ['/', '/static', '/pieces/heron', '/workshop', '/basket', '/privacy'])
      test(`axe finds nothing on ${path}, with the banner and without`, async ({ page, context, baseURL }) => {
        await page.goto(path)
        await hydrated(page)
        expect(await violations(page)).toEqual([])
        await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'functional']))
        await setCookie(
          context,
          baseURL ?? '',
          'shopping_cart',
          encodeURIComponent('{"items":[{"slug":"wren","quantity":2}]}'),
        )
        await page.goto(path)
        await hydrated(page)
        await page.getByText('Stored in this browser now').click()
        expect(await violations(page)).toEqual([])
      })

    test('axe finds nothing in the open panel', async ({ page }) => {
      await page.goto('/')
      await hydrated(page)
      await banner(page).getByRole('button', { name: 'Customize' }).click()
      await expect(part(page, 'panel')).toBeVisible()
      for (const details of await part(page, 'panel').locator('summary').all()) await details.click()
      expect(await violations(page)).toEqual([])
    })

    test('axe finds nothing where a form came back', async ({ page }) => {
      const release = await holdScripts(page)
      await page.goto('/', { waitUntil: 'commit' })
      await reject(page).click()
      await page.waitForURL('**/#assent-saved', { waitUntil: 'commit' })
      release()
      await hydrated(page)
      await expect(part(page, 'saved')).toBeVisible()
      expect(await violations(page)).toEqual([])
    })

    test('axe finds nothing with a setting that is kept in memory', async ({ page }) => {
      await page.goto('/')
      await hydrated(page)
      await page.getByRole('switch', { name: 'Theme' }).click()
      expect(await violations(page)).toEqual([])
    })
  })

for (const path of ['/', '/pieces/heron', '/workshop', '/basket', '/privacy'])
  test(`${path} fits 320 px`, async ({ page, context, baseURL }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await setCookie(
      context,
      baseURL ?? '',
      'shopping_cart',
      encodeURIComponent('{"items":[{"slug":"full-moon","quantity":2}]}'),
    )
    for (const language of ['en', 'de']) {
      await setCookie(context, baseURL ?? '', 'pref_language', language)
      await page.goto(path)
      await hydrated(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    }
  })
