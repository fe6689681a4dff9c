// Layouts, themes, light and dark, zoom and text spacing, in frames of their own.
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { contrastOf, MIN_CONTRAST, twinFault } from '../../src/browser/twin-fault.js'
import { BANNERS, closeScenes, loadSheets, openPanel, openScene, PANELS, partOf } from './scene.js'

const { ours } = await loadSheets()
const [layered = '', unlayered = '', lowered = ''] = ['styles.css', 'styles.unlayered.css', 'lowered'].map(
  (name) => ours[name],
)
const THEMES = Object.keys(ours).filter((name) => name.startsWith('themes/'))
/** What shadcn/ui writes into a project: its neutral colours. */
const SHADCN = `:root { --background: oklch(1 0 0); --foreground: oklch(0.145 0 0); --muted-foreground: oklch(0.556 0 0); --border: oklch(0.922 0 0);
    --primary: oklch(0.205 0 0); --primary-foreground: oklch(0.985 0 0); --ring: oklch(0.708 0 0); --radius: 0.625rem }
  .dark { --background: oklch(0.145 0 0); --foreground: oklch(0.985 0 0); --muted-foreground: oklch(0.708 0 0); --border: oklch(1 0 0 / 10%);
    --primary: oklch(0.922 0 0); --primary-foreground: oklch(0.205 0 0); --ring: oklch(0.556 0 0) }`

const rect = (target: Document, name: string): DOMRect => partOf(target, name).getBoundingClientRect()

/** The texts that cannot be read: below 4.5:1. */
function faintTexts(target: Document): string[] {
  const walker = target.createTreeWalker(target.body, NodeFilter.SHOW_TEXT)
  const faint: string[] = []
  let texts = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.textContent?.trim() || !element?.closest('[data-assent]') || !element.checkVisibility()) continue
    texts++
    const contrast = contrastOf(element) ?? 0
    if (contrast < MIN_CONTRAST) faint.push(`${node.textContent}: ${contrast.toFixed(2)}`)
  }
  expect(texts).toBeGreaterThan(20)
  return faint
}

/** Whether it can be scrolled to, and pressed there. */
function isReached(element: Element): boolean {
  element.scrollIntoView({ block: 'nearest' })
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return [top + 8, (top + bottom) / 2, bottom - 8].some((y) => {
    const hit = element.ownerDocument.elementFromPoint((left + right) / 2, y)
    return hit !== null && element.contains(hit)
  })
}

afterEach(async () => {
  closeScenes()
  await page.viewport(1300, 800)
})

describe.each(['light', 'dark'])('on a %s page', (scheme) => {
  it.each(['no theme', ...THEMES])('every text has 4.5:1 with %s, and the twins are twins', async (theme) => {
    const attributes = scheme === 'dark' ? 'class="dark"' : ''
    const sheets = [layered, ours[theme] ?? '', theme.includes('shadcn') ? SHADCN : '']
    const target = await openScene({ sheets, width: 1280, scheme, attributes })
    openPanel(target)
    for (const details of target.querySelectorAll('details')) details.open = true
    expect(faintTexts(target)).toEqual([])
    for (const root of target.querySelectorAll('[data-assent=banner], [data-assent=panel], [data-assent=form]')) {
      const [accept, reject] = ['accept', 'reject'].map((name) =>
        root.querySelector<HTMLElement>(`[data-assent=${name}]`),
      )
      expect(accept && reject && twinFault(accept, reject)).toBeUndefined()
    }
  })
})

describe.each(THEMES)('%s', (theme) => {
  const sheet = ours[theme] ?? ''

  it('takes less than 400 bytes, and sets knobs alone', () => {
    expect(sheet.length).toBeLessThan(400)
    const rules = new CSSStyleSheet()
    rules.replaceSync(sheet)
    const names = [...rules.cssRules].flatMap((rule) => [...(rule as CSSStyleRule).style])
    expect(names.length).toBeGreaterThan(2)
    for (const name of names) expect(name).toMatch(/^--assent-/)
  })

  it.each([
    ['after styles.css', [layered, sheet]],
    ['before styles.css', [sheet, layered]],
    ['after styles.unlayered.css', [unlayered, sheet]],
    ['before styles.unlayered.css', [sheet, unlayered]],
  ])("counts %s, and yields to a site's own :root", async (_, sheets) => {
    const radius = async (all: readonly string[]) => {
      const target = await openScene({ sheets: all, width: 1280 })
      return getComputedStyle(partOf(target, 'banner')).borderTopLeftRadius
    }
    expect(await radius(sheets)).not.toBe('12px')
    expect(await radius([...sheets, ':root { --assent-radius: 3px }'])).toBe('3px')
    expect(await radius([':root { --assent-radius: 3px }', ...sheets])).toBe('3px')
  })
})

describe.each([
  ['styles.css', layered],
  ['styles.unlayered.css', unlayered],
  ['styles.css, lowered by a bundler', lowered],
])('%s', (_, sheet) => {
  it.each(BANNERS)('has the layout %s, from 640 px', async (banner) => {
    const [width, height] = [1000, 700]
    const target = await openScene({ sheets: [sheet], width, height, banner })
    const { left, right, top, bottom } = rect(target, 'banner')
    const position = {
      card: [16, 436, height - 16],
      bar: [0, width, height],
      dialog: [290, 710, undefined],
      inline: [],
    }
    const [start, end, low] = position[banner]
    if (start !== undefined) expect([left, right]).toEqual([start, end])
    if (low !== undefined) expect(bottom).toBe(low)
    if (banner === 'dialog') expect(top + bottom).toBeCloseTo(height, 0)
    if (banner === 'inline') expect(getComputedStyle(partOf(target, 'banner')).position).not.toBe('fixed')
    // The page stays usable: nothing else is covered, and nothing is locked.
    expect(target.elementFromPoint(width / 2, 2)?.closest('[data-assent=banner]')).toBeNull()
    expect(getComputedStyle(target.documentElement).overflow).toBe('visible')
  })

  it.each(['card', 'bar', 'dialog'] as const)('shows the layout %s as a sheet below 640 px', async (banner) => {
    const target = await openScene({ sheets: [sheet], width: 639, height: 700, banner })
    const { left, right, bottom } = rect(target, 'banner')
    expect([left, right, bottom]).toEqual([0, 639, 700])
  })

  it('has text and buttons in one row of a wide bar', async () => {
    const target = await openScene({ sheets: [sheet], width: 1280, banner: 'bar' })
    expect(rect(target, 'actions').left).toBeGreaterThan(rect(target, 'description').right)
    expect(rect(target, 'accept').top).toBe(rect(target, 'customize').top)
    expect(rect(target, 'banner').height).toBeLessThan(120)
  })

  it.each(PANELS)('has the panel as %s', async (panel) => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const target = await openScene({ sheets: [sheet], width: 1280, height: 740, panel, dir })
      expect(partOf(target, 'panel').checkVisibility()).toBe(false)
      openPanel(target)
      const { left, right, top, bottom, width } = rect(target, 'panel')
      if (panel === 'dialog') expect([left + right, Math.round(top + bottom), width]).toEqual([1280, 740, 640])
      else expect([dir === 'ltr' ? right : 1280 - left, top, bottom, width]).toEqual([1280, 0, 740, 480])
    }
  })

  it("follows the page's color-scheme, and the nearest attribute", async () => {
    const paper = async (scheme?: string, attributes?: string) => {
      const target = await openScene({ sheets: [sheet], width: 800, scheme, attributes })
      return getComputedStyle(partOf(target, 'banner')).backgroundColor
    }
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(30, 32, 36)']
    expect(await paper()).toBe(light)
    expect(await paper('dark')).toBe(dark)
    expect(await paper('dark', 'data-assent-theme="light"')).toBe(light)
    expect(await paper('light', 'data-assent-theme="dark"')).toBe(dark)
  })

  it('takes knobs from :root, before it and after it, and from one part', async () => {
    const knobs = `:root { --assent-block: 10px auto; --assent-inset: auto 20px; --assent-space: 6px; --assent-font-size: 20px;
      --assent-button-radius: 1px; --assent-button-height: 60px; --assent-box: switch } [data-assent=panel] { --assent-radius: 5px }`
    for (const sheets of [
      [sheet, knobs],
      [knobs, sheet],
    ]) {
      const target = await openScene({ sheets, width: 1280 })
      expect([rect(target, 'banner').top, rect(target, 'banner').right]).toEqual([10, 1260])
      expect([rect(target, 'accept').height, getComputedStyle(partOf(target, 'accept')).borderRadius]).toEqual([
        60,
        '1px',
      ])
      expect(getComputedStyle(partOf(target, 'banner-form')).paddingTop).toBe('30px')
      expect(getComputedStyle(partOf(target, 'title')).fontSize).toBe('22px')
      expect(getComputedStyle(partOf(target, 'panel')).borderTopLeftRadius).toBe('5px')
      const box = partOf(target, 'form').querySelector('input[type=checkbox]')
      expect(box && [getComputedStyle(box).appearance, getComputedStyle(box).width]).toEqual(['none', '36px'])
    }
  })
})

describe('room for text', () => {
  const spacing = `[data-assent] :is(p, h2, button, a, label, span) { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } [data-assent] p { margin-block-end: 2em !important }`
  const words: Record<string, string> = {
    title: 'Verwendung von Cookies und ähnlichen Technologien',
    accept: 'Kaikki evästeet hyväksytään',
    reject: 'Alle Datenschutzeinstellungen ablehnen',
    customize: 'Datenschutzeinstellungen anpassen',
  }

  const cases = [
    ['at 200 % on a phone', 360, 740, 'html { font-size: 32px }'],
    ['at 200 % on a desk', 1280, 800, 'html { font-size: 32px }'],
    ['with text spacing (WCAG 1.4.12)', 360, 740, spacing],
    ['at 400 %', 320, 256, ''],
    ['at 400 %, with text at 200 %', 320, 256, 'html { font-size: 32px }'],
    ['at 400 %, with text spacing', 320, 256, spacing],
  ] as const

  it.each(cases.flatMap((one) => BANNERS.map((banner) => [one[0], banner, one[1], one[2], one[3]] as const)))(
    '%s, the layout %s keeps buttons in reach and some text in sight',
    async (_, banner, width, height, css) => {
      const target = await openScene({ sheets: [layered, css], width, height, banner })
      const root = partOf(target, 'banner')
      const inBanner = (name: string) => root.querySelector<HTMLElement>(`[data-assent=${name}]`) ?? root
      for (const [name, text] of Object.entries(words)) inBanner(name).textContent = text
      expect(root.scrollWidth).toBe(root.clientWidth)
      expect(target.documentElement.scrollWidth).toBe(width)
      for (const name of ['accept', 'reject', 'customize']) {
        const button = inBanner(name)
        expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth)
        expect([name, isReached(button)]).toEqual([name, true])
      }
      if (banner === 'inline') return
      root.scrollTop = 0
      expect(rect(target, 'banner').height).toBeLessThanOrEqual(0.6 * height + 1)
      const { top } = inBanner('actions').getBoundingClientRect()
      expect(top - rect(target, 'banner').top).toBeGreaterThanOrEqual(32)
    },
  )

  it.each([
    [320, 256, 2],
    [360, 740, 1],
  ])('all of the panel can be scrolled into reach at %i × %i', async (width, height, zoom) => {
    const sheets = [layered, `html { font-size: ${String(zoom * 16)}px }`]
    const target = await openScene({ sheets, width, height })
    const panel = openPanel(target)
    for (const element of panel.querySelectorAll('button, input[name=categories], summary'))
      expect([element.outerHTML, isReached(element)]).toEqual([element.outerHTML, true])
  })
})
