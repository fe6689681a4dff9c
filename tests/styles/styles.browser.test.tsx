import 'assent/styles.css'
import { ConsentBanner, PreferencesButton, days, defineConsent, defineCookie, type PartialMessages } from 'assent'
import { ConsentTestingProvider } from 'assent/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light', maxAge: days(365) })
// The categories of the README.
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential cookies', description: 'Required for basic site functionality', required: true },
    functional: { name: 'Functional cookies', description: 'Remember your preferences', cookies: [theme] },
    analytics: { name: 'Analytics cookies', description: 'Count visits', cookies: ['_ga*'] },
    marketing: { name: 'Marketing cookies', description: 'Show relevant ads', cookies: ['ad_*'] },
  },
  policy: '#privacy',
})

const show = async (links = 0, messages: PartialMessages = {}) =>
  render(
    <ConsentTestingProvider consent={consent} messages={messages}>
      <ConsentBanner />
      <main>
        {Array.from({ length: links }, (_, i) => (
          <p key={i}>
            <a href={`#${i}`}>Link {i}</a>
          </p>
        ))}
        <PreferencesButton />
      </main>
    </ConsentTestingProvider>,
  )

const longWords: PartialMessages = {
  title: 'Ihre Einwilligung in die Verwendung von Cookies',
  description:
    'Mit Ihrer Einwilligung verwenden wir und Drittanbieter: {purposes}. Sie können Ihre Entscheidung jederzeit in den Datenschutzeinstellungen ändern oder widerrufen.',
  accept: 'Alle Cookies annehmen',
  reject: 'Alle Cookies ablehnen',
}

const part = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-assent="${name}"]`)
  if (!element) throw new Error(`There is no ${name}.`)
  return element
}
const rect = (name: string): DOMRect => part(name).getBoundingClientRect()
const background = (name: string): string => getComputedStyle(part(name)).backgroundColor
const emulate = (media: string, features: Record<string, string> = {}) =>
  cdp().send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  })

const light = 'rgb(255, 255, 255)'
const dark = 'rgb(30, 32, 36)'

beforeEach(() => page.viewport(1280, 800))
afterEach(async () => {
  await emulate('')
  delete document.documentElement.dataset.assentTheme
})

describe.each([
  [360, 740],
  [700, 360],
  [1280, 800],
])('the banner at %i × %i', (width, height) => {
  beforeEach(() => page.viewport(width, height))

  test('shows Accept and Reject as twins', async () => {
    await show()
    const [accept, reject] = [rect('accept'), rect('reject')]
    expect(reject.width).toBeCloseTo(accept.width, 1) // layout counts in 1/64 px
    expect([reject.height, reject.top]).toEqual([accept.height, accept.top])
    expect(accept.height).toBeGreaterThanOrEqual(44)
    for (const property of ['color', 'background-color', 'font-weight', 'border-top-color', 'opacity'])
      expect(getComputedStyle(part('reject')).getPropertyValue(property)).toBe(
        getComputedStyle(part('accept')).getPropertyValue(property),
      )
  })

  test('takes 60 % of the height at most, with every button in sight', async () => {
    await show()
    expect(rect('banner').height).toBeLessThanOrEqual(0.6 * height)
    for (const name of ['accept', 'reject', 'customize']) {
      const { top, bottom, left, right } = rect(name)
      expect(top).toBeGreaterThanOrEqual(rect('banner').top)
      expect(bottom).toBeLessThanOrEqual(height)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(width)
    }
  })

  test.each([
    ['', {}],
    [', with long words', longWords],
  ])('never hides what has focus (WCAG 2.4.11)%s', async (_, messages) => {
    await show(30, messages)
    const hidden: (string | null)[] = []
    let seen = 0
    for (let i = 0; i < 40; i++) {
      await userEvent.tab()
      const focused = document.activeElement
      if (!focused?.closest('main')) continue
      seen++
      const { x, y, width: w, height: h } = focused.getBoundingClientRect()
      const top = document.elementFromPoint(x + w / 2, y + h / 2)
      if (!top || !focused.contains(top)) hidden.push(focused.textContent)
    }
    expect(seen).toBeGreaterThanOrEqual(31)
    expect(hidden).toEqual([])
  })
})

// Where the panel has its buttons where the banner had "Customize".
test.each([
  [360, 740],
  [740, 360],
  [844, 390],
  [932, 430],
])('a double click on Customize decides nothing at %i × %i', async (width, height) => {
  await page.viewport(width, height)
  await show()
  await userEvent.dblClick(part('customize'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(part('panel').matches(':modal')).toBe(true)
  expect(part('banner').checkVisibility()).toBe(true)
  // And then it is pressed like any other.
  await userEvent.click(part('panel').querySelector('[data-assent="reject"]') ?? part('panel'))
  await expect.poll(() => document.querySelector('[data-assent="banner"]')).toBeNull()
})

test.each([320, 360, 1280])('long names of categories wrap beside their boxes at %i px', async (width) => {
  await page.viewport(width, 740)
  const name = 'Datenschutzeinstellungsverwaltung und unbedingt erforderliche Cookies'
  const { functional, essential } = { functional: { name }, essential: { name } }
  await show(0, { categories: { functional, essential }, alwaysActive: 'Immer eingeschaltet' })
  await userEvent.click(part('open'))
  for (const id of ['essential', 'functional', 'analytics']) {
    const [label, text] = part('panel').querySelectorAll(`[data-category="${id}"] > :is(label, p)`)
    const end = label?.lastElementChild?.getBoundingClientRect()
    const words = label?.firstElementChild?.getBoundingClientRect()
    expect(words?.bottom).toBeLessThanOrEqual(text?.getBoundingClientRect().top ?? 0)
    expect(words?.right).toBeLessThanOrEqual(end?.left ?? 0)
    expect(end?.right).toBeLessThanOrEqual(rect('panel').right)
  }
  expect(part('body').scrollWidth).toBe(part('body').clientWidth)
})

test('says what it asks in five lines on a phone', async () => {
  await page.viewport(360, 740)
  await show()
  const lines = rect('description').height / parseFloat(getComputedStyle(part('description')).lineHeight)
  expect(Math.round(lines)).toBeLessThanOrEqual(5)
})

test('the buttons stay in sight at 400 % (320 × 256)', async () => {
  await page.viewport(320, 256)
  await show()
  expect(rect('banner').height).toBeLessThanOrEqual(0.6 * 256)
  for (const name of ['accept', 'reject', 'customize']) expect(rect(name).bottom).toBeLessThanOrEqual(256)
  expect(rect('actions').top - rect('banner').top).toBeGreaterThan(44) // room for text above them
})

describe('the panel', () => {
  test('keeps its title and buttons while the categories scroll', async () => {
    await page.viewport(360, 480)
    const screen = await show()
    await screen.getByRole('button', { name: 'Customize' }).click()
    const body = part('body')
    expect(body.scrollHeight).toBeGreaterThan(body.clientHeight)
    const before = [rect('header').top, rect('save').bottom]
    body.scrollTop = 100
    expect(body.scrollTop).toBe(100)
    expect([rect('header').top, rect('save').bottom]).toEqual(before)
    expect(rect('save').bottom).toBeLessThanOrEqual(480)
  })

  test.each([
    [360, 740, 360],
    [1280, 800, 640],
  ])('at %i × %i is %i wide', async (width, height, expected) => {
    await page.viewport(width, height)
    const screen = await show()
    await screen.getByRole('button', { name: 'Customize' }).click()
    expect(rect('panel').width).toBe(expected)
    expect(rect('panel').height).toBeLessThanOrEqual(height)
  })
})

describe('the theme', () => {
  const setScheme = (value: string) => {
    document.documentElement.style.colorScheme = value
  }
  afterEach(() => {
    setScheme('')
  })

  test.each(['light', 'dark'])("follows the page's own color-scheme on a %s system", async (system) => {
    await show()
    await emulate('', { 'prefers-color-scheme': system })
    for (const [scheme, expected] of [
      ['', light],
      ['light', light],
      ['only light', light],
      ['dark', dark],
      ['light dark', system === 'dark' ? dark : light],
    ] as const) {
      setScheme(scheme)
      expect([scheme, background('banner')]).toEqual([scheme, expected])
    }
  })

  test.each(['light', 'dark'])('is that of the attribute on a %s system', async (system) => {
    await show()
    await emulate('', { 'prefers-color-scheme': system })
    document.documentElement.dataset.assentTheme = 'dark'
    expect(background('banner')).toBe(dark)
    expect(getComputedStyle(part('banner')).colorScheme).toBe('dark')
    expect(getComputedStyle(document.body).colorScheme).toBe('normal') // the page keeps its own
    document.documentElement.dataset.assentTheme = 'light'
    setScheme('dark')
    expect(background('banner')).toBe(light)
    document.documentElement.dataset.assentTheme = 'system'
    expect(background('banner')).toBe(system === 'dark' ? dark : light)
  })

  test('stays that of its ancestors in the top layer', async () => {
    await show()
    document.documentElement.dataset.assentTheme = 'dark'
    await userEvent.click(part('customize'))
    expect(part('panel').matches(':modal')).toBe(true)
    expect(background('panel')).toBe(dark)
  })

  test('is that of the nearest attribute', async () => {
    await show()
    document.documentElement.dataset.assentTheme = 'dark'
    part('banner').dataset.assentTheme = 'light'
    expect(background('banner')).toBe(light)
  })

  test('takes colours from the page, in both themes', async () => {
    await show()
    document.documentElement.style.setProperty('--assent-paper', 'rgb(1, 2, 3)')
    for (const name of ['light', 'dark']) {
      document.documentElement.dataset.assentTheme = name
      expect(background('banner')).toBe('rgb(1, 2, 3)')
    }
    document.documentElement.removeAttribute('style')
  })
})

test('the card stands in the corner where sentences start', async () => {
  await show()
  expect(rect('banner').left).toBe(16)
  document.documentElement.dir = 'rtl'
  expect(rect('banner').right).toBe(document.documentElement.clientWidth - 16)
  document.documentElement.removeAttribute('dir')
})

describe('the confirmation', () => {
  const posting = { ...consent, endpoint: '/consent' }
  const come = async (granted?: []) => {
    history.replaceState(history.state, '', '#assent-saved')
    await render(
      <ConsentTestingProvider consent={posting} granted={granted}>
        <ConsentBanner />
        <main>
          <p>Shop</p>
        </main>
      </ConsentTestingProvider>,
    )
  }

  test.each([
    [360, 740, 'ltr'],
    [360, 740, 'rtl'],
    [1280, 800, 'ltr'],
    [1280, 800, 'rtl'],
  ])('stands where the banner was, at %i × %i, %s, and moves nothing', async (width, height, dir) => {
    await page.viewport(width, height)
    document.documentElement.dir = dir
    await come([])
    const { left, right, bottom, height: high } = rect('saved')
    expect([left, right, bottom].map(Math.round)).toEqual(
      width < 640
        ? [16, width - 16, height - 16]
        : [dir === 'ltr' ? 16 : Math.round(left), dir === 'rtl' ? width - 16 : Math.round(right), height - 16],
    )
    expect(right - left).toBeLessThanOrEqual(420)
    expect(high).toBeGreaterThanOrEqual(44)
    expect(high).toBeLessThan(60)
    const measure = () => [
      document.documentElement.scrollHeight,
      document.querySelector('main')?.getBoundingClientRect().top,
    ]
    const before = measure()
    await userEvent.click(document.querySelector('main') ?? document.body)
    expect(rect('saved').width).toBeLessThanOrEqual(2)
    expect(measure()).toEqual(before)
    document.documentElement.removeAttribute('dir')
  })

  test('is nothing to see on a page that no form came back to', async () => {
    await render(<ConsentTestingProvider consent={posting} granted={[]} children={<ConsentBanner />} />)
    expect(rect('saved').width).toBeLessThanOrEqual(2)
    expect(getComputedStyle(part('saved')).clipPath).toBe('inset(50%)')
  })

  test('takes the place of no banner that still asks', async () => {
    await come()
    expect(part('banner').checkVisibility()).toBe(true)
    expect(rect('saved').width).toBeLessThanOrEqual(2)
  })

  test('has a border and its tick in forced colours, and is not printed', async () => {
    await come([])
    await emulate('', { 'forced-colors': 'active' })
    expect(getComputedStyle(part('saved')).borderTopWidth).toBe('1px')
    expect(getComputedStyle(part('saved'), '::before').borderBottomWidth).toBe('2px')
    await emulate('print')
    expect(getComputedStyle(part('saved')).display).toBe('none')
  })
})

test('print leaves the banner out', async () => {
  await show()
  await emulate('print')
  expect(getComputedStyle(part('banner')).display).toBe('none')
})

test('in forced colours the buttons have borders', async () => {
  await show()
  await emulate('', { 'forced-colors': 'active' })
  const { borderTopColor, borderTopWidth } = getComputedStyle(part('accept'))
  expect(borderTopWidth).toBe('1px')
  expect(borderTopColor).not.toBe('rgba(0, 0, 0, 0)')
})

test('every selector names our parts, without specificity', () => {
  const selectors = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSLayerBlockRule && rule.name === 'assent')
    .flatMap(selectorsOf)
  expect(selectors.length).toBeGreaterThan(30)
  for (const selector of selectors) expect(selector).toMatch(/^(:where\(.*(data-assent|:root, :host).*\))+(::[\w-]+)?$/)
})

function selectorsOf(rule: CSSRule): string[] {
  if (rule instanceof CSSStyleRule) return [rule.selectorText]
  return rule instanceof CSSGroupingRule ? [...rule.cssRules].flatMap(selectorsOf) : []
}
