import 'assent/styles.css'
import { ConsentBanner, ConsentProvider, createConsentStore, createMemoryJar, defineConsent } from 'assent'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    marketing: { name: 'Marketing', description: 'Shows what you may like.' },
  },
})
const show = (layout?: 'card' | 'bar' | 'dialog' | 'inline') =>
  render(
    <ConsentProvider store={createConsentStore(consent, { jar: createMemoryJar() })}>
      <main>
        <ConsentBanner layout={layout} />
        <p style={{ height: 2000 }}>Shop</p>
      </main>
    </ConsentProvider>,
  )
const part = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-assent=${name}]`)
  if (!element) throw new Error(`There is no ${name}.`)
  return element
}
const scrollPadding = (side: 'Start' | 'End'): string =>
  getComputedStyle(document.documentElement)[`scrollPaddingBlock${side}`]

let sheet: HTMLStyleElement | undefined
const addStyle = (text: string): void => {
  sheet = document.head.appendChild(document.createElement('style'))
  sheet.textContent = text
}
const warnings = vi.fn()
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(warnings)
  await page.viewport(1280, 800)
})
afterEach(() => {
  sheet?.remove()
  warnings.mockClear()
})

describe('the room that the page keeps', () => {
  it.each(['card', 'bar'] as const)('is the height of a %s, at the end of the page', async (layout) => {
    await show(layout)
    expect(part('banner').dataset.layout).toBe(layout)
    await expect.poll(() => scrollPadding('End')).toBe(`${part('banner').offsetHeight + 16}px`)
  })

  it('reaches up to a dialog in the middle, so that focus is never behind it', async () => {
    await show('dialog')
    const { top, bottom } = part('banner').getBoundingClientRect()
    expect(Math.abs(top - (800 - bottom))).toBeLessThanOrEqual(1)
    await expect.poll(() => parseFloat(scrollPadding('End'))).toBeGreaterThanOrEqual(Math.floor(800 - top))
  })

  it('is none for a banner in the page', async () => {
    await show('inline')
    await expect.poll(() => part('banner').offsetHeight).toBeGreaterThan(0)
    expect(getComputedStyle(part('banner')).position).not.toBe('fixed')
    expect([scrollPadding('Start'), scrollPadding('End')]).toEqual(['auto', 'auto'])
  })

  it('is at the start for a banner at the top', async () => {
    addStyle(':root { --assent-block: 1rem auto }')
    await show()
    expect(part('banner').getBoundingClientRect().top).toBe(16)
    await expect.poll(() => scrollPadding('Start')).toBe(`${part('banner').offsetHeight + 16}px`)
    expect(scrollPadding('End')).toBe('auto')
  })
})

describe('in development, where rules of the page beat ours', () => {
  it.each([
    ['differ', '[data-assent=accept] { background: green }', 'Accept and Reject differ in background-color'],
    ['cannot be read', '[data-assent=accept], [data-assent=reject] { color: #777; background: #888 }', 'contrast'],
    ['lose their fill', '[type=button] { background-color: transparent; background-image: none }', 'contrast'],
  ])('warns that Accept and Reject %s, and says what to import', async (_, css, text) => {
    addStyle(css)
    await show()
    await expect.poll(() => warnings.mock.calls.flat().join()).toContain(text)
    expect(warnings.mock.calls.flat().join()).toContain('import "assent/styles.unlayered.css"'.replace('i', 'I'))
  })

  it('says nothing where they are twins', async () => {
    await show()
    await expect.poll(() => scrollPadding('End')).not.toBe('auto') // by then it has looked
    expect(warnings.mock.calls.flat().filter((text) => /Accept|Reject/.test(String(text)))).toEqual([])
  })
})
