import type { Page } from '@playwright/test'
import { accept, banner, cookieNames, expect, json, part, recordOf, reject, setCookie, test } from './site.js'

test.use({ javaScriptEnabled: false })

const ALL = ['essential', 'functional', 'analytics', 'marketing']
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Cookie preferences saved.' })

for (const [name, button, record] of [
  ['accepting', accept, { categories: ALL, via: 'accept' }],
  ['rejecting', reject, { categories: ['essential'], via: 'reject' }],
] as const)
  for (const path of ['/', '/static', '/pieces/heron?from=shelf'])
    test(`${name} on ${path} comes back to it, and says that it is saved`, async ({ page }) => {
      await page.goto(path)
      await expect(saved(page)).toBeHidden()
      await button(page).click()
      await expect(page).toHaveURL(`${path}#assent-saved`)
      await expect(saved(page)).toBeVisible()
      await expect(saved(page)).toBeInViewport()
      await expect(banner(page)).toBeHidden()
      expect(await json(page, 'cookie_consent')).toMatchObject({ ...record, version: 1, language: 'en' })
      // The next page does not ask, and confirms nothing.
      await page.goto('/workshop')
      await expect(banner(page)).toHaveCount(0)
      await expect(saved(page)).toBeHidden()
    })

test('Customize leads to the boxes on the policy page, which save what is ticked', async ({ page }) => {
  await page.goto('/')
  await banner(page).getByRole('button', { name: 'Customize' }).click()
  await expect(page).toHaveURL(/\/privacy\b.*#assent-form$/)
  const form = part(page, 'form')
  await expect(form).toBeInViewport()
  // Nothing stands in front of it: it has the same buttons.
  await expect(banner(page)).toBeHidden()
  await expect(form.getByRole('button').filter({ visible: true })).toHaveText([
    'Reject all',
    'Accept all',
    'Save choices',
  ])
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await form.getByRole('checkbox', { name: 'Analytics cookies' }).check()
  await form.getByRole('button', { name: 'Save choices' }).click()
  await expect(saved(page)).toHaveCount(1)
  await expect(saved(page)).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
  expect(await json(page, 'cookie_consent')).toMatchObject({ categories: ['essential', 'analytics'], via: 'save' })
  await expect(form.getByRole('checkbox', { name: 'Analytics cookies' })).toBeChecked()
})

test('Enter on a box saves, and is no click on another button', async ({ page }) => {
  await page.goto('/privacy')
  const box = part(page, 'form').getByRole('checkbox', { name: 'Functional cookies' })
  await box.check()
  await box.press('Enter')
  await expect(saved(page)).toBeVisible()
  expect(await json(page, 'cookie_consent')).toMatchObject({ categories: ['essential', 'functional'], via: 'save' })
})

test('the panel opens by a command, closes without a choice, and posts its own', async ({ page }) => {
  await page.goto('/workshop')
  const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
  const opener = page.getByRole('contentinfo').getByRole('button', { name: 'Cookie preferences' })
  await opener.click()
  await expect(panel).toBeVisible()
  await panel.getByRole('checkbox', { name: 'Functional cookies' }).check()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel).toBeHidden()
  expect(await cookieNames(page)).toEqual([])
  await opener.click()
  await panel.getByRole('checkbox', { name: 'Marketing cookies' }).check()
  await panel.getByRole('button', { name: 'Save choices' }).click()
  await expect(page).toHaveURL('/workshop#assent-saved')
  expect(await json(page, 'cookie_consent')).toMatchObject({
    categories: ['essential', 'functional', 'marketing'],
    via: 'save',
  })
})

test('a withdrawal erases what was granted, HttpOnly cookies too, and nothing else', async ({
  page,
  context,
  baseURL,
}) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(ALL))
  await setCookie(context, baseURL ?? '', 'theme', 'dark')
  await setCookie(context, baseURL ?? '', 'other', '_ga=kept')
  await context.addCookies([{ name: '_ga', value: '1', url: baseURL ?? '', httpOnly: true }])
  await page.goto('/privacy')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await part(page, 'form').getByRole('button', { name: 'Reject all' }).click()
  await expect(saved(page)).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  expect(await cookieNames(page)).toEqual(['cookie_consent', 'other'])
})

test('asks and confirms in the language of the visitor', async ({ page, context, baseURL }) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(['essential', 'functional']))
  await setCookie(context, baseURL ?? '', 'pref_language', 'de')
  await page.goto('/privacy')
  await part(page, 'form').getByRole('button', { name: 'Alle annehmen' }).click()
  await expect(page.getByText('Cookie-Einstellungen gespeichert.')).toBeVisible()
  expect(await json(page, 'cookie_consent')).toMatchObject({ via: 'accept', language: 'de' })
})

test('the policy page shows its table', async ({ page }) => {
  await page.goto('/privacy')
  await expect(part(page, 'form').getByText('Always active')).toBeVisible()
  const row = part(page, 'table').getByRole('row').filter({ hasText: '_gid' })
  await expect(row).toContainText('Tally Analytics')
  await expect(row).toContainText('1 day')
})

test('the page keeps room for the banner, and for what says that a choice was saved', async ({ page }) => {
  const room = () => page.evaluate(() => getComputedStyle(document.documentElement, '::after').blockSize)
  await page.goto('/')
  expect(await room()).toBe('280px')
  await reject(page).click()
  await expect(saved(page)).toBeVisible()
  expect(await room()).toBe('66px')
  await page.goto('/workshop')
  expect(await room()).toBe('auto')
})

test('half a banner is not shown', async ({ page }) => {
  await page.goto('/')
  await part(page, 'end').evaluate((end) => end.remove())
  await expect(banner(page)).toBeHidden()
})
