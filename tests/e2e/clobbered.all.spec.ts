// Markup whose names and ids stand in for the members of documents, forms and windows: it changes nothing.
import type { Page } from '@playwright/test'
import type { Gates } from './gates/client.js'
import { open as openWith, serveToTests } from './gates/page.js'
import { expect, test } from './site.js'

declare const gates: Gates

serveToTests()

const kinds: Record<string, (name: string) => string> = {
  images: (name) => `<img name="${name}" id="${name}" alt="">`,
  forms: (name) =>
    `<form name="${name}" id="${name}"><input name="call"><input name="style"><input name="append"><input name="length"></form>`,
  frames: (name) => `<iframe name="${name}"></iframe>`,
  'several of a name': (name) => `<form name="${name}" id="${name}"></form><form name="${name}" id="${name}"></form>`,
}
/** What React does not read of a document. */
const NAMES = [
  ...['cookie', 'head', 'currentScript', 'adoptedStyleSheets', 'querySelector', 'documentElement', 'host', 'contains'],
  ...['getRootNode', 'isConnected', 'attributes', 'getAttribute', 'dispatchEvent', 'implementation'],
  ...['createComment', 'importNode', 'createRange', 'write', 'writeln', 'open', 'scripts', 'baseURI', 'hidden'],
  ...['visibilityState', 'dataset', '__assent', 'assent', 'cookieStore', 'trustedTypes', 'process', 'toString'],
]
/** What React itself reads of a document, with which it fails or never ends, and a page without it does not. */
const OTHERS = [
  'parentNode',
  'createElement',
  'addEventListener',
  'querySelectorAll',
  'nodeType',
  'ownerDocument',
  'body',
  'defaultView',
]

const TAGS = `
  <form><input name="querySelectorAll"><input name="nodeType"><input name="attributes"><input name="parentNode">
    <input name="getAttribute"><input name="contains"><input name="isConnected"><input name="ownerDocument"><input name="remove">
    <input name="removeChild"><input name="nodeName"><input name="action"><input name="choice"><input name="getRootNode">
    <script type="text/plain" data-category="analytics">gates.ran.push('inline')</script>
    <template data-category="analytics"><form id="copied"><input name="remove"><input name="nextSibling"></form><script>gates.ran.push('template')</script></template>
    <iframe title="Map" data-category="analytics" data-src="/late.js?frame"></iframe>
  </form>`

const open = async (page: Page, markup: string, body: string) => {
  await openWith(page, `<main></main>${body}`, '?free')
  await page.evaluate((html) => {
    document.getElementsByTagName('main')[0]?.insertAdjacentHTML('afterend', html)
  }, markup)
}
const cookiesOf = async (page: Page) => (await page.context().cookies()).map(({ name }) => name)
const errorsIn = (problems: string[]) => problems.filter((problem) => problem.includes('Error:'))

for (const [kind, markup] of Object.entries(kinds)) {
  test(`${kind}: the store, its jar and the tags of a page go on`, async ({ page, problems }) => {
    await open(page, [...NAMES, ...OTHERS].map(markup).join(''), TAGS)
    await page.evaluate(() => {
      gates.watchTags(gates.store)
      gates.store.acceptAll()
    })
    await expect.poll(() => page.evaluate(() => gates.ran)).toEqual(['inline', 'template'])
    expect(await cookiesOf(page)).toEqual(['cookie_consent'])
    await expect(page.getByTitle('Map')).toHaveAttribute('src', '/late.js?frame')
    // Found when they are added, inside of a form of others.
    await page.evaluate((html) => {
      const [main] = document.getElementsByTagName('main')
      if (main) main.innerHTML = html.replaceAll("push('", "push('added ")
    }, TAGS)
    await expect
      .poll(() => page.evaluate(() => gates.ran))
      .toEqual(['inline', 'template', 'added inline', 'added template'])
    await page.evaluate(() => void gates.store.rejectAll())
    await expect(page.locator('#copied')).toHaveCount(0)
    expect(await page.evaluate(() => gates.createStore().jar.get('cookie_consent'))).toContain('"essential"')
    expect(errorsIn(problems)).toEqual([])
    problems.length = 0
  })

  test(`${kind}: the banner and the scripts of React go on`, async ({ page, problems }) => {
    await open(page, NAMES.map(markup).join(''), '')
    await page.evaluate(() => {
      const store = gates.createStore()
      gates.renderBanner(store)
      gates.renderScript(store)
    })
    await page.getByRole('button', { name: 'Customize' }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Accept all' }).click()
    await expect(page.getByRole('button', { name: 'Accept all' })).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => gates.ran)).toContain('island')
    expect(await cookiesOf(page)).toEqual(['cookie_consent'])
    expect(errorsIn(problems)).toEqual([])
    problems.length = 0
  })
}
