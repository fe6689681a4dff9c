import type { Page } from '@playwright/test'
import { accept, banner, expect, holdScripts, hydrated, json, part, test } from './site.js'

/** Without the browser's cache of live pages, which a page leaves by an `unload` listener. */
test.beforeEach(({ context }) => context.addInitScript(() => addEventListener('unload', () => undefined)))

const categories = async (page: Page): Promise<unknown> =>
  ((await json(page, 'cookie_consent')) as { categories?: unknown } | undefined)?.categories

/** The boxes, in the page or in the panel. */
const forms: Record<
  string,
  { path: string; open(this: void, page: Page): Promise<void>; form(this: void, page: Page): ReturnType<typeof part> }
> = {
  'the form in the page': {
    path: '/privacy',
    open: () => Promise.resolve(),
    form: (page) => part(page, 'form'),
  },
  'the panel': {
    path: '/static',
    open: (page) => page.getByRole('contentinfo').getByRole('button', { name: 'Cookie preferences' }).click(),
    form: (page) => part(page, 'panel'),
  },
}

for (const [name, { path, open, form }] of Object.entries(forms))
  for (const back of ['Back', 'a reload'] as const)
    for (const isHeld of [false, true])
      test(`${back} restores no tick of ${name}${isHeld ? ' before it is live' : ''}, where consent was refused elsewhere`, async ({
        page,
      }) => {
        await page.goto(path)
        await hydrated(page)
        await accept(page).click()
        await open(page)
        for (const box of await form(page).getByRole('checkbox').all()) await expect(box).toBeChecked()
        // Elsewhere: in another tab.
        const other = await page.context().newPage()
        if (back === 'Back') await page.goto('/basket')
        await other.goto('/basket')
        await hydrated(other)
        await other.getByRole('button', { name: 'Withdraw consent' }).click()
        await expect.poll(() => categories(other)).toEqual(['essential'])
        await other.close()

        const release = isHeld ? await holdScripts(page) : () => undefined
        if (back === 'Back') await page.evaluate(() => history.back())
        else await page.evaluate(() => location.reload())
        if (isHeld) await expect(form(page)).toBeAttached()
        release()
        await expect(page).toHaveURL(path)
        await hydrated(page)
        await expect(banner(page)).toHaveCount(0)
        await open(page)
        for (const box of await form(page).getByRole('checkbox').all()) await expect(box).not.toBeChecked()
        await form(page).getByRole('button', { name: 'Save choices' }).click()
        await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ via: 'save' })
        expect(await categories(page)).toEqual(['essential'])
      })

test('what the visitor ticks in a page that came back counts, and nothing else', async ({ page }) => {
  await page.goto('/privacy')
  await hydrated(page)
  await accept(page).click()
  await page.goto('/basket')
  await hydrated(page)
  await page.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect.poll(() => categories(page)).toEqual(['essential'])
  const release = await holdScripts(page)
  await page.evaluate(() => history.back())
  const box = part(page, 'form').getByRole('checkbox', { name: 'Functional cookies' })
  await box.setChecked(false)
  await box.setChecked(true)
  release()
  await hydrated(page)
  await expect(box).toBeChecked()
  await part(page, 'form').getByRole('button', { name: 'Save choices' }).click()
  await expect.poll(() => categories(page)).toEqual(['essential', 'functional'])
})
