// What a refusal and a withdrawal erase, on every kind of host. The endpoint's cookies stay out: the page does it alone.
import type { BrowserContext, Page } from '@playwright/test'
import { lookingUp } from './hosts.js'
import { relayTo } from './relay.js'
import { cookieNames, expect, hydrated, part, reject, test } from './site.js'

const HOSTS = ['app.example.test', 'www.example.co.uk', 'localhost', '127.0.0.1']
const KEPT = ['cookie_consent', 'foo_gid', 'other', 'sessionid']

test.use(lookingUp(HOSTS))

/** A page of the site without assent, where nobody erases. */
async function openPlain(page: Page, url: string): Promise<void> {
  const body = '<!doctype html><link rel="icon" href="data:,"><title>Plain</title>'
  await page.route('**/plain', (route) => route.fulfill({ body, contentType: 'text/html' }))
  await page.goto(`${url}/plain`)
}

/** Sets, as scripts of others do, what is declared and what only looks like it. */
async function plant(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { hostname, protocol } = location
    const set = (pair: string, attributes = ''): void => {
      document.cookie = `${pair}; max-age=3600; path=/${attributes}`
    }
    set('_ga=1')
    set('_ga_HOST=1', `; domain=${hostname}`)
    if (/[a-z]\./.test(hostname)) set('_ga_DOM=1', `; domain=${hostname.replace(/^\w+\./, '')}`)
    if (protocol === 'https:') set('_ga_PART=1', '; secure; samesite=none; partitioned')
    for (const path of ['', 'pieces', 'pieces/', 'pieces/heron']) set('_gid=1', path)
    for (const pair of ['foo_gid=1', 'other=_ga', 'sessionid=1']) set(pair)
  })
}

/** Where each cookie is, other than those of the site itself. Poll it after a change: a browser tells of a write a moment later. */
const places = async (context: BrowserContext): Promise<string[]> =>
  (await context.cookies())
    .filter(({ name }) => !KEPT.includes(name))
    .map(({ name, domain, path }) => `${name} ${domain}${path}`)
    .sort()

for (const host of HOSTS)
  for (const scheme of ['http', 'https'] as const)
    test(`every declared cookie goes, and none that looks like one, on ${scheme}://${host}`, async ({
      page,
      context,
      baseURL,
    }) => {
      test.slow()
      // Chromium complains of the second header on plain http.
      const hidden = ['set-cookie', 'cross-origin-opener-policy']
      const relay = await relayTo(baseURL ?? '', () => Promise.resolve(), { scheme, hidden })
      const url = `${scheme}://${host}:${relay.port}`
      const isNamed = host.includes('example')
      const planted = [
        `_ga ${host}/`,
        `_ga_HOST ${isNamed ? '.' : ''}${host}/`,
        ...(isNamed ? [`_ga_DOM .${host.replace(/^\w+\./, '')}/`] : []),
        ...(scheme === 'https' ? [`_ga_PART ${host}/`] : []),
        ...['', 'pieces', 'pieces/', 'pieces/heron'].map((path) => `_gid ${host}/${path}`),
      ].sort()

      await test.step('at a refusal', async () => {
        await page.goto(`${url}/pieces/heron`)
        await hydrated(page)
        await plant(page)
        await expect.poll(() => places(context)).toEqual(planted)
        await reject(page).click()
        await expect.poll(() => cookieNames(page)).toEqual(KEPT)
      })

      await test.step('at a load, where it came late', async () => {
        await openPlain(page, url)
        await plant(page)
        await expect.poll(() => places(context)).toEqual(planted)
        await page.goto(`${url}/pieces/heron`)
        await expect.poll(() => cookieNames(page)).toEqual(KEPT)
      })

      await test.step('at a withdrawal', async () => {
        await page.getByRole('contentinfo').getByRole('button', { name: 'Cookie preferences' }).click()
        const collected = page.waitForRequest('**/collect')
        await part(page, 'panel').getByRole('button', { name: 'Accept all' }).click()
        await collected
        await plant(page)
        await expect.poll(() => places(context)).toEqual(expect.arrayContaining(planted))
        await page.getByRole('button', { name: 'Withdraw consent' }).click()
        await expect.poll(() => cookieNames(page)).toEqual(KEPT)
      })
      relay.close()
    })

test('a cookie of another path goes at the next load there', async ({ page, context, baseURL }) => {
  await page.goto(`${baseURL}/pieces/heron`)
  await reject(page).click()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
  await page.evaluate(() => (document.cookie = '_gid=1; path=/workshop'))
  await expect.poll(() => places(context)).toEqual(['_gid localhost/workshop'])
  await page.goto(`${baseURL}/workshop`)
  await expect.poll(() => places(context)).toEqual([])
})

test('what a script sets after the refusal goes while the page is open', async ({ page, context, baseURL }) => {
  await page.goto(`${baseURL}/pieces/heron`)
  await reject(page).click()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
  await page.evaluate(() => {
    document.cookie = '_ga=late; path=/'
    document.cookie = '_gid=late; path=/pieces'
    document.cookie = 'foo_gid=1; path=/'
    dispatchEvent(new Event('focus')) // a browser without cookieStore notices then
  })
  await expect.poll(() => places(context)).toEqual([])
  expect(await cookieNames(page)).toEqual(['cookie_consent', 'foo_gid'])
})
