import { cookieNames, expect, holdScripts, hydrated, json, part, recordOf, setCookie, test } from './site.js'

const MARKETING = ['essential', 'marketing']
const service = (page: Parameters<typeof part>[0]) => part(page, 'form').getByRole('checkbox', { name: 'Harbour Maps' })
const category = (page: Parameters<typeof part>[0]) =>
  part(page, 'form').getByRole('checkbox', { name: 'Marketing cookies' })

test('a service is unticked, saved, and its cookies are gone', async ({ page, context, baseURL }) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(MARKETING))
  await setCookie(context, baseURL ?? '', 'hm_id', '1')
  await page.goto('/privacy')
  await hydrated(page)
  await part(page, 'form').getByText('Services (1)').click()
  await service(page).uncheck()
  // It was all there is in its category.
  await expect(category(page)).not.toBeChecked()
  await part(page, 'form').getByRole('button', { name: 'Save choices' }).click()
  await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ categories: ['essential'], via: 'save' })
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
})

test('what is ticked before hydration stays so, and brings its category', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/privacy', { waitUntil: 'commit' })
  await part(page, 'form').getByText('Services (1)').click()
  await service(page).check()
  release()
  await hydrated(page)
  await expect(service(page)).toBeChecked()
  await expect(category(page)).toBeChecked()
  await part(page, 'form').getByRole('button', { name: 'Save choices' }).click()
  await expect
    .poll(() => json(page, 'cookie_consent'))
    .toMatchObject({ categories: MARKETING, services: ['maps'], via: 'save' })
})

for (const [name, ticks, record] of [
  ['the category alone, with all its services', ['category'], { categories: MARKETING, services: ['maps'] }],
  ['both', ['category', 'service'], { categories: MARKETING, services: ['maps'] }],
  ['a service without its category, which is nothing', ['service'], { categories: ['essential'] }],
] as const)
  test(`a form posts before hydration ${name}`, async ({ page }) => {
    const release = await holdScripts(page)
    await page.goto('/privacy', { waitUntil: 'commit' })
    await part(page, 'form').getByText('Services (1)').click()
    for (const tick of ticks) await (tick === 'service' ? service : category)(page).check()
    await part(page, 'form').getByRole('button', { name: 'Save choices' }).click()
    await page.waitForURL('**/privacy#assent-saved', { waitUntil: 'commit' })
    expect(await json(page, 'cookie_consent')).toMatchObject(record)
    release()
    await hydrated(page)
  })

test('a form posts before hydration that a service was unticked', async ({ page, context, baseURL }) => {
  await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(MARKETING))
  await setCookie(context, baseURL ?? '', 'hm_id', '1')
  const release = await holdScripts(page)
  await page.goto('/privacy', { waitUntil: 'commit' })
  await part(page, 'form').getByText('Services (1)').click()
  await service(page).uncheck()
  await part(page, 'form').getByRole('button', { name: 'Save choices' }).click()
  await page.waitForURL('**/privacy#assent-saved', { waitUntil: 'commit' })
  expect(await json(page, 'cookie_consent')).toMatchObject({ categories: MARKETING, services: [] })
  expect(await cookieNames(page)).toEqual(['cookie_consent'])
  release()
  await hydrated(page)
})
