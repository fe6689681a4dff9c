// The browser's jar where only a whole browser decides: over http and https, on real host names, in several tabs.
import { expect, test, type Page } from '@playwright/test'
import type { Jar, RemoveOptions, WriteOptions, WriteResult } from 'assent/core'
import { lookingUp, serveClient } from './hosts.js'

declare const jar: Jar
declare const changes: string[]

test.use(lookingUp([]))
const ports = serveClient('jar-client.ts')

const openSecure = (page: Page, host = 'www.example.co.uk', at = '/') =>
  page.goto(`https://${host}:${ports.https}${at}`)
const openPlain = (page: Page, host = 'www.example.co.uk', at = '/') => page.goto(`http://${host}:${ports.http}${at}`)

const set = (page: Page, name: string, value: string, options: WriteOptions = {}): Promise<WriteResult> =>
  page.evaluate(([name, value, options]) => jar.set(name, value, options), [name, value, options] as const)
const remove = (page: Page, name: string, options: RemoveOptions): Promise<WriteResult> =>
  page.evaluate(([name, options]) => jar.remove(name, options), [name, options] as const)
const textOf = (page: Page): Promise<string> => page.evaluate(() => document.cookie)

const KEPT = { ok: true, verified: true }

test.describe('over https', () => {
  test('a cookie is Secure, for the whole host and no other, unless told otherwise', async ({ page, context }) => {
    await openSecure(page)
    expect(await set(page, 'theme', 'dark')).toEqual(KEPT)
    expect(await context.cookies()).toEqual([
      expect.objectContaining({
        name: 'theme',
        domain: 'www.example.co.uk',
        path: '/',
        secure: true,
        sameSite: 'Lax',
        expires: -1,
      }),
    ])
  })

  const cases: [what: string, name: string, options: WriteOptions][] = [
    ['__Host-', '__Host-a', {}],
    ['__Secure-', '__Secure-a', {}],
    ['__Secure- with a domain', '__Secure-a', { domain: 'example.co.uk' }],
    ['SameSite=None', 'a', { sameSite: 'none' }],
    ['Partitioned', 'a', { partitioned: true }],
    ['a Partitioned __Host-', '__Host-a', { partitioned: true, sameSite: 'none' }],
  ]
  for (const [what, name, options] of cases) {
    test(`${what} is kept, and removed again`, async ({ page }) => {
      await openSecure(page)
      expect(await set(page, name, '1', options)).toEqual(KEPT)
      expect(await textOf(page)).toBe(`${name}=1`)
      expect(await remove(page, name, options)).toEqual(KEPT)
      expect(await textOf(page)).toBe('')
    })
  }

  test('what needs Secure is refused where it is given up', async ({ page }) => {
    await openSecure(page)
    for (const name of ['__Host-a', '__Secure-a'])
      expect(await set(page, name, '1', { secure: false })).toEqual({ ok: false, reason: 'invalid-attribute' })
  })
})

test.describe('over http', () => {
  test('a cookie is not Secure, and one that must be is refused', async ({ page, context }) => {
    await openPlain(page)
    expect(await set(page, 'theme', 'dark')).toEqual(KEPT)
    expect(await context.cookies()).toEqual([expect.objectContaining({ name: 'theme', secure: false })])
    for (const name of ['__Host-a', '__Secure-a'])
      expect(await set(page, name, '1')).toEqual({ ok: false, reason: 'invalid-attribute' })
    expect(await set(page, 'a', '1', { sameSite: 'none' })).toEqual({ ok: false, reason: 'invalid-attribute' })
  })

  test('a Secure cookie is rejected, because the browser drops it', async ({ page }) => {
    await openPlain(page)
    expect(await set(page, 'a', '1', { secure: true })).toEqual({ ok: false, reason: 'rejected' })
    expect(await set(page, '__Secure-a', '1', { secure: true })).toEqual({ ok: false, reason: 'rejected' })
  })

  test('a cookie that https has set is left alone, and a write over it is rejected', async ({ page }) => {
    await openSecure(page)
    expect(await set(page, 'theme', 'dark')).toEqual(KEPT)
    await openPlain(page)
    expect(await set(page, 'theme', 'light')).toEqual({ ok: false, reason: 'rejected' })
    await openSecure(page)
    expect(await textOf(page)).toBe('theme=dark')
  })
})

test.describe('domains', () => {
  test('a parent domain is taken, for all hosts below it', async ({ page }) => {
    await openSecure(page)
    expect(await set(page, 'a', '1', { domain: 'example.co.uk' })).toEqual(KEPT)
    expect(await set(page, 'b', '1', { domain: '.Example.co.uk' })).toEqual(KEPT)
    await openSecure(page, 'shop.example.co.uk')
    expect(await textOf(page)).toBe('a=1; b=1')
    expect(await remove(page, 'a', { domain: 'example.co.uk' })).toEqual(KEPT)
    expect(await remove(page, 'b', {})).toEqual({ ok: false, reason: 'rejected' })
    expect(await textOf(page)).toBe('b=1')
  })

  test('a public suffix is rejected', async ({ page }) => {
    await openSecure(page)
    expect(await set(page, 'a', '1', { domain: 'co.uk' })).toEqual({ ok: false, reason: 'rejected' })
    expect(await set(page, 'a', '1', { domain: 'uk' })).toEqual({ ok: false, reason: 'rejected' })
  })

  for (const [scheme, open] of [
    ['https', openSecure],
    ['http', openPlain],
  ] as const) {
    test(`a removal everywhere reaches every parent domain and path, over ${scheme}`, async ({ page }) => {
      await open(page, 'www.example.co.uk', '/a/b')
      const left = await page.evaluate((isSecure) => {
        const places = ['', 'www.example.co.uk', 'example.co.uk'].flatMap((domain) =>
          ['/', '/a', '/a/', '/a/b'].map((path) => `; path=${path}${domain && `; domain=${domain}`}`),
        )
        for (const place of places) {
          document.cookie = `_ga=1${place}`
          document.cookie = `x_ga=1${place}`
          if (isSecure) document.cookie = `_ga=1${place}; secure; partitioned`
        }
        const count = (name: string): number => jar.getAll(name).length
        const before = [count('_ga'), count('x_ga')]
        return [before, jar.remove('_ga', { everywhere: true }), [count('_ga'), count('x_ga')]]
      }, scheme === 'https')
      expect(left).toEqual([[scheme === 'https' ? 24 : 12, 12], KEPT, [0, 12]])
    })
  }
})

test.describe('two tabs', () => {
  for (const [what, open, hasCookieStore] of [
    ['by cookieStore over https', openSecure, true],
    ['by a channel over plain http, where there is none', openPlain, false],
  ] as const) {
    test(`hear of each other unasked, ${what}`, async ({ page, context }) => {
      const other = await context.newPage()
      for (const tab of [page, other]) {
        await open(tab)
        await tab.evaluate(() => void jar.subscribe((changed) => changes.push(...changed)))
      }
      expect(await page.evaluate(() => 'cookieStore' in window)).toBe(hasCookieStore)
      await set(page, 'theme', 'dark')
      await expect.poll(() => other.evaluate(() => changes)).toEqual(['theme'])
      await remove(other, 'theme', {})
      await expect.poll(() => page.evaluate(() => changes)).toEqual(['theme', 'theme'])
    })
  }

  test('hear of a script’s own write when their tab comes to the front, over plain http', async ({ page, context }) => {
    await openPlain(page)
    await page.evaluate(() => void jar.subscribe((changed) => changes.push(...changed)))
    const other = await context.newPage()
    await openPlain(other)
    await other.evaluate(() => (document.cookie = '_ga=1; path=/'))
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    expect(await page.evaluate(() => changes)).toEqual(['_ga'])
  })
})
