import type { Locator, Page } from '@playwright/test'
import { accept, banner, cookieNames, expect, json, part, recordOf, reject, setCookie, test } from './site.js'

/** By the keyboard: before a click Playwright waits for frames, which need scripts. */
async function press(element: Locator, key = 'Enter'): Promise<void> {
  await element.focus()
  await element.page().keyboard.press(key)
}

/** Polled from outside: Playwright's own waiting runs in the page, and needs scripts. */
async function isBack(page: Page, path: string): Promise<void> {
  await expect.poll(() => page.url().endsWith(`${path}#assent-saved`)).toBe(true)
  await expect.poll(() => part(page, 'saved').isVisible()).toBe(true)
  expect(await banner(page).isVisible()).toBe(false)
}

for (const [name, button, via] of [
  ['accepting', accept, 'accept'],
  ['rejecting', reject, 'reject'],
] as const)
  for (const path of ['/', '/static'])
    test(`${name} on ${path} comes back to it, and says that it is saved`, async ({ page }) => {
      await page.goto(path)
      expect(await part(page, 'saved').isVisible()).toBe(false)
      await press(button(page))
      await isBack(page, path)
      expect(await json(page, 'cookie_consent')).toMatchObject({ via, language: 'en' })
    })

test('Customize leads to the boxes on the policy page, which save what is ticked', async ({ page }) => {
  await page.goto('/')
  await press(banner(page).getByRole('button', { name: 'Customize' }))
  await expect.poll(() => page.url()).toMatch(/\/privacy\b.*#assent-form$/)
  const form = part(page, 'form')
  await press(form.getByRole('checkbox', { name: 'Analytics cookies' }), 'Space')
  await press(form.getByRole('button', { name: 'Save choices' }))
  await isBack(page, '')
  expect(await json(page, 'cookie_consent')).toMatchObject({ categories: ['essential', 'analytics'], via: 'save' })
})

test('a withdrawal erases what was granted', async ({ page, context, baseURL }) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'functional', 'analytics']))
  await context.addCookies([{ name: '_ga', value: '1', url: baseURL ?? '', httpOnly: true }])
  await page.goto('/privacy')
  await press(part(page, 'form').getByRole('button', { name: 'Reject all' }))
  await isBack(page, '/privacy')
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
})
