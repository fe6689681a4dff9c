import type { ConsentStore } from 'assent/core'
import { clarityConsent, googleConsentMode, metaConsent, uetConsent } from 'assent/vendors'
import { afterEach, describe, expect, it } from 'vitest'
import { decided, site, visit } from './visit.js'

type Command = ArrayLike<unknown>
const page = window as {
  dataLayer?: Command[]
  uetq?: unknown[]
  clarity?: { q?: Command[] }
  fbq?: ((...command: unknown[]) => void) & { queue?: Command[] }
}
type Follow = (store: ConsentStore<typeof site>) => () => void

/** Each vendor: how it is called, and what its tag was told of analytics or advertising. */
const vendors: [string, Follow, () => unknown[]][] = [
  [
    'Google',
    (store) => googleConsentMode(store, { mode: 'advanced', settings: { url_passthrough: true } }),
    () => (page.dataLayer ?? []).map((command) => Array.from(command)),
  ],
  ['UET', (store) => uetConsent(store), () => [...(page.uetq ?? [])]],
  ['Clarity', (store) => clarityConsent(store), () => (page.clarity?.q ?? []).map((command) => command[1])],
  [
    'Meta',
    (store) => metaConsent(store),
    () => {
      const { fbq } = page
      if (fbq) return [...(fbq.queue ?? [])]
      const made = Object.assign((...command: unknown[]) => void made.queue.push(command), { queue: [] as Command[] })
      page.fbq = made
      return [...(page.fbq as unknown as typeof made).queue]
    },
  ],
]

afterEach(() => {
  for (const name of ['dataLayer', 'uetq', 'clarity', 'fbq']) Reflect.deleteProperty(page, name)
})

describe.each(vendors)('%s, called again for a store', (_, follow, told) => {
  it('is told nothing that it knows', () => {
    const store = visit(site, decided(['marketing', 'analytics']))
    follow(store)()
    const before = told()
    expect(before.length).toBeGreaterThan(0)
    follow(store)()
    follow(store)
    expect(told()).toEqual(before)
  })

  it('is told nothing that it knows before a choice', () => {
    const store = visit(site)
    follow(store)()
    const before = told()
    follow(store)
    expect(told()).toEqual(before)
  })

  it('is told what has changed since: a grant', () => {
    const store = visit(site)
    follow(store)()
    const before = told()
    store.acceptAll()
    expect(told()).toEqual(before)
    follow(store)
    expect(told().length).toBeGreaterThan(before.length)
    expect(JSON.stringify(told().at(-1))).toMatch(/grant/)
  })

  it('is told what has changed since: a choice that is forgotten', () => {
    const store = visit(site, decided(['marketing', 'analytics']))
    follow(store)()
    const before = told()
    store.reset()
    follow(store)
    expect(told().length).toBeGreaterThan(before.length)
    expect(JSON.stringify(told().at(-1))).toMatch(/denied|revoke/)
  })
})
