// Storage that fails while it is erased: all else is still erased, and `left` tells of what is not.
import type { Page } from '@playwright/test'
import { expect, test } from '../site.js'
import type { Shop as PageOfShop } from './client.js'
import { serveShop, type Shop } from './serve.js'

declare const shop: PageOfShop

let site: Shop
test.beforeAll(async () => {
  site = await serveShop()
})
test.afterAll(() => site.close())

/** A page in which something was kept in each kind of storage. */
async function open(page: Page): Promise<void> {
  await page.goto(site.url)
  await page.evaluate(async () => {
    shop.store.acceptAll()
    document.cookie = '_ga=1; path=/'
    for (const storage of [localStorage, sessionStorage])
      for (const name of ['_hj1', '_hj2', '_hj3', 'cart']) storage.setItem(name, '1')
    for (const name of ['_hj1', '_hj2'])
      await new Promise((done) =>
        indexedDB.open(name).addEventListener('success', ({ target }) => {
          ;(target as IDBOpenDBRequest).result.close()
          done(undefined)
        }),
      )
    for (const name of ['_hj1', '_hj2']) await caches.open(name)
  })
}

const ALL = [
  ...['caches _hj1', 'caches _hj2', 'cookie _ga', 'indexedDB _hj1', 'indexedDB _hj2'],
  ...['localStorage _hj1', 'localStorage _hj2', 'localStorage _hj3'],
  ...['sessionStorage _hj1', 'sessionStorage _hj2', 'sessionStorage _hj3'],
]

/** Rejects, and gives what was told of it. */
async function reject(page: Page): Promise<PageOfShop['erased']> {
  await page.evaluate(() => void shop.store.rejectAll())
  await page.waitForFunction(() => shop.erased.length > 0)
  return page.evaluate(() => shop.erased)
}

const throwsFor = (name: string) => (page: Page) =>
  page.evaluate((thrown) => {
    const removeItem = Reflect.get(Storage.prototype, 'removeItem')
    Storage.prototype.removeItem = function (name) {
      if (name === thrown) throw new DOMException('No.', 'QuotaExceededError')
      removeItem.call(this, name)
    }
  }, name)

const FAULTS: [name: string, begin: (page: Page) => Promise<unknown>, left: string[]][] = [
  ['removeItem throws for the first key', throwsFor('_hj1'), ['localStorage _hj1', 'sessionStorage _hj1']],
  ['removeItem throws for a key in the middle', throwsFor('_hj2'), ['localStorage _hj2', 'sessionStorage _hj2']],
  [
    'removeItem always throws',
    (page) =>
      page.evaluate(() => {
        Storage.prototype.removeItem = () => {
          throw new Error('No.')
        }
      }),
    ALL.filter((item) => /^\w+Storage/.test(item)),
  ],
  [
    'key, getItem and setItem throw',
    (page) =>
      page.evaluate(() => {
        const fail = (): never => {
          throw new Error('No.')
        }
        Object.assign(Storage.prototype, { key: fail, getItem: fail, setItem: fail })
      }),
    [],
  ],
  [
    'localStorage is full',
    (page) =>
      page.evaluate(() => {
        for (let size = 2 ** 22, i = 0; size >= 1; i++)
          try {
            localStorage.setItem(`full${i}`, 'x'.repeat(size))
          } catch (error) {
            if (!(error instanceof DOMException)) throw error
            size /= 2
          }
      }),
    [],
  ],
  [
    'deleteDatabase throws for one',
    (page) =>
      page.evaluate(() => {
        const deleteDatabase = Reflect.get(IDBFactory.prototype, 'deleteDatabase')
        IDBFactory.prototype.deleteDatabase = function (name) {
          if (name === '_hj1') throw new Error('No.')
          return deleteDatabase.call(this, name)
        }
      }),
    ['indexedDB _hj1'],
  ],
  [
    'a cache cannot be deleted',
    (page) =>
      page.evaluate(() => {
        const remove = Reflect.get(CacheStorage.prototype, 'delete')
        CacheStorage.prototype.delete = function (name) {
          return name === '_hj1' ? Promise.reject(new Error('No.')) : remove.call(this, name)
        }
      }),
    ['caches _hj1'],
  ],
]

for (const [name, begin, left] of FAULTS)
  test(`where ${name}, all else is erased and left tells`, async ({ page }) => {
    await open(page)
    await begin(page)
    expect(await reject(page)).toEqual([
      { gone: ALL.filter((item) => !left.includes(item)), left: left.map((item) => `${item} rejected`) },
    ])
    expect(await page.evaluate(() => shop.errors)).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key === 'cart'))).toEqual(['cart'])
  })
