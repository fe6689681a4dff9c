import {
  accept,
  banner,
  cookieNames,
  expect,
  hydrated,
  json,
  part,
  PAGES,
  recordOf,
  reject,
  setCookie,
  test,
} from './site.js'

const ALL = ['essential', 'functional', 'analytics', 'marketing']

test('accepting keeps a record and loads the analytics', async ({ page, request }) => {
  const visits = async (): Promise<number> =>
    ((await (await request.get('/collect')).json()) as { count: number }).count
  const before = await visits()
  await page.goto('/')
  const collected = page.waitForRequest((sent) => sent.url().endsWith('/collect') && sent.method() === 'POST')
  const started = Date.now()
  await accept(page).click()
  await collected
  await expect(banner(page)).toBeHidden()

  await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ categories: ALL, version: 1, via: 'accept' })
  const record = (await json(page, 'cookie_consent')) as Record<string, unknown>
  expect(Math.abs(Date.parse(String(record.timestamp)) - started)).toBeLessThan(10_000)
  expect(record.id).toMatch(/^[\w-]+$/)
  const kept = (await page.context().cookies()).find(({ name }) => name === 'cookie_consent')
  expect(kept).toMatchObject({ path: '/', sameSite: 'Lax', httpOnly: false })
  expect(((kept?.expires ?? 0) - started / 1000) / 86_400).toBeCloseTo(182, 0)

  await expect.poll(() => cookieNames(page)).toEqual(['_ga', '_ga_DEMO', '_gid', 'cookie_consent'])
  await expect.poll(visits).toBeGreaterThan(before)
})

test('rejecting keeps a record and nothing else', async ({ page }) => {
  const urls: string[] = []
  page.on('request', (request) => urls.push(new URL(request.url()).pathname))
  await page.goto('/')
  await reject(page).click()
  await expect(banner(page)).toBeHidden()
  await page.waitForTimeout(500)
  await expect
    .poll(() => json(page, 'cookie_consent'))
    .toMatchObject({
      categories: ['essential'],
      via: 'reject',
    })
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
  expect(urls.filter((url) => /^\/(collect|vendor)/.test(url))).toEqual([])
})

test('saving grants what is ticked', async ({ page }) => {
  await page.goto('/workshop')
  await banner(page).getByRole('button', { name: 'Customize' }).click()
  const panel = part(page, 'panel')
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await panel.getByRole('checkbox', { name: 'Marketing cookies' }).check()
  await panel.getByRole('button', { name: 'Save choices' }).click()
  await expect(panel).toBeHidden()
  await expect
    .poll(() => json(page, 'cookie_consent'))
    .toMatchObject({
      categories: ['essential', 'marketing'],
      via: 'save',
    })
  await expect(page.getByTitle(/^Map/)).toBeVisible()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
})

test('a reload keeps the choice, and the banner is not in the HTML', async ({ page }) => {
  await page.goto('/')
  await accept(page).click()
  const response = await page.reload()
  const html = (await response?.text()) ?? ''
  expect(html).toContain('<h1>')
  expect(html).not.toContain('data-assent="banner"')
  await hydrated(page)
  await expect(banner(page)).toHaveCount(0)
  await expect(page.locator('script[src="/vendor/analytics.js"]')).toHaveCount(1)
})

test('one click in the footer takes back what one click gave', async ({ page }) => {
  const collected = page.waitForRequest('**/collect')
  await page.goto('/')
  await accept(page).click()
  await collected
  await expect.poll(() => cookieNames(page)).toEqual(['_ga', '_ga_DEMO', '_gid', 'cookie_consent'])
  await page.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
})

for (const path of PAGES)
  test(`a visitor of ${path} withdraws by the preferences in the footer`, async ({ page, context, baseURL }) => {
    await setCookie(context, baseURL ?? '', 'cookie_consent', recordOf(ALL))
    await page.goto(path, { waitUntil: 'networkidle' })
    await hydrated(page)
    await expect.poll(() => cookieNames(page)).toContain('_ga_DEMO')
    // To accept there takes these two clicks as well.
    await page.getByRole('contentinfo').getByRole('button', { name: 'Cookie preferences' }).click()
    await part(page, 'panel').getByRole('button', { name: 'Reject all' }).click()
    await expect(part(page, 'panel')).toBeHidden()
    await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
    await expect(page.locator('script[src="/vendor/analytics.js"]')).toHaveCount(0)
  })

test('withdrawal erases what stands on the parent domain, and keeps what only looks alike', async ({
  page,
  context,
  baseURL,
}) => {
  const parent = 'sandmartin.localhost'
  const url = (baseURL ?? '').replace('localhost', `shop.${parent}`)
  await setCookie(context, url, 'foo_gid', 'kept')
  await setCookie(context, url, 'other', '_ga=kept')
  await context.addCookies([{ name: '_gid', value: 'deep', domain: `shop.${parent}`, path: '/pieces' }])
  const collected = page.waitForRequest('**/collect')
  await page.goto(`${url}/pieces/heron`)
  await accept(page).click()
  await collected
  const set = await context.cookies(url)
  expect(set.find(({ name }) => name === '_ga_DEMO')?.domain).toBe(`.${parent}`)
  expect(set.find(({ name }) => name === '_ga')?.domain).toBe(`shop.${parent}`)

  await page.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent', 'foo_gid', 'other'])
})
