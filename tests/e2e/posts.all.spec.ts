import type { BrowserContext } from '@playwright/test'
import { relayTo } from './relay.js'
import { accept, banner, cookieNames, expect, hydrated, json, reject, test } from './site.js'

/** The choice in what was posted, JSON or a form. */
const choiceIn = (body: string): string | undefined => /"?choice"?[:=]"?(\w+)/.exec(body)?.[1]

/** A gate for each choice: the reply to it passes once it is opened. */
function gates() {
  const gate = () => {
    let open = (): void => undefined
    const opened = new Promise<void>((done) => (open = done))
    return { open: () => open(), opened }
  }
  const all = { accept: gate(), reject: gate() }
  return {
    ...all,
    pass: async (_: string, body: string): Promise<void> => {
      const choice = choiceIn(body)
      if (choice === 'accept' || choice === 'reject') await all[choice].opened
    },
  }
}

/** A browser whose posts nobody can take back: their replies are on their way already. */
const keepPosts = (context: BrowserContext) =>
  context.addInitScript(() => {
    const fetch = window.fetch.bind(window)
    window.fetch = (input, init) => fetch(input, { ...init, signal: null })
  })

test('a choice is posted as it was made, and the server keeps that record', async ({ page }) => {
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(new URL(request.url()).pathname))
  await page.goto('/')
  await hydrated(page)
  await page.waitForTimeout(300)
  expect(posts).toEqual([])
  const replied = page.waitForResponse('**/consent')
  // Read in the tick of the click: what stands there later may be the server's.
  const written = await reject(page).evaluate((button: HTMLElement) => {
    button.click()
    return /(?:^|; )cookie_consent=([^;]*)/.exec(document.cookie)?.[1] ?? ''
  })
  expect((await replied).status()).toBe(200)
  const record = await json(page, 'cookie_consent')
  expect(record).toMatchObject({ via: 'reject', language: 'en' })
  expect(record).toEqual(JSON.parse(decodeURIComponent(written)))
  // The server tells of that record, too.
  expect(await (await page.request.get('/consent')).json()).toMatchObject({ status: 'decided', record })
  expect(posts).toEqual(['/consent'])
})

test('a choice does not wait for the server, nor is it undone when that fails', async ({ page, problems }) => {
  await page.route('**/consent', (route) => route.abort())
  await page.goto('/')
  await hydrated(page)
  const after = await accept(page).evaluate((button: HTMLElement) => {
    button.click()
    return document.cookie
  })
  expect(after).toContain('cookie_consent')
  await expect(banner(page)).toBeHidden()
  await expect.poll(() => cookieNames(page)).toContain('_ga')
  problems.splice(0) // the browser's own word on a request that failed
})

for (const [name, prepare] of [
  ['', () => Promise.resolve()],
  [', though the replies come in another order', keepPosts],
] as const)
  test(`accepting and rejecting at once ends rejected${name}, in both tabs`, async ({ page, context, baseURL }) => {
    await prepare(context)
    const { accept: first, reject: second, pass } = gates()
    const site = await relayTo(baseURL ?? '', pass)
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto(`${site.url}/`)
      await hydrated(tab)
    }
    await accept(page).click()
    await page.getByRole('button', { name: 'Withdraw consent' }).click()
    second.open()
    await page.waitForTimeout(300)
    first.open()
    await page.waitForTimeout(500)
    for (const tab of [page, other]) {
      await expect(banner(tab)).toBeHidden()
      await expect(tab.getByRole('button', { name: 'Withdraw consent' })).toBeHidden()
    }
    await expect.poll(() => json(page, 'cookie_consent')).toMatchObject({ categories: ['essential'], via: 'reject' })
    // And so the next page finds it.
    await page.goto(`${site.url}/workshop`)
    await hydrated(page)
    expect(await json(page, 'cookie_consent')).toMatchObject({ categories: ['essential'], via: 'reject' })
    site.close()
  })

test('a page that is left at once after two choices ends on the newest', async ({ page, baseURL }) => {
  const { accept: first, reject: second, pass } = gates()
  const site = await relayTo(baseURL ?? '', pass)
  await page.goto(`${site.url}/`)
  await hydrated(page)
  await accept(page).click()
  await page.getByRole('button', { name: 'Withdraw consent' }).evaluate((button: HTMLElement) => {
    button.click()
    location.href = '/workshop'
  })
  await page.waitForURL('**/workshop')
  second.open()
  await page.waitForTimeout(200)
  first.open()
  await hydrated(page)
  await page.waitForTimeout(300)
  expect(await json(page, 'cookie_consent')).toMatchObject({ categories: ['essential'], via: 'reject' })
  site.close()
})

test('HttpOnly cookies go with the choice that forbids them', async ({ page, context, baseURL }) => {
  await page.goto('/')
  await hydrated(page)
  await accept(page).click()
  await expect.poll(() => cookieNames(page)).toContain('_gid')
  await context.addCookies([{ name: '_ga_HIDDEN', value: '1', url: baseURL ?? '', httpOnly: true }])
  await page.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect.poll(() => cookieNames(page)).toEqual(['cookie_consent'])
})
