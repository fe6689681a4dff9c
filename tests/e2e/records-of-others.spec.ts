import fs from 'node:fs'
import { banner, expect, hydrated, setCookie, test } from './site.js'

interface Row {
  value: string
  wire: string
}

const { rows } = JSON.parse(fs.readFileSync(new URL('../fixtures/quoting.json', import.meta.url), 'utf8')) as {
  rows: Row[]
}
const python = rows.at(-1)?.wire ?? ''
const given = (yes: boolean) =>
  encodeURIComponent(
    JSON.stringify({ given: yes, categories: ['essential', 'analytics'], timestamp: new Date().toISOString() }),
  )

for (const [name, value, analytics] of [
  ['true', 'true', true],
  ['1', '1', true],
  ['yes', 'yes', true],
  ['Python’s quoted JSON', python, true],
  ['given, without a version', given(true), true],
  ['not given', given(false), false],
] as const)
  for (const path of ['/', '/static'])
    test(`a record of ${name} is read on ${path}`, async ({ page, context, baseURL }) => {
      await setCookie(context, baseURL ?? '', 'cookie_consent', value)
      const response = await page.goto(path)
      const html = (await response?.text()) ?? ''
      // Only / is rendered for this visitor.
      if (path === '/') expect(html).not.toContain('data-assent="banner"')
      if (path === '/')
        expect(response?.headers().link).toBe(analytics ? '</vendor/analytics.js>; rel=preload; as=script' : undefined)
      await hydrated(page)
      await expect(banner(page)).toHaveCount(0)
      await expect(page.locator('script[src="/vendor/analytics.js"]')).toHaveCount(analytics ? 1 : 0)
    })
