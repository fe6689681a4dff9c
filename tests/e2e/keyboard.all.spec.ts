import { banner, cookieNames, expect, hydrated, part, test } from './site.js'

test('the keyboard reaches the banner early, and decides', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  await expect(page.locator('body')).toBeFocused()
  const names: string[] = []
  for (let i = 0; i < 6 && !names.includes('Accept all'); i++) {
    await page.keyboard.press('Tab')
    names.push((await page.evaluate(() => document.activeElement?.textContent)) ?? '')
  }
  expect(names).toContain('Reject all')
  expect(names.at(-1)).toBe('Accept all')
  await page.keyboard.press('Enter')
  await expect(banner(page)).toBeHidden()
})

test('Esc closes the panel without a change, and gives the focus back', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  const customize = banner(page).getByRole('button', { name: 'Customize' })
  await customize.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
  await expect(panel).toBeVisible()
  const analytics = panel.getByRole('checkbox', { name: 'Analytics cookies' })
  await analytics.focus()
  await page.keyboard.press('Space')
  await expect(analytics).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(customize).toBeFocused()
  await expect(banner(page)).toBeVisible()
  expect(await cookieNames(page)).toEqual([])

  // What was ticked and not saved is gone.
  await page.keyboard.press('Enter')
  await expect(analytics).not.toBeChecked()
  await panel.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await expect(customize).toBeFocused()
})

test('the form of the policy page is saved by keys, and says so', async ({ page }) => {
  await page.goto('/privacy')
  await hydrated(page)
  const form = part(page, 'form')
  await form.getByRole('checkbox', { name: 'Functional cookies' }).focus()
  await page.keyboard.press('Space')
  await form.getByRole('button', { name: 'Save choices' }).focus()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('status')).toHaveText('Cookie preferences saved.')
  await expect(banner(page)).toBeHidden()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
})
