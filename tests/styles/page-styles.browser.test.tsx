// What our styles ask of the page around them. A rule that depends on anything in the page makes the browser look at it
// again after each change of the page, so its form is tested here, and its time in bench/style.mjs.
import 'assent/styles.css'
import { ConsentBanner, ConsentProvider, createConsentStore, createMemoryJar, defineConsent } from 'assent'
import { StrictMode, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    marketing: { name: 'Marketing', description: 'Shows what you may like.' },
  },
})
const storeOf = () => createConsentStore(consent, { jar: createMemoryJar() })
const app = (store = storeOf(), children: ReactNode = <ConsentBanner />) => (
  <ConsentProvider store={store}>{children}</ConsentProvider>
)

const sheetsOf = (target: Document): string[] =>
  target.adoptedStyleSheets.map(({ cssRules }) => [...cssRules].map((rule) => rule.cssText).join(''))
const banner = (target = document): HTMLElement => {
  const element = target.querySelector<HTMLElement>('[data-assent=banner]')
  if (!element) throw new Error('There is no banner.')
  return element
}
/** The room that the page keeps: by scrolling, and at its end. */
const room = (target = document): string[] => [
  getComputedStyle(target.documentElement).scrollPaddingBlockEnd,
  getComputedStyle(target.documentElement, '::after').blockSize,
]
const roomFor = (height: number): string[] => Array<string>(2).fill(`${height + 16}px`)
const none = ['auto', 'auto']
const emulate = (media: string) => cdp().send('Emulation.setEmulatedMedia', { media })

beforeEach(() => page.viewport(1280, 800))
afterEach(async () => {
  await emulate('')
  document.documentElement.removeAttribute('style')
})

describe('the style sheet', () => {
  interface Found {
    selector: string
    conditions: string
  }
  const walk = (rules: Iterable<CSSRule>, conditions: string): Found[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule)
        return splitAtCommas(rule.selectorText).map((selector) => ({ selector, conditions }))
      if (!(rule instanceof CSSGroupingRule)) return []
      return walk(rule.cssRules, rule instanceof CSSMediaRule ? `${conditions} ${rule.conditionText}` : conditions)
    })
  const ours = (): Found[] =>
    walk(
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule instanceof CSSLayerBlockRule && rule.name === 'assent'),
      '',
    )

  it('asks :has() only where no scripts change the page', () => {
    const asking = ours().filter(({ selector }) => selector.includes(':has('))
    expect(asking.length).toBeGreaterThan(0)
    for (const { conditions } of asking) expect(conditions).toContain('(scripting: none)')
  })

  // Browsers find rules by the last thing that a selector names. They see only into a `:where()` of one selector: one of
  // several, as `*`, is tried on each element of the page.
  it('has no rule that is tried on each element of the page, but for its knobs and the children of two parts', () => {
    const everywhere = ours()
      .map(({ selector }) => inner(selector))
      .filter(
        (selector) => splitAtCommas(selector).length > 1 || /(^|[ >+~])(\*|:(is|not|where)\b)$/.test(bare(selector)),
      )
    expect([...new Set(everywhere)].sort()).toEqual([
      ':root, :host',
      '[data-assent="actions"] > *',
      '[data-assent="frame"] > *',
    ])
  })

  it("counts no children of a page's own tables", () => {
    for (const { selector } of ours())
      if (selector.includes('nth-')) expect(selector).toMatch(/\):where\(:nth-child\(\d\)\)$/)
  })
})

/** A selector without what stands in parentheses. */
function bare(selector: string): string {
  return selector.replaceAll(/\((?:[^()]|\([^()]*\))*\)/g, '')
}

/** What stands in the first `:where()` of a selector. */
function inner(selector: string): string {
  let depth = 0
  for (let i = 0; i < selector.length; i++) {
    if (selector[i] === '(') depth++
    if (selector[i] === ')' && --depth === 0) return selector.slice(':where('.length, i)
  }
  return selector
}

function splitAtCommas(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('(['.includes(character)) depth++
    if (')]'.includes(character)) depth--
    if (character === ',' && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + character)
  }
  return parts.map((part) => part.trim())
}

describe('the room at the end of the page', () => {
  it('is as high as the banner, and changes with its words and its width', async () => {
    await render(app())
    await expect.poll(() => room()).toEqual(roomFor(banner().offsetHeight))
    const before = banner().offsetHeight
    banner().querySelector('p')?.append(' word'.repeat(60))
    expect(banner().offsetHeight).toBeGreaterThan(before)
    await expect.poll(() => room()).toEqual(roomFor(banner().offsetHeight))
    await page.viewport(360, 740)
    await expect.poll(() => room()).toEqual(roomFor(banner().offsetHeight))
    expect(document.adoptedStyleSheets).toHaveLength(1)
  })

  it.each(['acceptAll', 'rejectAll'] as const)('goes with the banner at %s, and leaves nothing', async (action) => {
    const store = storeOf()
    await render(<StrictMode>{app(store)}</StrictMode>)
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    store.openPreferences()
    store[action]()
    await expect.poll(() => sheetsOf(document)).toEqual([])
    expect(room()).toEqual(none)
    expect(document.documentElement.getAttribute('style')).toBeNull()
    store.reset()
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    await expect.poll(() => room()).toEqual(roomFor(banner().offsetHeight))
  })

  it('is never written into what the page owns', async () => {
    await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    for (const element of [document.documentElement, document.body]) expect(element.getAttribute('style')).toBeNull()
  })

  it("leaves the page's own adopted sheets, and their order, as they are", async () => {
    const own = [new CSSStyleSheet(), new CSSStyleSheet()]
    document.adoptedStyleSheets = [...own]
    const { unmount } = await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(3)
    expect(document.adoptedStyleSheets.slice(0, 2)).toEqual(own)
    await unmount()
    expect([...document.adoptedStyleSheets]).toEqual(own)
    document.adoptedStyleSheets = []
  })

  it('is written when the banner changes its height, and not else', async () => {
    await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    const [sheet] = document.adoptedStyleSheets
    banner().style.inlineSize = '419px'
    expect(banner().offsetWidth).toBe(419)
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    expect(document.adoptedStyleSheets[0]).toBe(sheet)
  })

  it('is turned off, or set, by --assent-room, at once', async () => {
    await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    document.documentElement.style.setProperty('--assent-room', '0px')
    expect(room()).toEqual(['0px', '0px'])
    document.documentElement.style.setProperty('--assent-room', '30px')
    expect(room()).toEqual(['30px', '30px'])
  })

  it("gives way to the page's own rules", async () => {
    const style = document.createElement('style')
    style.textContent = 'html { scroll-padding: 7px } html::after { content: "own"; block-size: 5px }'
    document.head.append(style)
    await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    expect(room()).toEqual(['7px', '5px'])
    style.remove()
  })

  // Chromium lays the whole page out again where a layer comes or goes.
  it('is a rule in no layer', async () => {
    await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
    const all = rules.flatMap((rule) => ('cssRules' in rule ? [rule, ...(rule as CSSGroupingRule).cssRules] : [rule]))
    expect(all.length).toBeGreaterThan(1)
    expect(all.filter((rule) => rule instanceof CSSLayerBlockRule)).toEqual([])
  })

  it('is not printed', async () => {
    await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    await emulate('print')
    expect(room()).toEqual(none)
  })

  it('stays for one of two banners when the other goes', async () => {
    const [first, second] = [storeOf(), storeOf()]
    await render(app(first))
    await render(app(second))
    await expect.poll(() => sheetsOf(document)).toHaveLength(2)
    first.rejectAll()
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    expect(room()).toEqual(roomFor(banner().offsetHeight))
    second.rejectAll()
    await expect.poll(() => sheetsOf(document)).toEqual([])
  })

  it('goes when something else takes the banner out of the page, and when a rule hides it', async () => {
    await render(app())
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    const element = banner()
    element.style.display = 'none'
    await expect.poll(() => sheetsOf(document)).toEqual([])
    element.style.display = ''
    await expect.poll(() => sheetsOf(document)).toHaveLength(1)
    element.remove()
    await expect.poll(() => sheetsOf(document)).toEqual([])
  })

  it('is kept in the document that the banner stands in', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const inside = frame.contentDocument
    if (!inside) throw new Error('The frame has no document.')
    inside.head.innerHTML =
      '<style>:root { --assent-offset: 16px } [data-assent=banner] { position: fixed; bottom: 16px }</style>'
    const store = storeOf()
    await render(app(store, createPortal(<ConsentBanner />, inside.body)))
    await expect.poll(() => sheetsOf(inside)).toHaveLength(1)
    expect(room(inside)).toEqual(roomFor(banner(inside).offsetHeight))
    expect(sheetsOf(document)).toEqual([])
    store.acceptAll()
    await expect.poll(() => sheetsOf(inside)).toEqual([])
    frame.remove()
  })

  it('is none in a browser without adopted sheets, where all else works', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets') ?? {}
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets')
    try {
      const store = storeOf()
      await render(app(store))
      await page.getByRole('button', { name: 'Reject all' }).click()
      expect(store.getState().status).toBe('decided')
    } finally {
      Object.defineProperty(Document.prototype, 'adoptedStyleSheets', descriptor)
    }
  })
})
