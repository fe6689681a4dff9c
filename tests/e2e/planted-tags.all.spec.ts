// Markup of others in a page with tags that wait: none of their code runs.
import type { Page } from '@playwright/test'
import type { Gates } from './gates/client.js'
import { open, ran, serveToTests, site } from './gates/page.js'
import { expect, test } from './site.js'

declare const gates: Gates

serveToTests()

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

/** All of them, whose code tells by number which it is of. */
const planting = () =>
  Object.values(MARKUPS)
    .map((markup, i) =>
      markup.replaceAll('{other}/module.js', `${site.other}/module.js?${i}`).replaceAll("'evil'", `'evil-${i}'`),
    )
    .join('')
/** What ran, or was loaded, of what was planted. */
const grown = async (page: Page) => {
  const told = [...(await ran(page)), ...site.requests].map((text) => /^(?:evil-|\/module\.js\?)(\d+)/.exec(text)?.[1])
  return Object.keys(MARKUPS).filter((_, i) => told.includes(String(i)))
}

test.describe('with a nonce in use, only what carries it runs', () => {
  for (const order of ['before', 'after'])
    test(`whatever is planted ${order} the tag of the page`, async ({ page, problems }) => {
      await open(page, order === 'before' ? planting() + LAST : LAST + planting(), '?dynamic')
      await page.evaluate(() => void gates.watchTags(gates.store))
      await acceptAndWait(page)
      await page.evaluate(() => new Promise((done) => setTimeout(done, 200)))
      expect(await ran(page)).toEqual(['last'])
      expect(await grown(page)).toEqual([])
      problems.length = 0 // what we warn of
    })

  test('which is not for want of trying: without a policy they run, save what not every browser runs', async ({
    page,
    problems,
  }) => {
    await open(page, planting(), '?free')
    await page.evaluate(() => void gates.watchTags(gates.store))
    await page.evaluate(() => void gates.store.acceptAll())
    const rare = /a data URL|import map|with a module|shadow root|SVG/
    const expected = Object.keys(MARKUPS).filter((name) => !rare.test(name))
    await expect.poll(() => grown(page)).toEqual(expect.arrayContaining(expected))
    problems.length = 0
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
  test('of a tag', async ({ page, problems }) => {
    await open(page, '', '?free')
    await page.evaluate((urls) => {
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
      const frameOf = (url: string) => {
        const frame = document.createElement('iframe')
        frame.dataset.src = url
        return frame
      }
      // From the beginning.
      for (const url of urls) {
        for (const name of ['data-src', 'src', 'SRC', 'DATA-SRC']) gate(scriptOf({ [name]: url }))
        gate(frameOf(url))
        gate(document.createElement('img')).dataset.src = url
      }
      // Changed after the check.
      const fine = { 'data-src': '/late.js?fine' }
      const changed = urls.map(
        (url) => [url, [scriptOf(fine), document.createElement('iframe'), frameOf('/frame')].map(gate)] as const,
      )
      setTimeout(() => {
        for (const [url, elements] of changed) for (const element of elements) element.setAttribute('data-src', url)
        // In templates.
        const template = document.createElement('template')
        for (const url of urls)
          for (const tag of ['script', 'iframe', 'embed', 'object', 'frame'])
            for (const name of ['src', 'data-src', 'data']) {
              const element = document.createElement(tag)
              element.setAttribute(name, url)
              template.content.append(element)
            }
        gate(template)
        gate(scriptOf({})).text = "gates.ran.push('last')"
      })
    }, CODES)
    await page.waitForFunction(() => document.querySelectorAll('template').length === 1)
    await acceptAndWait(page)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    expect(await ran(page)).toEqual(['last'])
    const urls = await page.evaluate(() =>
      [...document.querySelectorAll('script:not([type="text/plain"]), iframe, img, embed, object')].flatMap((element) =>
        [element.getAttribute('src'), element.localName === 'object' && element.getAttribute('data')].filter(
          (value) => value && !value.startsWith('/'),
        ),
      ),
    )
    expect(urls).toEqual([])
    problems.length = 0
  })

  test('of a component', async ({ page, problems }) => {
    await open(page, '', '?free')
    await page.evaluate(async (urls) => {
      gates.store.acceptAll()
      for (const url of urls) await gates.renderUrl(url)
    }, CODES)
    const found = () =>
      page.evaluate(() => [...document.querySelectorAll('iframe, head script')].map((one) => one.getAttribute('src')))
    expect((await found()).filter((src) => src !== null)).toEqual([])
    expect(await ran(page)).toEqual([])
    // Others are loaded.
    await page.evaluate(() => gates.renderUrl('/run.js?component'))
    expect(await ran(page)).toEqual(['component'])
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
