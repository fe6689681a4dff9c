// What may happen to the record of a choice: nothing is granted that it does not say.
import type { Page } from '@playwright/test'
import type { Gates } from '../gates/client.js'
import { accept, open as openWith, serveToTests } from '../gates/page.js'
import { expect, test } from '../site.js'

declare const gates: Gates

serveToTests()

const open = (page: Page) => openWith(page, '', '?free')
const grantOf = (page: Page) => page.evaluate(() => gates.store.getState().grant.categories)

test('a jar that is full evicts it, and the visitor is asked again', async ({ page, context }) => {
  await open(page)
  await accept(page)
  await page.evaluate(() => {
    for (let i = 0; i < 400; i++) document.cookie = `n${i}=1; path=/`
  })
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).not.toContain('cookie_consent')
  await open(page)
  expect(await grantOf(page)).toEqual(['essential'])
})

test('a cookie that is tossed from a deeper path counts as none', async ({ page, context }) => {
  await open(page)
  await accept(page)
  const [own] = await context.cookies()
  if (!own) throw new Error('There is no record.')
  await context.addCookies([{ ...own, path: '/own' }])
  await open(page)
  expect(await grantOf(page)).toEqual(['essential'])
  await page.evaluate(() => void gates.store.rejectAll())
  await open(page)
  expect(await grantOf(page)).toEqual(['essential'])
  expect((await context.cookies()).filter(({ name }) => name === 'cookie_consent')).toHaveLength(1)
})

for (const [name, days] of [
  ['a year ahead', 365],
  ['a year back', -365],
] as const)
  test(`a clock that jumps ${name} grants nothing`, async ({ page }) => {
    await open(page)
    await accept(page)
    await page.clock.setFixedTime(Date.now() + days * 86_400_000)
    await open(page)
    expect(await grantOf(page)).toEqual(['essential'])
  })

test('two copies of the package in a page agree', async ({ page }) => {
  await open(page)
  await page.evaluate(async () => {
    const first = gates.store
    await new Promise((done) => {
      const script = Object.assign(document.createElement('script'), { src: '/client.js', onload: done })
      document.head.append(script)
    })
    Object.assign(window, { first })
  })
  const both = () =>
    page.evaluate(() =>
      [gates.store, (window as unknown as { first: Gates['store'] }).first].map(
        (store) => store.getState().grant.categories,
      ),
    )
  await accept(page)
  const all = ['essential', 'analytics', 'marketing']
  await expect.poll(both).toEqual([all, all])
  await page.evaluate(() => void (window as unknown as { first: Gates['store'] }).first.rejectAll())
  await expect.poll(both).toEqual([['essential'], ['essential']])
})
