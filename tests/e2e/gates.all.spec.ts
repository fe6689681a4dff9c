import type { Page } from '@playwright/test'
import type { Gates } from './gates/client.js'
import { ran, serveToTests, site } from './gates/page.js'
import { expect, test } from './site.js'

declare const gates: Gates

serveToTests()

const grant = (page: Page, ...categories: string[]) =>
  page.evaluate((given) => void gates.store.save({ categories: given }), categories)
/** What was asked for that waits, of either host. */
const asked = (): string[] => site.requests.filter((url) => /^\/(run|module|map|pixel)/.test(url))

test.describe('components', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`${site.url}/?host=${site.other}`)
    await expect(page.getByRole('group', { name: 'Map of the harbour' })).toBeVisible()
  })

  test('ask nobody before the grant, then run each script once, in order', async ({ page }) => {
    expect(asked()).toEqual([])
    await grant(page, 'analytics')
    await expect.poll(() => ran(page)).toHaveLength(5)
    const [slow, loaded, quick, ...inline] = await ran(page)
    expect([slow, quick, ...inline]).toEqual(['slow', 'quick', 'inline', 'inline loaded'])
    expect(loaded).toBe('slow loaded')
    await expect(page.locator('script[src="/run.js?quick"]')).toHaveCount(1)
    await expect(page.locator('script[src="/run.js?slow"]')).toHaveAttribute('data-site', 'shop')
    expect(asked()).toEqual(['/run.js?slow', '/run.js?quick'])
  })

  test('take a script out when its grant is taken back, and load it again when it comes back', async ({ page }) => {
    await grant(page, 'analytics')
    await expect.poll(() => ran(page)).toContain('inline loaded')
    await page.evaluate(() => void gates.store.rejectAll())
    await expect(page.locator('script[src^="/run.js"]')).toHaveCount(0)
    expect((await ran(page)).at(-1)).toBe('slow revoked')
    await grant(page, 'analytics')
    await expect.poll(async () => (await ran(page)).filter((text) => text === 'inline')).toHaveLength(2)
  })

  test('load a module of another host by the nonce of the page', async ({ page }) => {
    await grant(page, 'marketing')
    await expect.poll(() => ran(page)).toContain('module')
  })

  test('show a frame once by the keyboard alone, and record nothing', async ({ page, context }) => {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Show once' })).toBeFocused()
    await page.keyboard.press('Enter')
    const frame = page.getByTitle('Map of the harbour')
    await expect(frame).toBeFocused()
    await expect(frame.contentFrame().getByRole('button', { name: 'Zoom in' })).toBeVisible()
    expect(asked()).toEqual(['/map'])
    expect(await context.cookies()).toEqual([])
    await page.reload()
    await expect(page.getByRole('group', { name: 'Map of the harbour' })).toBeVisible()
  })

  test('show a frame always by the keyboard alone, until it is refused', async ({ page }) => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Always show' })).toBeFocused()
    await page.keyboard.press('Space')
    await expect(page.getByTitle('Map of the harbour')).toBeFocused()
    await page.reload()
    await expect(page.getByTitle('Map of the harbour')).toBeVisible()
    await page.evaluate(() => void gates.store.rejectAll())
    await expect(page.getByRole('group', { name: 'Map of the harbour' })).toBeVisible()
    await expect(page.getByTitle('Map of the harbour')).toHaveCount(0)
    expect(asked().filter((url) => url === '/map')).toHaveLength(2)
  })
})

test.describe('tags', () => {
  const inert = 'script[type="text/plain"]'
  test.beforeEach(async ({ page }) => {
    await page.goto(`${site.url}/?tags`)
    await page.waitForFunction(() => 'gates' in window)
  })

  test('wait, then run in the order of the page, once', async ({ page, problems }) => {
    expect(asked()).toEqual([])
    expect(await ran(page)).toEqual([])
    await grant(page, 'analytics')
    await expect.poll(() => ran(page)).toEqual(['slow', 'inline', 'template', 'template inline'])
    await expect(page.getByText('Measured')).toBeVisible()
    await expect(page.locator('script#slow')).toHaveAttribute('crossorigin', 'anonymous')
    expect(asked()).toEqual(['/run.js?slow', '/run.js?template'])
    expect(problems).toEqual([]) // one has no nonce, and nobody tries to run it

    await grant(page, 'analytics', 'marketing')
    await expect.poll(() => ran(page)).toEqual(['slow', 'inline', 'template', 'template inline', 'both', 'nested'])
    await expect(page.frameLocator('iframe[title=Map]').getByRole('button', { name: 'Zoom in' })).toBeVisible()
    await expect.poll(() => asked()).toContain('/pixel.svg')
  })

  test('are found when they are added later', async ({ page }) => {
    await grant(page, 'marketing')
    await page.evaluate(() => {
      const { nonce = '' } = document.querySelector<HTMLElement>('script[nonce]') ?? {}
      for (const src of ['/run.js?slow', '/run.js?late']) {
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset.category = 'marketing'
        script.dataset.src = src
        script.nonce = nonce
        const div = document.createElement('div')
        div.append(script)
        document.body.append(div)
      }
    })
    await expect.poll(() => ran(page)).toEqual(['slow', 'late'])
  })

  test('wait again when the grant is taken back', async ({ page }) => {
    const count = await page.locator(inert).count()
    await grant(page, 'analytics', 'marketing')
    await expect.poll(() => ran(page)).toEqual(['slow', 'inline', 'both', 'template', 'template inline', 'nested'])
    await page.evaluate(() => void gates.store.rejectAll())
    await expect(page.locator(inert)).toHaveCount(count)
    await expect(page.getByText('Measured')).toHaveCount(0)
    await expect(page.locator('iframe[title=Map]')).not.toHaveAttribute('src')
    await expect(page.frameLocator('iframe[title=Map]').getByRole('button')).toHaveCount(0)
    await expect(page.locator('img')).not.toHaveAttribute('src')
    expect((await ran(page)).filter((text) => text === 'revoked')).toHaveLength(6)
    const before = asked().length
    await page.waitForTimeout(500)
    expect(asked()).toHaveLength(before)

    await grant(page, 'analytics')
    await expect.poll(async () => (await ran(page)).filter((text) => text === 'template inline')).toHaveLength(2)
  })
})
