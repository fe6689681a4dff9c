import type { Page } from '@playwright/test'
import { accept, banner, cookieNames, expect, holdScripts, hydrated, json, part, reject, test } from './site.js'

const saved = (page: Page) => part(page, 'saved')

for (const path of ['/', '/static'])
  for (const [name, button, via] of [
    ['Accept', accept, 'accept'],
    ['Reject', reject, 'reject'],
  ] as const)
    test(`a click on ${name} counts on ${path}, and is confirmed until the visitor goes on`, async ({ page }) => {
      const release = await holdScripts(page)
      await page.goto(path, { waitUntil: 'commit' })
      await button(page).click()
      await page.waitForURL(`**${path}#assent-saved`, { waitUntil: 'commit' })
      expect(await json(page, 'cookie_consent')).toMatchObject({ via, language: 'en' })
      await expect(banner(page)).toBeHidden()
      release()
      await hydrated(page)
      await expect(page).toHaveURL(path)
      await expect(banner(page)).toHaveCount(0)
      await expect(saved(page)).toHaveText('Cookie preferences saved.')
      await expect(saved(page)).toBeInViewport()
      await page.keyboard.press('PageDown')
      await expect(saved(page)).toHaveText('Cookie preferences saved.')
      await page.keyboard.press('Tab')
      await expect(saved(page)).toBeEmpty()
      // Said once: neither again after a reload, nor posted once more.
      await page.reload()
      await hydrated(page)
      await expect(saved(page)).toBeEmpty()
    })

for (const path of ['/', '/static'])
  test(`Customize opens the panel on ${path} at once, and what is ticked stays so`, async ({ page }) => {
    const release = await holdScripts(page)
    await page.goto(path, { waitUntil: 'commit' })
    await banner(page).getByRole('button', { name: 'Customize' }).click()
    const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
    await panel.getByRole('checkbox', { name: 'Analytics cookies' }).check()
    release()
    await hydrated(page)
    await expect(panel.getByRole('checkbox', { name: 'Analytics cookies' })).toBeChecked()
    await panel.getByRole('button', { name: 'Save choices' }).click()
    await expect(panel).toBeHidden()
    await expect
      .poll(() => json(page, 'cookie_consent'))
      .toMatchObject({ categories: ['essential', 'analytics'], via: 'save' })
    await expect(page).toHaveURL(path)
  })

test('what is ticked in the panel is posted by its own button', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/static', { waitUntil: 'commit' })
  await banner(page).getByRole('button', { name: 'Customize' }).click()
  const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
  await panel.getByRole('checkbox', { name: 'Functional cookies' }).check()
  await panel.getByRole('button', { name: 'Save choices' }).click()
  await page.waitForURL('**/static#assent-saved', { waitUntil: 'commit' })
  expect(await json(page, 'cookie_consent')).toMatchObject({ categories: ['essential', 'functional'], via: 'save' })
  release()
  await hydrated(page)
  expect(await cookieNames(page)).toEqual(['cookie_consent'])
})

test('the form of the policy page confirms once what was posted', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/privacy', { waitUntil: 'commit' })
  await part(page, 'form').getByRole('button', { name: 'Reject all' }).click()
  await page.waitForURL('**/privacy#assent-saved', { waitUntil: 'commit' })
  release()
  await hydrated(page)
  await expect(page.getByText('Cookie preferences saved.')).toHaveCount(1)
  await expect(saved(page)).toBeVisible()
  // By script the form says so itself, and alone.
  await part(page, 'form').getByRole('button', { name: 'Accept all' }).click()
  await expect(part(page, 'status')).toHaveText('Cookie preferences saved.')
  await expect(page.getByText('Cookie preferences saved.')).toHaveCount(1)
})
