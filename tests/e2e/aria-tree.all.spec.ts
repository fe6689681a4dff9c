// What screen readers are told of each step: names, roles and states, in the order of the page.
import { banner, expect, hydrated, test } from './site.js'

test('the banner is a named region with a heading, what for, and three buttons', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  await expect(banner(page)).toMatchAriaSnapshot(`
    - region "Cookies on this site":
      - heading "Cookies on this site" [level=2]
      - paragraph:
        - text: /With your permission, we and our partners store and read data on your device for/
        - link "Privacy policy"
      - button "Reject all"
      - button "Accept all"
      - button "Customize"
  `)
})

test('a notice informs, with a button that closes it and one that leads to the choices', async ({ page }) => {
  await page.goto('/?region=US-CA')
  await hydrated(page)
  await expect(banner(page)).toMatchAriaSnapshot(`
    - region "Cookies on this site":
      - heading "Cookies on this site" [level=2]
      - paragraph:
        - text: /We and our partners store and read data on your device for/
        - link "Privacy policy"
      - button "OK"
      - button "Your privacy choices"
  `)
})

test('the panel has the focus on its title, a named group for each category, and says what is always active', async ({
  page,
}) => {
  await page.goto('/')
  await hydrated(page)
  await banner(page).getByRole('button', { name: 'Customize' }).press('Enter')
  const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
  await expect(panel.getByRole('heading')).toBeFocused()
  await expect(panel).toMatchAriaSnapshot(`
    - dialog "Cookie preferences":
      - heading "Cookie preferences" [level=2]
      - button "Close"
      - paragraph:
        - text: Choose what this site may store. Your choice is kept for 6 months, then we ask again.
        - link "Privacy policy"
      - group "Cookie preferences":
        - group "Essential cookies":
          - text: Essential cookies Always active
        - group "Functional cookies":
          - checkbox "Functional cookies"
        - group "Analytics cookies":
          - checkbox "Analytics cookies"
        - group "Marketing cookies":
          - checkbox "Marketing cookies"
      - button "Reject all"
      - button "Accept all"
      - button "Save choices"
  `)
  await expect(panel.getByRole('group', { name: 'Essential cookies' })).toHaveAccessibleDescription('Always active')
  await expect(panel.getByRole('banner')).toHaveCount(0) // its header is no landmark
  await panel.getByRole('checkbox', { name: 'Analytics cookies' }).press('Space')
  await panel.getByRole('button', { name: 'Save choices' }).press('Enter')
  await expect(panel).toBeHidden()
})
