// What a deletion needs to be accepted, where only a whole browser decides: prefixes on localhost, frames of other sites.
import { expect, test, type Frame, type Page } from '@playwright/test'
import type { ConsentStore, Jar, WriteOptions } from 'assent/core'
import { lookingUp, serveClient } from './hosts.js'

declare const jar: Jar
declare const store: ConsentStore

const HOSTS = ['app.example.test', 'top.other.test']

test.use(lookingUp(HOSTS))
const ports = serveClient('frame-client.ts', (script, { url, headers: { host = '' } }) =>
  url === '/top' ? `<iframe src="https://app.example.test:${host.replace(/.*:/, '')}/framed"></iframe>` : script,
)

async function frameOf(page: Page): Promise<Frame> {
  await page.goto(`https://top.other.test:${ports.https}/top`)
  const element = await page.waitForSelector('iframe')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The page has no frame.')
  await frame.waitForFunction(() => 'store' in window)
  return frame
}

for (const scheme of ['http', 'https'] as const)
  for (const [name, options] of [
    ['__Host-a', {}],
    ['__Secure-a', {}],
    ['a', { partitioned: true }],
    ['__Host-b', { partitioned: true, sameSite: 'none' }],
    ['b', { sameSite: 'none' }],
    ['c', {}],
  ] satisfies [string, WriteOptions][])
    test(`${name} ${JSON.stringify(options)} is removed on ${scheme}://localhost`, async ({ page }) => {
      await page.goto(`${scheme}://localhost:${ports[scheme]}/a`)
      const results = await page.evaluate(
        ([name, options]) => [
          jar.set(name, '1', { ...options, secure: true }),
          jar.remove(name, options),
          document.cookie,
        ],
        [name, options] as const,
      )
      expect(results).toEqual([{ ok: true, verified: true }, { ok: true, verified: true }, ''])
    })

for (const what of ['; Partitioned', ''])
  for (const how of ['rejectAll', 'reset'] as const)
    test(`in a frame of another site, ${how} erases SameSite=None cookies${what}`, async ({ page }) => {
      const frame = await frameOf(page)
      const texts = await frame.evaluate(
        ([what, how]) => {
          for (const pair of ['_ga=1', 'AMCV_1%40AdobeOrg=1', 'prefs[lang]=1', '_ga ä{"x"}:@=1'])
            document.cookie = `${pair}; SameSite=None; Secure; Path=/${what}`
          const before = document.cookie
          if (how === 'reset') store.acceptAll()
          store[how]()
          return [before, document.cookie.replace(/(?:; )?cookie_consent=[^;]*/, '')]
        },
        [what, how] as const,
      )
      expect(texts).toEqual(['_ga=1; AMCV_1%40AdobeOrg=1; prefs[lang]=1; _ga ä{"x"}:@=1', ''])
    })

test('a cookie that another one hides is cleared where the site has declared it, else told', async ({ page }) => {
  await page.goto(`https://app.example.test:${ports.https}/a`)
  const results = await page.evaluate(() => {
    document.cookie = 'language=fr; Domain=example.test; Path=/'
    const alone = jar.set('language', 'de')
    const shown = jar.get('language')
    store.acceptAll()
    return [alone, shown, store.cookies.set('language' as never, 'de' as never), jar.getAll('language')]
  })
  expect(results).toEqual([{ ok: false, reason: 'shadowed' }, 'fr', { ok: true, verified: true }, ['de']])
})

for (const host of ['localhost', 'app.example.test'])
  test(`a cookie that ends while the page is open is told, over plain http on ${host}`, async ({ page }) => {
    await page.goto(`http://${host}:${ports.http}/a`)
    const told = await page.evaluate(
      () =>
        new Promise((resolve) => {
          jar.set('short', '1', { maxAge: 2 })
          jar.subscribe((names) => resolve([...names, jar.get('short')]))
        }),
    )
    expect(told).toEqual(['short', undefined])
  })

test('a partitioned cookie of another path goes at a refusal elsewhere', async ({ page }) => {
  await page.goto(`https://app.example.test:${ports.https}/shop`)
  await page.evaluate(() => (document.cookie = 'cart=1; Path=/shop; Secure; SameSite=None; Partitioned'))
  expect(await page.evaluate(() => document.cookie)).toContain('cart=1')
  await page.goto(`https://app.example.test:${ports.https}/elsewhere`)
  await page.evaluate(() => void store.rejectAll())
  await page.goto(`https://app.example.test:${ports.https}/shop`)
  expect(await page.evaluate(() => document.cookie)).not.toContain('cart=1')
})
