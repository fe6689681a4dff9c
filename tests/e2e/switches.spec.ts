import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { accept, banner, cookieNames, expect, hydrated, json, part, reject, test } from './site.js'

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const log = (page: Page) => page.getByRole('complementary', { name: 'What just happened' })
const happened = (page: Page, text: RegExp) => log(page).getByRole('listitem').filter({ hasText: text })
const drawer = (page: Page) => page.getByRole('complementary', { name: 'About this demonstration' })
const openDrawer = (page: Page) => drawer(page).getByText('Try it').click()

test.describe('the server renders what the address says', () => {
  for (const [query, expected] of [
    ['?layout=bar', ['data-layout="bar"']],
    ['?layout=inline&panel=drawer', ['data-layout="inline"', 'data-layout="drawer"']],
    ['?language=ar', ['lang="ar" dir="rtl"', 'رفض الكل']],
    ['?language=ja', ['lang="ja"', 'すべて拒否']],
    ['?language=de', ['Alle ablehnen']],
    ['?theme=round', ['href="/themes/round.css"', 'data-look="round"']],
    ['?region=US-CA', ['data-asking="notice"']],
    ['?region=US-CA&gpc=on', ['data-asking="notice"', 'data-assent="signal"']],
  ] as const)
    test(query, async ({ page, request }) => {
      for (const path of query.includes('gpc') ? ['/'] : ['/', '/static', '/workshop']) {
        const html = await (await request.get(path + query)).text()
        for (const one of expected) expect(html).toContain(one)
        await page.goto(path + query)
        await hydrated(page)
        await expect(banner(page)).toBeVisible()
        expect(await cookieNames(page)).not.toContain('cookie_consent')
      }
    })

  test('and knows no more than it says', async ({ page, request }) => {
    const odd = '?layout=%3Cscript%3E&theme=../../x&language=xx&region=__proto__&gpc=1&guard&scripts=never'
    const html = (text: string) => text.replaceAll(/nonce="[^"]*"|"now":\d+/g, '')
    expect(html(await (await request.get(`/${odd}`)).text())).toBe(html(await (await request.get('/')).text()))
    await page.goto(`/${odd}`)
    await hydrated(page)
    await expect(accept(page)).toBeVisible()
  })
})

test('a switch works at once, stands in the address, and goes along to other pages', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  await openDrawer(page)
  const pick = (group: string, name: string) =>
    drawer(page).getByRole('region', { name: group }).getByRole('link', { name, exact: true }).click()
  await pick('Banner', 'Bar')
  await expect(banner(page)).toHaveAttribute('data-layout', 'bar')
  await pick('Banner speaks', 'العربية')
  await expect(banner(page)).toHaveAttribute('dir', 'rtl')
  await pick('Look', 'Material')
  await expect(page.locator('#look')).toHaveAttribute('href', '/themes/material.css')
  await pick('Look', 'Plain')
  await expect(page.locator('#look')).toHaveCount(1)
  await pick('Look', 'This shop')
  await expect(page.locator('#look')).toHaveCount(0)
  await expect(page).toHaveURL('/?layout=bar&language=ar')
  await page.keyboard.press('Escape')
  await expect(drawer(page).getByRole('heading').first()).toBeHidden()
  await page.getByRole('link', { name: 'Workshop' }).click()
  await expect(page).toHaveURL('/workshop?layout=bar&language=ar')
  await expect(banner(page)).toHaveAttribute('lang', 'ar')
  expect(await cookieNames(page)).toEqual([])
})

test('California is informed, and the signal is honoured', async ({ page }) => {
  await page.goto('/?region=US-CA')
  await hydrated(page)
  await expect(page.getByRole('button', { name: 'Your privacy choices' }).first()).toBeVisible()
  await expect.poll(() => cookieNames(page)).toContain('_ga')
  await banner(page).getByRole('button', { name: 'OK' }).click()
  await expect(banner(page)).toHaveCount(0)
  await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'dismiss' })
  // The reply of the endpoint knows the region, and takes nothing back.
  await page.waitForLoadState('networkidle')
  expect(await cookieNames(page)).toContain('_ga')
  await page.context().clearCookies()
  await page.goto('/?region=US-CA&gpc=on')
  await hydrated(page)
  await expect(happened(page, /Global Privacy Control/)).toContainText('marketing')
})

test('a page without scripts has none, and its forms work', async ({ page, problems }) => {
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await page.goto('/?scripts=off&layout=bar')
  await expect(page.locator('script')).toHaveCount(0)
  await banner(page).getByRole('button', { name: 'Customize' }).click()
  await expect(page).toHaveURL(/\/privacy\?layout=bar&scripts=off#assent-form$/)
  await page.goto('/?scripts=off&layout=bar')
  await reject(page).click()
  await expect(page).toHaveURL('/?scripts=off&layout=bar#assent-saved')
  await expect(banner(page)).toHaveCount(0)
  await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'reject' })
  expect(scripts).toEqual([])
  // The switches are links.
  await openDrawer(page)
  await drawer(page).getByRole('region', { name: 'JavaScript' }).getByRole('link', { name: 'On' }).click()
  await hydrated(page)
  expect(scripts).not.toEqual([])
  // The browser blocks the scripts of this test, too, and says so.
  const others = problems.filter((problem) => !problem.startsWith('error: Blocked script execution'))
  problems.splice(0, problems.length, ...others)
})

test('tells what just happened, the newest first', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  await expect(happened(page, /^Held The script of Tally Analytics/)).toHaveCount(1)
  await expect(happened(page, /^Held The film/)).toHaveCount(1)
  await page.getByRole('switch', { name: 'Theme' }).click()
  await expect(happened(page, /^In memory theme/)).toHaveCount(1)
  await accept(page).click()
  await expect(happened(page, /^Written theme .*functional/)).toHaveCount(1)
  await expect(happened(page, /^Written cookie_consent .*essential/)).toHaveCount(1)
  await expect(happened(page, /^Sent The script of Tally Analytics/)).toHaveCount(1)
  await expect(happened(page, /^Written _ga .*analytics/)).toHaveCount(1)
  await page.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect(happened(page, /^Erased _ga /)).toHaveCount(1)
  await expect(log(page).getByRole('listitem').last()).toContainText('Held')
  await expect(happened(page, /You rejected all/)).toHaveCount(1)
  await page.getByRole('switch', { name: 'Theme' }).click()
  await expect(happened(page, /^Refused theme/)).toHaveCount(1)
})

test('the guard holds a careless script until the grant', async ({ page }) => {
  await page.goto('/?guard=on&try=open')
  await hydrated(page)
  await page.getByRole('button', { name: 'Run a careless script' }).click()
  await expect(happened(page, /^Held _ga_CARELESS .*analytics/)).toHaveCount(1)
  await expect(happened(page, /^Held \/collect/)).toHaveCount(1)
  expect(await cookieNames(page)).toEqual([])
  await accept(page).click()
  await expect(happened(page, /^Written _ga_CARELESS/)).toHaveCount(1)
  await expect(happened(page, /^Sent Your visit/).first()).toBeVisible()
})

test('the film waits behind a poster of this site', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  const film = page.getByRole('group', { name: 'A minute at the wheel' })
  await expect(film).toContainText('Kettle Film')
  await film.getByRole('button', { name: 'Show once' }).click()
  const frame = page.frameLocator('iframe[title="A minute at the wheel"]')
  await frame.getByRole('button', { name: 'Play' }).click()
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(happened(page, /^Sent The film/)).toHaveCount(1)
  expect(await cookieNames(page)).toEqual([])
})

test('is worked by the keyboard', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  const summary = drawer(page).getByText('Try it')
  await summary.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(banner(page)).toHaveAttribute('data-layout', 'bar')
  await expect(drawer(page).getByRole('link', { name: 'Bar' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(summary).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1280])
    test(`axe finds nothing in the switches, in ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      for (const query of [
        '?try=open',
        '?try=open&layout=bar&theme=material&language=ar',
        '?theme=shadcn&layout=dialog',
      ]) {
        await page.goto(`/${query}`)
        await hydrated(page)
        const show = log(page).getByRole('button', { name: 'Show' })
        if (!query.startsWith('?try') && (await show.isVisible())) await show.click()
        expect(await violations(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
      await expect(part(page, 'banner')).toBeVisible()
    })

test('the drawer fits 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const language of ['page', 'de']) {
    await page.goto(`/?try=open&language=${language}`)
    await hydrated(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  }
})
