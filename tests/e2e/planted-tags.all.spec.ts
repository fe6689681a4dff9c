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

const CODE_FRAME = `<script>${EVIL}</script>`

test.describe('a frame that waits runs nothing', () => {
  const frameOf = (attributes: string) => `<iframe data-category="analytics" data-src="/inner" ${attributes}></iframe>`
  const nested = `<template data-category="essential">${frameOf(`title="nested" srcdoc="${CODE_FRAME}"`)}</template>`
  const FRAMES = [
    frameOf(`title="srcdoc" srcdoc="${CODE_FRAME}"`),
    frameOf(`title="case" SRCDOC="${CODE_FRAME}"`),
    frameOf(`title="empty" srcdoc`),
    frameOf(`title="code" src="javascript:${EVIL}"`),
    frameOf(`title="tab" src="java&Tab;script:${EVIL}"`),
    frameOf(`title="sandbox" sandbox="allow-scripts allow-same-origin" srcdoc="${CODE_FRAME}"`),
    frameOf(`title="service" data-service="maps" srcdoc="${CODE_FRAME}"`),
    nested,
  ]
  const TITLES = ['srcdoc', 'case', 'empty', 'code', 'tab', 'sandbox', 'service', 'nested']
  const framesLoaded = () => site.requests.filter((url) => url === '/inner').length

  test('that was added later, and loads its URL at the grant, in each way of adding it', async ({ page, problems }) => {
    await open(page, '', '?free')
    await page.evaluate((frames) => {
      gates.watchTags(gates.store)
      document.body.insertAdjacentHTML('beforeend', frames.join(''))
      const frame = document.createElement('iframe')
      Object.assign(frame.dataset, { category: 'analytics', src: '/inner' })
      frame.title = 'made'
      frame.srcdoc = "<script>top.gates.ran.push('evil')</script>"
      document.body.append(frame)
    }, FRAMES)
    const plain = page.locator('iframe')
    await expect(plain).toHaveCount(TITLES.length + 1)
    // A frame added after them has run: they would have, too.
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.srcdoc = "<script>top.gates.ran.push('last')</script>"
      document.body.append(frame)
    })
    await expect.poll(() => ran(page)).toContain('last')
    expect(await ran(page)).toEqual(['last'])
    expect(framesLoaded()).toBe(0)
    await page.evaluate(() => void gates.store.acceptAll())
    for (const title of [...TITLES, 'made'])
      await expect(page.getByTitle(title, { exact: true })).toHaveAttribute('src', '/inner')
    await expect.poll(framesLoaded).toBe(TITLES.length + 1)
    // The withdrawal brings no code back.
    await page.evaluate(() => void gates.store.rejectAll())
    expect(
      await page.locator('iframe[data-src]').evaluateAll((all) => all.map((one) => one.outerHTML).join()),
    ).not.toMatch(/srcdoc=|\ssrc=/i)
    expect(await ran(page)).toEqual(['last'])
    problems.length = 0
  })

  test('from when it is found: before that, the browser has run it', async ({ page, problems }) => {
    await open(page, FRAMES.slice(0, 1).join(''), '?free')
    await expect.poll(() => ran(page)).toEqual(['evil'])
    await page.evaluate(() => void gates.watchTags(gates.store))
    const frame = page.getByTitle('srcdoc')
    await expect(frame).not.toHaveAttribute('srcdoc')
    await expect.poll(() => frame.evaluate((one: HTMLIFrameElement) => one.contentDocument?.URL)).toBe('about:blank')
    await page.evaluate(() => void gates.store.acceptAll())
    await expect.poll(framesLoaded).toBe(1)
    problems.length = 0
  })

  test('and in a template srcdoc alone waits, and comes with the grant', async ({ page, problems }) => {
    const blank = '<iframe title="blank" data-category="marketing" data-src="/inner" src="about:blank"></iframe>'
    await open(
      page,
      `${blank}<template data-category="analytics"><iframe srcdoc="${CODE_FRAME}"></iframe></template>`,
      '?free',
    )
    await page.evaluate(() => void gates.watchTags(gates.store))
    expect(await ran(page)).toEqual([])
    await page.evaluate(() => void gates.store.save({ categories: ['analytics'] }))
    await expect.poll(() => ran(page)).toEqual(['evil'])
    await expect(page.getByTitle('blank')).toHaveAttribute('src', 'about:blank')
    expect(problems).toEqual([])
  })
})

test.describe('without a policy, each URL of a srcset is judged where it is set', () => {
  /** Each with a URL that is not of the web. */
  const REFUSED = [
    ...CODES.filter((url) => !/[\n\t]/.test(url)),
    'data:image/png;base64,AAAA 1x',
    '/a 1x, data:image/png;base64,AAAA 2x',
    '/a, javascript:1',
    '/a,\n data:,x 2x',
    ',, ,javascript:1 3x',
    '/a (x, y) 1x, blob:x 2x',
    '/a 1x,javascript:1',
    '/a( 1x, data:,x',
    '/a\u00a0(, javascript:1 1x',
    '/a 100w, /b 200w, JavaScript:1 300w',
  ]
  /** A comma or a colon inside of a URL starts no other. */
  const KEPT = [
    '/a 1x, //{other}/b 2x',
    '/w_1,ar_16:9/a 1x',
    '/a,data:x 1x',
    '/a (javascript:1, data:x) 1x',
    ' /a:b,',
    '',
  ]

  test('of an image, at the grant and when it has changed since, and of a template', async ({ page, problems }) => {
    await open(page, '', '?free')
    const sets = await page.evaluate(
      ([refused, kept]) => {
        gates.watchTags(gates.store)
        const all = [...refused, ...kept]
        const imageOf = (set: string) => {
          const image = document.body.appendChild(document.createElement('img'))
          Object.assign(image.dataset, { category: 'analytics', src: '/pixel.svg', srcset: set })
          return image
        }
        const images = all.map(imageOf)
        const changed = all.map(() => imageOf('/a 1x'))
        changed.forEach((image, i) => (image.dataset.srcset = all[i]))
        const template = document.createElement('template')
        template.dataset.category = 'analytics'
        for (const srcset of all) {
          const image = document.createElement('img')
          image.className = 'copy'
          Object.assign(image.dataset, { src: '/pixel.svg', srcset })
          template.content.append(image)
        }
        document.body.append(template)
        gates.store.acceptAll()
        return new Promise<(string | null)[][]>((done) =>
          setTimeout(() => {
            const copies = [...document.querySelectorAll('body > .copy')]
            const found = [...images, ...changed, ...copies]
            done([found.map((one) => one.getAttribute('srcset')), images.map(({ src }) => src)])
          }),
        )
      },
      [REFUSED, KEPT] as const,
    )
    const [found = [], sources = []] = sets
    const expected = [...REFUSED.map(() => null), ...KEPT.map((set) => set || null)]
    expect(found).toEqual([...expected, ...expected, ...expected])
    expect(sources.every((src) => src?.endsWith('/pixel.svg'))).toBe(true)
    problems.length = 0
  })

  test('and what a template shows besides keeps its data: it runs nothing', async ({ page, problems }) => {
    await open(page, '', '?free')
    const [left, given] = await page.evaluate((urls) => {
      const template = document.createElement('template')
      template.dataset.category = 'essential'
      for (const url of urls)
        for (const tag of ['img', 'input', 'video', 'audio', 'source', 'track']) {
          const element = document.createElement(tag)
          element.setAttribute('src', url)
          template.content.append(element)
        }
      document.body.append(template)
      gates.watchTags(gates.store)
      const all = (within: ParentNode) => [...within.querySelectorAll(':not(script)[src]')].map((one) => one.outerHTML)
      return [all(document), all(template.content)]
    }, CODES)
    expect(left).toEqual(given)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    expect(await ran(page)).toEqual([])
    problems.length = 0
  })
})
