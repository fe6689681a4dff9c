// Tags in other documents and in shadow roots, and tags that several watch.
import type { Page } from '@playwright/test'
import type { Gates } from './gates/client.js'
import { accept, open as openWith, ran, reject, serveToTests, site } from './gates/page.js'
import { expect, test } from './site.js'

declare const gates: Gates

serveToTests()

const open = (page: Page, body: string, query = '?free') => openWith(page, body, query)

/** A tag of each kind, whose scripts tell the page `top` that they ran. */
const TAGS = `
  <script type="text/plain" nonce="{nonce}" data-category="analytics" data-src="/late.js?top.gates.ran.push('external');var gates=top.gates"></script>
  <script type="text/plain" nonce="{nonce}" data-category="analytics" id="inline">top.gates.ran.push('inline')</script>
  <template data-category="analytics"><p>Measured</p><script nonce="{nonce}">top.gates.ran.push('template')</script></template>
  <iframe title="Map" data-category="analytics" data-src="/late.js?frame"></iframe>
  <img alt="Pixel" data-category="analytics" data-src="/pixel.svg">`
const RAN = ['external', 'late', 'inline', 'template']
const loads = (path: string): number => site.requests.filter((url) => url.startsWith(path)).length

test.describe('the document of a frame', () => {
  const watch = (page: Page) =>
    page.evaluate(() => {
      const inner = document.querySelector<HTMLIFrameElement>('#frame')?.contentDocument
      if (!inner) throw new Error('The frame has no document.')
      inner.addEventListener('assent:revoke', (event) => {
        const { element } = (event as CustomEvent<{ element: Element }>).detail
        gates.ran.push(`revoked ${element.id}`)
      })
      return void gates.watchTags(gates.store, { root: inner })
    })
  const openFrame = async (page: Page, query: string) => {
    site.inner = TAGS
    await open(page, `<iframe id="frame" src="/inner${query}"></iframe>`, query)
    await page.locator('#frame').contentFrame().locator('img').waitFor({ state: 'attached' })
  }
  for (const query of ['', '?free'])
    test(`has its tags run there${query && ', without a policy'}`, async ({ page, problems }) => {
      await openFrame(page, query)
      await watch(page)
      expect(await ran(page)).toEqual([])
      await accept(page)
      await expect.poll(() => ran(page)).toEqual(RAN)
      const frame = page.locator('#frame').contentFrame()
      await expect(frame.getByText('Measured')).toBeVisible()
      await expect(frame.getByTitle('Map')).toHaveAttribute('src', /late/)
      await expect(frame.getByAltText('Pixel')).toHaveAttribute('src', '/pixel.svg')
      expect(await page.evaluate(() => document.querySelectorAll('head script, body > p').length)).toBe(0)
      await reject(page)
      expect((await ran(page)).slice(4).sort()).toEqual(['revoked ', 'revoked ', 'revoked inline'])
      await expect(frame.getByText('Measured')).toHaveCount(0)
      await expect(frame.getByTitle('Map')).not.toHaveAttribute('src')
      await expect(frame.locator('script[type="text/plain"]')).toHaveCount(2)
      problems.length = 0 // of an image that is none
    })

  test('that navigates is watched again, and the old one disturbs nobody', async ({ page, problems }) => {
    await openFrame(page, '?free')
    await watch(page)
    await accept(page)
    await expect.poll(() => ran(page)).toEqual(RAN)
    await page.evaluate(
      () =>
        new Promise((done) => {
          const frame = document.querySelector<HTMLIFrameElement>('#frame')
          frame?.addEventListener('load', done, { once: true })
          frame?.contentWindow?.location.reload()
        }),
    )
    await reject(page)
    await watch(page)
    await accept(page)
    await expect
      .poll(async () => (await ran(page)).filter((text) => !text.startsWith('revoked')))
      .toEqual([...RAN, ...RAN])
    expect(problems.filter((problem) => problem.startsWith('Error'))).toEqual([])
    problems.length = 0
  })

  test('without an address, and one that scripts make, have theirs, too', async ({ page, problems }) => {
    await open(page, '')
    await page.evaluate(async (html) => {
      const loaded = (frame: HTMLIFrameElement) =>
        new Promise((done) => frame.addEventListener('load', done, { once: true }))
      for (const attribute of ['srcdoc', 'src']) {
        const frame = document.createElement('iframe')
        const isLoaded = loaded(frame)
        if (attribute === 'srcdoc') frame.srcdoc = html
        document.body.append(frame)
        await isLoaded
        if (!frame.contentDocument) throw new Error('The frame has no document.')
        if (attribute === 'src') frame.contentDocument.body.innerHTML = html
        gates.watchTags(gates.store, { root: frame.contentDocument })
      }
    }, TAGS)
    await accept(page)
    await expect.poll(async () => (await ran(page)).sort()).toEqual([...RAN, ...RAN].sort())
    problems.length = 0
  })
})

test.describe('a root', () => {
  test('may be a shadow root, from which a withdrawal is heard', async ({ page, problems }) => {
    await open(page, '<div id="host"></div>')
    await page.evaluate((html) => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' })
      if (!root) throw new Error('There is no host.')
      root.innerHTML = html
      document.addEventListener('assent:revoke', (event) => {
        const { element } = (event as CustomEvent<{ element: Element }>).detail
        gates.ran.push(`revoked ${element.id}`)
      })
      return void gates.watchTags(gates.store, { root })
    }, TAGS)
    await accept(page)
    await expect.poll(() => ran(page)).toEqual(RAN)
    await expect(page.getByText('Measured')).toBeVisible()
    await expect(page.getByTitle('Map')).toHaveAttribute('src', /late/)
    await page.evaluate(() => {
      const late = document.createElement('template')
      late.innerHTML = '<script type="text/plain" data-category="analytics">gates.ran.push("added")</script>'
      document.querySelector('#host')?.shadowRoot?.append(late.content)
    })
    await expect.poll(() => ran(page)).toEqual([...RAN, 'added'])
    await reject(page)
    expect((await ran(page)).filter((text) => text.startsWith('revoked'))).toHaveLength(4)
    await expect(page.getByText('Measured')).toHaveCount(0)
    problems.length = 0
  })

  test('out of the page waits until it is there', async ({ page, problems }) => {
    await open(page, '')
    await page.evaluate((html) => {
      const root = document.createElement('div')
      root.id = 'part'
      root.innerHTML = html
      gates.watchTags(gates.store, { root })
      Object.assign(window, { root })
    }, TAGS)
    await accept(page)
    expect(await ran(page)).toEqual([])
    await page.evaluate(() => document.body.append((window as unknown as { root: Element }).root))
    await expect.poll(() => ran(page)).toEqual(RAN)
    problems.length = 0
  })

  for (const kind of ['an element', 'a shadow root', 'in a shadow root'])
    test(`may leave the page and come back: ${kind}`, async ({ page, problems }) => {
      await open(page, '<main><div id="host"></div></main>')
      await page.evaluate(
        ([kind, html = '']) => {
          const host = document.querySelector('#host')
          const shadow = kind === 'an element' ? undefined : host?.attachShadow({ mode: 'open' })
          const root =
            kind === 'in a shadow root' ? shadow?.appendChild(document.createElement('div')) : (shadow ?? host)
          if (!root) throw new Error('There is no root.')
          root.innerHTML = html
          gates.watchTags(gates.store, { root })
          Object.assign(window, { host })
        },
        [kind, TAGS],
      )
      await accept(page)
      await expect.poll(() => ran(page)).toEqual(RAN)
      await page.evaluate(() => document.querySelector('#host')?.remove())
      await reject(page)
      await page.evaluate(() => document.querySelector('main')?.append((window as unknown as { host: Element }).host))
      await expect(page.getByTitle('Map')).not.toHaveAttribute('src')
      await expect(page.getByText('Measured')).toHaveCount(0)
      expect(await ran(page)).toEqual(RAN)
      await page.evaluate(() => document.querySelector('#host')?.remove())
      await accept(page)
      expect(await ran(page)).toEqual(RAN)
      await page.evaluate(() => document.querySelector('main')?.append((window as unknown as { host: Element }).host))
      await expect.poll(() => ran(page)).toEqual([...RAN, ...RAN])
      await expect(page.getByText('Measured')).toBeVisible()
      problems.length = 0
    })
})

test.describe('a tag is shown once in a page', () => {
  const ways: [string, () => void][] = [
    ['watched twice', () => [1, 2].forEach(() => gates.watchTags(gates.store))],
    [
      'watched, left and watched again',
      () => {
        gates.watchTags(gates.store)()
        gates.store.acceptAll()
        gates.watchTags(gates.store)()
        gates.watchTags(gates.store)
      },
    ],
    [
      'shown, left and watched again',
      () => {
        gates.store.acceptAll()
        gates.watchTags(gates.store)()
        gates.watchTags(gates.store)
      },
    ],
    [
      'watched in the page and in a part of it',
      () => {
        gates.watchTags(gates.store, { root: document.body })
        gates.watchTags(gates.store)
      },
    ],
    [
      'watched by two, of whom the first one leaves',
      () => {
        const stop = gates.watchTags(gates.store)
        gates.watchTags(gates.store)
        gates.store.acceptAll()
        stop()
      },
    ],
    [
      'watched for two stores',
      () => {
        const other = gates.createStore()
        other.start()
        gates.watchTags(gates.store)
        gates.watchTags(other)
      },
    ],
    [
      'watched for one store after another',
      () => {
        gates.store.acceptAll()
        gates.watchTags(gates.store)()
        const other = gates.createStore()
        other.start()
        gates.watchTags(other)
      },
    ],
  ]
  for (const [name, watch] of ways)
    test(name, async ({ page, problems }) => {
      await open(page, TAGS)
      await page.evaluate(watch)
      await accept(page)
      await expect.poll(() => ran(page)).toEqual(RAN)
      await expect(page.getByText('Measured')).toHaveCount(1)
      await expect.poll(() => loads('/late.js?frame')).toBe(1)
      await expect.poll(() => loads('/late.js?top')).toBe(1)
      await reject(page)
      await expect(page.getByText('Measured')).toHaveCount(0)
      await expect(page.getByTitle('Map')).not.toHaveAttribute('src')
      await expect(page.locator('script[type="text/plain"]')).toHaveCount(2)
      await accept(page)
      await expect.poll(() => ran(page)).toEqual([...RAN, ...RAN])
      problems.length = 0
    })

  test('and what stands in line at a stop does not run once it is refused', async ({ page, problems }) => {
    await open(page, TAGS.replace('/late.js?', '/run.js?slow&'))
    await page.evaluate(() => {
      gates.store.acceptAll()
      gates.watchTags(gates.store)()
      gates.store.rejectAll()
    })
    await expect.poll(() => loads('/run.js')).toBe(1)
    await page.evaluate(() => void gates.watchTags(gates.store))
    expect(await ran(page)).not.toContain('inline')
    problems.length = 0
  })
})

test.describe('ConsentScript loads once in a page', () => {
  test('in two roots with two stores, and goes with the last grant', async ({ page, problems }) => {
    await open(page, '')
    await page.evaluate(() => {
      gates.renderScript(gates.createStore())
      gates.renderScript(gates.createStore())
    })
    await accept(page)
    await expect.poll(() => ran(page)).toEqual(['island', 'loaded', 'loaded'])
    await expect(page.locator('script[src*=island]')).toHaveCount(1)
    await reject(page)
    await expect.poll(() => ran(page)).toEqual(['island', 'loaded', 'loaded', 'revoked', 'revoked'])
    await expect(page.locator('script[src*=island]')).toHaveCount(0)
    problems.length = 0
  })

  test('in a root that goes, and comes with another store', async ({ page, problems }) => {
    await open(page, '')
    await accept(page)
    await page.evaluate(() => Object.assign(window, { island: gates.renderScript(gates.createStore()) }))
    await expect.poll(() => ran(page)).toEqual(['island', 'loaded'])
    await page.evaluate(() => {
      ;(window as unknown as { island: ReturnType<Gates['renderScript']> }).island.unmount()
      gates.renderScript(gates.createStore())
    })
    await expect.poll(() => ran(page)).toEqual(['island', 'loaded', 'loaded'])
    expect(loads('/run.js?island')).toBe(1)
    problems.length = 0
  })
})
