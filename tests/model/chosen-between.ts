import { vi } from 'vitest'
import { Browser } from './browser.js'

/** Resets and accepts in a tab while the reply to the reset is on its way, and gives what is granted after it. */
export async function chosenBetween(tab: number): Promise<readonly string[] | undefined> {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00.000Z'), toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const browser = new Browser()
  try {
    const store = browser.pages[tab]?.store
    browser.network = 'slow'
    store?.reset()
    await vi.advanceTimersByTimeAsync(400)
    store?.acceptAll()
    await vi.advanceTimersByTimeAsync(400)
    browser.pending[0]?.()
    await vi.advanceTimersByTimeAsync(400)
    return store?.getState().grant.categories
  } finally {
    browser.close()
    vi.useRealTimers()
  }
}
