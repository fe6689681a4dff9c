// The model of tests/model in real tabs: the newest choice counts in each of them, whatever the endpoint does.
import { expect, test, type Page } from '@playwright/test'
import fc from 'fast-check'
import { cookie, hydrated } from './site.js'

/** The categories that a visitor ticks, or a button for all of them. */
type Choice = 'accept' | 'reject' | readonly string[]
type Network = 'up' | 'slow' | 'dead'

/** Chooses in the panel, as a visitor does. */
async function choose(page: Page, choice: Choice): Promise<void> {
  await page.evaluate((chosen) => {
    const panel = document.querySelector('[data-assent=panel]')
    document.querySelector<HTMLElement>('footer [data-assent=open]')?.click()
    if (typeof chosen !== 'string')
      for (const box of panel?.querySelectorAll<HTMLInputElement>('[name=categories]') ?? [])
        if (box.checked !== chosen.includes(box.value)) box.click()
    panel?.querySelector<HTMLElement>(`[value=${typeof chosen === 'string' ? chosen : 'save'}]`)?.click()
  }, choice)
}

/** The ticks of the closed panel show what is granted. */
const ticked = (page: Page): Promise<string[]> =>
  page
    .locator('[data-assent=panel] [name=categories]:checked')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))

const ids = ['functional', 'analytics', 'marketing']
/** A choice in one of two tabs, or a reload of it. */
const step = fc.record({
  tab: fc.constantFrom<0 | 1>(0, 1),
  network: fc.constantFrom<Network>('up', 'slow', 'dead'),
  choice: fc.oneof(fc.constantFrom<(Choice | undefined)[]>('accept', 'reject', undefined), fc.subarray(ids)),
})

test('the newest choice counts in every tab, after any steps in any order', async ({ context, baseURL }) => {
  test.setTimeout(180_000)
  let network: Network = 'up'
  let held: (() => void)[] = []
  const release = (): void => {
    for (const go of held.splice(0)) go()
  }
  await context.route('**/consent', async (route) => {
    if (network === 'dead') return route.abort()
    const response = await route.fetch()
    if (network === 'slow') await new Promise<void>((go) => held.push(go))
    return route.fulfill({ response })
  })
  const tabs = [await context.newPage(), await context.newPage()] as const
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      network = 'up'
      held = []
      await context.clearCookies()
      for (const tab of tabs) {
        await tab.goto(`${baseURL ?? ''}/static`)
        await hydrated(tab)
      }
      let granted: readonly string[] = []
      for (const { tab, network: next, choice } of steps) {
        network = next
        const page = tabs[tab]
        if (choice === undefined) {
          await page.reload()
          await hydrated(page)
        } else {
          await choose(page, choice)
          granted = choice === 'accept' ? ids : choice === 'reject' ? [] : choice
        }
      }
      network = 'up'
      release()
      for (const tab of tabs) await expect.poll(() => ticked(tab)).toEqual(granted)
      const text = await cookie(tabs[0], 'cookie_consent')
      if (text !== undefined)
        expect((JSON.parse(text) as { categories: string[] }).categories).toEqual(['essential', ...granted])
    }),
    { numRuns: 20 },
  )
})
