// Markup of others in a page with tags that wait: none of their code runs.
import type { Page } from '@playwright/test'
import type { Gates } from './gates/client.js'
import { serveGates, type Site } from './gates/serve.js'
import { expect, test } from './site.js'

declare const gates: Gates

let site: Site
test.beforeAll(async () => {
  site = await serveGates()
})
test.afterAll(() => site.close())

const ran = (page: Page): Promise<string[]> => page.evaluate(() => gates.ran)
const open = async (page: Page, body: string, query: string) => {
  site.body = body
  await page.goto(`${site.url}/own${query}`)
  await page.waitForFunction(() => 'gates' in window)
}
/** Grants everything, and waits until the last tag of the page has run. */
const acceptAndWait = async (page: Page) => {
  await page.evaluate(() => void gates.store.acceptAll())
  await expect.poll(() => ran(page)).toContain('last')
}
const LAST = `<script type="text/plain" nonce="{nonce}" data-category="essential">gates.ran.push('last')</script>`
const EVIL = "top.gates.ran.push('evil')"
const DATA = `data:text/javascript,${encodeURIComponent(EVIL)}`
const planted = (attributes: string, code = '') => `<script type="text/plain" ${attributes}>${code}</script>`
const essential = (attributes: string, code = '') => planted(`data-category="essential" ${attributes}`, code)

/** What a visitor may have written into the page of a site. `{other}` is a host of others. */
const MARKUPS: Record<string, string> = {
  'a script of another host': essential('data-src="//{other}/module.js"'),
  'a module of another host': essential('data-src="//{other}/module.js" data-type="module"'),
  'a script by its src': essential('src="//{other}/module.js"'),
  'a data URL': essential(`data-src="${DATA}"`),
  'an empty nonce': essential('nonce="" data-src="//{other}/module.js"'),
  'another nonce': essential('nonce="abc" data-src="//{other}/module.js"'),
  'its own code': essential('', EVIL),
  'an import map': essential('data-type="importmap"', '{"imports":{"x":"//{other}/module.js"}}'),
  'a template': `<template data-category="essential"><script src="//{other}/module.js"></script><script>${EVIL}</script></template>`,
  'a template with a module': `<template data-category="essential"><script type=" module " src="//{other}/module.js"></script></template>`,
  'a template with a shadow root': `<template data-category="essential"><div><template shadowrootmode="open" shadowrootclonable><script src="//{other}/module.js"></script></template></div></template>`,
  'a template with a closed shadow root': `<template data-category="essential"><div><template shadowrootmode="closed" shadowrootclonable><script src="//{other}/module.js"></script></template></div></template>`,
  'a template with an SVG': `<template data-category="essential"><svg><script href="//{other}/module.js"></script></svg></template>`,
  'a template with frames': `<template data-category="essential"><iframe srcdoc="<script>${EVIL}</script>"></iframe><iframe src="javascript:${EVIL}"></iframe><object data="data:text/html,<script>${EVIL}</script>"></object></template>`,
  'a template in a template': `<template data-category="essential"><template data-category="essential"><script src="//{other}/module.js"></script></template></template>`,
  'a tag in a template': `<template data-category="essential">${essential('data-src="//{other}/module.js"')}</template>`,
}

test.describe('with a nonce in use, only what carries it runs', () => {
  for (const [name, markup] of Object.entries(MARKUPS))
    for (const order of ['before', 'after'])
      test(`${name}, ${order} the tag of the page`, async ({ page, problems }) => {
        const text = markup.replaceAll('{other}', site.other)
        site.requests.length = 0
        await open(page, order === 'before' ? text + LAST : LAST + text, '?dynamic')
        await page.evaluate(() => void gates.watchTags(gates.store))
        await acceptAndWait(page)
        await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
        expect(await ran(page)).toEqual(['last'])
        expect(site.requests.filter((url) => url.startsWith('/module'))).toEqual([])
        problems.length = 0 // what we warn of
      })

  test('also where the tags are added later, or set by attributes alone', async ({ page, problems }) => {
    await open(page, LAST, '?dynamic')
    await page.evaluate((src) => {
      gates.watchTags(gates.store)
      for (const names of [
        ['type', 'data-category', 'data-src'],
        ['data-src', 'type', 'data-category'],
        ['data-category', 'src', 'type'],
      ]) {
        const script = document.createElement('script')
        const values: Record<string, string> = { type: 'text/plain', 'data-category': 'essential' }
        for (const name of names) script.setAttribute(name, values[name] ?? src)
        document.body.append(script)
      }
    }, `//${site.other}/module.js`)
    await acceptAndWait(page)
    expect(await ran(page)).toEqual(['last'])
    expect(site.requests).not.toContain('/module.js')
    problems.length = 0
  })

  test('under Trusted Types, too, of which our own policy would let them in', async ({ page, problems }) => {
    await open(page, LAST, '')
    await page.evaluate((src) => {
      gates.watchTags(gates.store)
      const script = document.createElement('script')
      script.setAttribute('type', 'text/plain')
      script.setAttribute('data-category', 'essential')
      script.setAttribute('data-src', src)
      document.body.append(script)
    }, '/late.js?x')
    await acceptAndWait(page)
    expect(site.requests.filter((url) => url.startsWith('/late'))).toEqual([])
    problems.length = 0
  })

  test('and where two nonces are in the page nobody knows whose is whose, so none runs', async ({ page, problems }) => {
    const evil = `<script nonce="abc"></script>${essential('nonce="abc" data-src="//{other}/module.js"')}`
    await open(page, evil.replaceAll('{other}', site.other) + LAST, '?dynamic')
    await page.evaluate(() => void gates.watchTags(gates.store))
    await page.evaluate(() => void gates.store.acceptAll())
    expect(await ran(page)).toEqual([])
    // The page tells its own.
    await page.evaluate(() => {
      const { nonce } = document.querySelector<HTMLScriptElement>('script[src="/client.development.js"]') ?? {}
      gates.watchTags(gates.store, { nonce })
    })
    expect(site.requests).not.toContain('/module.js')
    problems.length = 0
  })

  test('unless the page asks for every tag, or watches a part without any', async ({ page, problems }) => {
    await open(page, `<main>${essential('', "gates.ran.push('main')")}</main><aside>${LAST}</aside>`, '?dynamic')
    await page.evaluate(() => {
      const { nonce } = document.querySelector<HTMLScriptElement>('script[nonce]') ?? {}
      gates.store.acceptAll()
      gates.watchTags(gates.store, { root: document.querySelector('aside') ?? document, nonce, requireNonce: false })
    })
    expect(await ran(page)).toEqual(['last'])
    await page.evaluate(() => {
      const { nonce } = document.querySelector<HTMLScriptElement>('script[nonce]') ?? {}
      gates.watchTags(gates.store, { nonce, requireNonce: false })
    })
    await expect.poll(() => ran(page)).toEqual(['last', 'main'])
    problems.length = 0
  })

  test('and without a nonce none runs where one is asked for', async ({ page, problems }) => {
    await open(page, essential('', EVIL), '?free')
    await page.evaluate(() => {
      gates.store.acceptAll()
      gates.watchTags(gates.store, { requireNonce: true })
    })
    expect(await ran(page)).toEqual([])
    problems.length = 0
  })
})

/** URLs that run code, or are of no web page. */
const CODES = [
  `javascript:${EVIL}`,
  `JavaScript:${EVIL}`,
  ` javascript:${EVIL}`,
  `\u0001\u001f javascript:${EVIL}`,
  `java\nscript:${EVIL}`,
  `j\ta\rv\nascript:${EVIL}`,
  `javascript\t:${EVIL}`,
  DATA,
  `d\nata:text/javascript,${encodeURIComponent(EVIL)}`,
  ' data:text/html,<script>1</script>',
  'vbscript:x',
  'blob:http://localhost/x',
  'filesystem:http://localhost/x',
]

test.describe('without a policy, a URL is judged where it is set', () => {
  for (const url of CODES)
    test(`of a tag: ${JSON.stringify(url)}`, async ({ page, problems }) => {
      await open(page, '', '?free')
      await page.evaluate((url) => {
        gates.watchTags(gates.store)
        const gate = <T extends Element>(element: T): T => {
          element.setAttribute('data-category', 'analytics')
          document.body.append(element)
          return element
        }
        const scriptOf = (attributes: Record<string, string>) => {
          const script = document.createElement('script')
          for (const [name, value] of Object.entries({ type: 'text/plain', ...attributes }))
            script.setAttributeNS(null, name, value)
          return script
        }
        // From the beginning.
        for (const name of ['data-src', 'src', 'SRC', 'DATA-SRC']) gate(scriptOf({ [name]: url }))
        for (const tag of ['iframe', 'img']) {
          const element = document.createElement(tag)
          element.dataset.src = url
          gate(element)
        }
        // Changed after the check.
        const fine = { 'data-src': '/late.js?fine' }
        const changed = [gate(scriptOf(fine)), gate(document.createElement('iframe'))]
        const frame = document.createElement('iframe')
        frame.dataset.src = '/frame'
        changed.push(gate(frame))
        setTimeout(() => {
          for (const element of changed) element.setAttribute('data-src', url)
          // In templates.
          const template = document.createElement('template')
          for (const tag of ['script', 'iframe', 'embed', 'object', 'frame'])
            for (const name of ['src', 'data-src', 'data']) {
              const element = document.createElement(tag)
              element.setAttribute(name, url)
              template.content.append(element)
            }
          gate(template)
          gate(scriptOf({})).text = "gates.ran.push('last')"
        })
      }, url)
      await page.waitForFunction(() => document.querySelectorAll('template').length === 1)
      await acceptAndWait(page)
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
      expect(await ran(page)).toEqual(['last'])
      const urls = await page.evaluate(() =>
        [...document.querySelectorAll('script:not([type="text/plain"]), iframe, img, embed, object')].flatMap(
          (element) =>
            [element.getAttribute('src'), element.localName === 'object' && element.getAttribute('data')].filter(
              (value) => value && !value.startsWith('/'),
            ),
        ),
      )
      expect(urls).toEqual([])
      problems.length = 0
    })

  for (const url of CODES)
    test(`of a component: ${JSON.stringify(url)}`, async ({ page, problems }) => {
      await open(page, '', '?free')
      await page.evaluate(async (url) => {
        gates.store.acceptAll()
        await gates.renderUrl(url)
      }, url)
      expect(await page.evaluate(() => document.querySelector('iframe')?.getAttribute('src'))).toBe(null)
      expect(await page.evaluate(() => document.querySelector('head script')?.getAttribute('src'))).toBe(undefined)
      expect(await ran(page)).toEqual([])
      problems.length = 0
    })

  test('and what leads to the web is loaded, also relative to a base', async ({ page, problems }) => {
    await open(page, `<base href="${site.url}/run.js">`, '?free')
    await page.evaluate(() => {
      gates.watchTags(gates.store)
      gates.store.acceptAll()
      for (const url of [
        '?relative',
        './run.js?dot',
        '//127.0.0.1/x:y',
        'x:1/run.js'.slice(2),
        '/run.js?a:b',
        ' /run.js?space',
      ]) {
        const script = document.createElement('script')
        Object.assign(script, { type: 'text/plain' }).dataset.src = url
        script.dataset.category = 'analytics'
        document.body.append(script)
      }
    })
    await expect.poll(() => ran(page)).toEqual(expect.arrayContaining(['relative', 'dot', 'a:b', 'space']))
    problems.length = 0
  })
})
