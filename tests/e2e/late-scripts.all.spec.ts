// Scripts that waited run after the page was parsed, and under its policy.
import type { Page } from '@playwright/test'
import type { Gates } from './gates/client.js'
import { accept, open, ran, serveToTests, site } from './gates/page.js'
import { expect, test } from './site.js'

declare const gates: Gates

serveToTests()

/** Opens a page with a tag that waits, and lets it run. */
const openWith = async (page: Page, tag: string, query = '') => {
  await open(page, tag, query)
  await page.evaluate(() => void gates.watchTags(gates.store))
  await accept(page)
}
const inline = (code: string, attributes = '') =>
  `<script type="text/plain" nonce="{nonce}" data-category="analytics" ${attributes}>${code}</script>`
const external = (code: string, attributes = '') =>
  `<script type="text/plain" nonce="{nonce}" data-category="analytics" data-src="/late.js?${encodeURIComponent(code)}" ${attributes}></script>`
const said = (problems: string[], text: string | RegExp) => problems.filter((problem) => problem.match(text))

test.describe('what a late script writes is ignored', () => {
  const NESTED = `const s = document.createElement('script'); s.text = "document.write('<i>late</i>')"; document.head.append(s);`
  for (const [name, tag, call] of [
    ['write', inline("document.write('<i>late</i>');gates.ran.push('late')", 'id="old"'), 'write'],
    ['writeln', inline("document.writeln('<i>late</i>');gates.ran.push('late')", 'id="old"'), 'writeln'],
    ['open', inline("document.open().title;gates.ran.push('late')", 'id="old"'), 'open'],
    ['open with a type', inline("document.open('text/html', 'replace');gates.ran.push('late')", 'id="old"'), 'open'],
    [
      'open, write and close',
      inline("document.open();document.write('<i>late</i>');document.close();gates.ran.push('late')", 'id="old"'),
      'open',
    ],
    ['write of a script that it makes', inline(`${NESTED}gates.ran.push('late')`, 'id="old"'), 'write'],
    ['write of an external one', external("document.write('<i>late</i>')", 'id="old"'), 'write'],
    ['open of an external one', external('document.open()', 'id="old"'), 'open'],
    ['open of an async one', external('document.open()', 'id="old" async'), 'open'],
    [
      'write in a template',
      `<template data-category="analytics"><script nonce="{nonce}" id="old">document.write('<i>late</i>');gates.ran.push('late')</script></template>`,
      'write',
    ],
  ] as const)
    for (const query of /^(write|open)$/.test(name)
      ? ['', '?free']
      : name === 'write of a script that it makes'
        ? ['?free']
        : [''])
      test(`${name}${query && ', without a policy'}`, async ({ page, problems }) => {
        await openWith(page, tag, query)
        await expect.poll(() => ran(page)).toContain('late')
        await expect(page.getByRole('heading', { name: 'Page' })).toBeVisible()
        await expect(page.locator('i')).toHaveCount(0)
        expect(said(problems, `document.${call}`)).toHaveLength(1)
        expect(said(problems, /warning: \[assent\].*(#old|late\.js)/)).toHaveLength(1)
        const isOurs = () =>
          page.evaluate(() => ['write', 'writeln', 'open'].some((method) => Object.hasOwn(document, method)))
        await expect.poll(isOurs).toBe(false)
        problems.length = 0
      })

  test('and not what the page itself writes while it is parsed', async ({ page, problems }) => {
    await open(page, '')
    await accept(page)
    await expect.poll(async () => (await page.context().cookies()).length).toBe(1)
    await open(
      page,
      `${external('document.open()')}
      <script nonce="{nonce}">gates.watchTags(gates.store);document.write('<p>First</p>')</script>
      <script nonce="{nonce}">document.write('<p>Second</p>')</script>`,
      '?free',
    )
    await expect(page.getByText('First')).toBeVisible()
    await expect(page.getByText('Second')).toBeVisible()
    await expect.poll(() => ran(page)).toEqual(['late'])
    await expect(page.getByRole('heading', { name: 'Page' })).toBeVisible()
    problems.length = 0
  })

  test('and a method that the page has put there comes back', async ({ page, problems }) => {
    await open(page, inline("document.write('late');gates.ran.push('late')"), '?free')
    const texts = await page.evaluate(() => {
      const texts: string[] = []
      const own = { write: (text: string) => void texts.push(text) }
      Object.assign(document, own)
      gates.watchTags(gates.store)
      gates.store.acceptAll()
      Reflect.apply(Reflect.get(document, 'write') as typeof own.write, document, ['own'])
      return texts
    })
    expect(texts).toEqual(['own'])
    expect(await ran(page)).toEqual(['late'])
    problems.length = 0
  })

  test('and windows are opened as ever', async ({ page, problems }) => {
    await open(page, inline("gates.ran.push(String(document.open('/frame', '_blank', 'popup') !== document))"), '?free')
    const popup = page.waitForEvent('popup')
    await page.evaluate(() => void gates.watchTags(gates.store))
    await accept(page)
    await popup
    expect(await ran(page)).toEqual(['true'])
    problems.length = 0
  })
})

test.describe('an attribute that the policy refuses keeps no script from running', () => {
  const kept = 'crossorigin="anonymous" referrerpolicy="origin" id="old" data-site="shop" integrity=""'
  for (const [name, tag] of [
    ['onload of an external one', external('', `onload="gates.ran.push('handler')" ${kept}`)],
    ['onerror, inline', inline("gates.ran.push('late')", `onerror="gates.ran.push('handler')" ${kept}`)],
    ['onclick', inline("gates.ran.push('late')", `onclick="gates.ran.push('handler')" ${kept}`)],
    ['several', inline("gates.ran.push('late')", `onload="1" onfocus="1" onclick="1" ${kept}`)],
    ['of a module', inline("gates.ran.push('late')", `data-type="module" onload="1" ${kept}`)],
    [
      'in a template',
      `<template data-category="analytics"><script nonce="{nonce}" onload="1" ${kept}>gates.ran.push('late')</script></template>`,
    ],
  ] as const)
    test(name, async ({ page, problems }) => {
      await openWith(page, tag)
      await expect.poll(() => ran(page)).toEqual(['late'])
      const script = page.locator('script#old')
      await expect(script).toHaveAttribute('crossorigin', 'anonymous')
      await expect(script).toHaveAttribute('referrerpolicy', 'origin')
      await expect(script).toHaveAttribute('data-site', 'shop')
      const names = await script.evaluate((element) => element.getAttributeNames())
      expect(names.filter((one) => one.startsWith('on'))).toEqual([])
      expect(said(problems, /warning: \[assent\].*"on\w+"/).length).toBeGreaterThan(0)
      problems.length = 0
    })

  test('and is there where no policy refuses it', async ({ page }) => {
    await openWith(page, external('', `onload="gates.ran.push('handler')"`), '?free')
    await expect.poll(() => ran(page)).toEqual(['late', 'handler'])
  })

  test('nor does srcdoc keep a frame from loading', async ({ page, problems }) => {
    await openWith(
      page,
      '<iframe title="Map" data-category="analytics" srcdoc="<p>Old</p>" data-src="/inner"></iframe>',
    )
    await expect(page.getByTitle('Map')).toHaveAttribute('src', '/inner')
    await expect.poll(() => site.requests).toContain('/inner') // browsers prefer a srcdoc
    expect(said(problems, /warning: \[assent\].*srcdoc/)).toHaveLength(1)
    problems.length = 0
  })
})

test.describe('a tag in a template', () => {
  for (const [name, nested] of Object.entries({
    'a script': inline("gates.ran.push('nested')"),
    'a script by its URL': external("gates.ran.push('nested')"),
    'a template': `<template data-category="analytics"><script nonce="{nonce}">gates.ran.push('nested')</script></template>`,
  }))
    test(`${name}, runs where both were granted before`, async ({ page }) => {
      await open(page, `<template data-category="analytics">${nested}</template>`)
      await accept(page)
      await page.evaluate(() => void gates.watchTags(gates.store))
      await expect.poll(() => ran(page)).toContain('nested')
    })
})

// Such a script is never loaded, and never says so.
test('a script that the browser leaves alone holds no other up', async ({ page }) => {
  const attributes = ['nomodule', ...[' module ', 'text/typescript', 'x-javascript', 'text/javascript1.9'].map(typed)]
  await openWith(page, attributes.map((one) => external('', one)).join('') + inline("gates.ran.push('last')"), '?free')
  await expect.poll(() => ran(page)).toContain('last')
})

function typed(type: string): string {
  return `data-type="${type}"`
}
