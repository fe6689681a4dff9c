import { waitFor } from '@testing-library/dom'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { clearCookies } from '../browser/clear-cookies.js'
import { openPage } from '../pages/open-page.js'

// What is wrong for a frame is wrong for longer on a slow machine.
beforeAll(() => cdp().send('Emulation.setCPUThrottlingRate', { rate: 6 }))
afterAll(() => cdp().send('Emulation.setCPUThrottlingRate', { rate: 1 }))
beforeEach(clearCookies)

/** A frame that was painted: what stood in the page when it was. */
interface Frame {
  readonly banner: boolean
  readonly text: string
}

/** Opens a page, makes it live, and gives what was painted from its first commit on. */
async function framesOf(path: string): Promise<Frame[]> {
  const { window, document } = await openPage(path)
  const frames: Frame[] = []
  const record = (): void => {
    const { dataset } = document.documentElement
    const banner = document.querySelector('[data-assent=banner]')
    if ('committed' in dataset)
      frames.push({
        banner: !!banner?.getClientRects().length,
        text: document.querySelector('main')?.textContent ?? '',
      })
    window.requestAnimationFrame(record)
  }
  record()
  window.hydrate()
  await waitFor(() => expect(document.documentElement.dataset).toHaveProperty('live'), { timeout: 15_000 })
  await waitFor(() => expect(frames.length).toBeGreaterThan(5), { timeout: 15_000 })
  expect(window.problems).toEqual([])
  return frames
}

const LOADS = 3
const ways = ['/app?client', '/app?', '/app?cookies', '/app?stream', '/app?stream&late']
const paths = ways.flatMap((way) => ['', '&strict', '&transition'].map((how) => way + how))

/** Makes the visitor one who decided, and whose browser holds a theme. */
function decide(...categories: string[]): void {
  const record = { categories, timestamp: new Date().toISOString(), version: 2 }
  document.cookie = `cookie_consent=${encodeURIComponent(JSON.stringify(record))}; path=/`
  document.cookie = 'theme=dark; path=/'
}

describe.each(paths)('the page %s', { timeout: 120_000 }, (path) => {
  it('shows no banner and no other theme in any frame to a visitor who has refused', async () => {
    decide('essential', 'functional')
    for (let load = 0; load < LOADS; load++) {
      const frames = await framesOf(path)
      expect(frames.filter(({ banner }) => banner)).toEqual([])
      expect(frames.filter(({ text }) => !text.includes('Theme: dark'))).toEqual([])
      expect(frames.filter(({ text }) => !text.includes('Not measured'))).toEqual([])
    }
  })

  it('shows what is granted in every frame to a visitor who has accepted', async () => {
    decide('essential', 'functional', 'analytics')
    const frames = await framesOf(path)
    expect(frames.filter(({ text, banner }) => banner || text.includes('Not measured'))).toEqual([])
  })
})
