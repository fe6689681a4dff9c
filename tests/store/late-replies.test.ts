import {
  createConsentStore,
  createMemoryJar,
  parseRecord,
  snapshotOf,
  stringifyRecord,
  type ConsentStoreOptions,
  type Jar,
} from 'assent/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPlacesJar } from '../fixtures/places-jar.js'
import { NOON, site } from '../fixtures/site.js'

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

const NAME = 'cookie_consent'

/** A page of a browser: pages with one jar are its tabs. */
function openPage(jar: Jar, options: Partial<ConsentStoreOptions> = {}) {
  const store = createConsentStore(site, { jar, ...options })
  const heard: (string | undefined)[] = []
  const grants = new Set<string>()
  store.subscribe(({ grant }) => grants.add(grant.categories.join()))
  const stop = store.start()
  store.onDecision((record, { reason }) => heard.push(`${reason} ${String(record?.via)}`))
  return { store, jar, heard, grants, stop }
}

/** What the jar holds now: a server that is told of a choice sets the same. */
const held = (jar: Jar): string => jar.get(NAME) ?? ''
const via = (jar: Jar): string | undefined => parseRecord(jar.get(NAME), site, { now: Date.now() })?.via

describe('the reply to an older choice', () => {
  it('never takes the place of a newer one, nor grants anything in between', () => {
    const { store, jar, heard, grants } = openPage(createMemoryJar())
    store.acceptAll()
    const accepted = held(jar)
    store.rejectAll()
    const rejected = held(jar)
    grants.clear()
    jar.set(NAME, accepted)
    expect(held(jar)).toBe(rejected)
    expect(store.getState()).toMatchObject({ status: 'decided', grant: { categories: ['essential'] } })
    expect([...grants]).toEqual([])
    expect(heard).toEqual(['accept accept', 'reject reject'])
  })

  it('is older though both were made in one millisecond, or the clock was put right in between', () => {
    for (const step of [0, -400, -50_000]) {
      vi.setSystemTime(NOON)
      const { store, jar } = openPage(createMemoryJar())
      store.acceptAll()
      const accepted = held(jar)
      vi.setSystemTime(NOON + step)
      store.rejectAll()
      jar.set(NAME, accepted)
      expect(via(jar)).toBe('reject')
    }
  })

  it('never grants a service more, where it comes for another page, and a refusal of one counts', () => {
    const { store, jar } = openPage(createMemoryJar())
    const recordOf = (services: string[], age: number) =>
      stringifyRecord(
        {
          categories: ['essential', 'marketing'],
          services,
          timestamp: new Date(NOON - age).toISOString(),
          version: 2,
          id: `another-${services.join('-')}`,
        },
        site,
      )
    store.save({ categories: ['marketing'], services: ['meta'] })
    const ours = held(jar)
    for (const more of [['meta', 'uet'], ['uet']]) {
      jar.set(NAME, recordOf(more, 1000))
      expect(held(jar)).toBe(ours)
    }
    jar.set(NAME, recordOf([], 1000))
    expect(store.getState().grant.services).toEqual([])
  })

  it('of a choice after a reset comes back, where the reply to the reset deletes it', () => {
    const { store, jar } = openPage(createMemoryJar())
    store.acceptAll()
    vi.advanceTimersByTime(1000)
    store.reset()
    vi.advanceTimersByTime(1000)
    store.rejectAll()
    const { id } = parseRecord(jar.get(NAME), site, { now: Date.now() }) ?? {}
    jar.remove(NAME) // by the reply
    expect(via(jar)).toBe('reject')
    expect(parseRecord(jar.get(NAME), site, { now: Date.now() })?.id).not.toBe(id)
    expect(store.getState()).toMatchObject({ status: 'decided', grant: { categories: ['essential'] } })
    // Once: a second deletion is of somebody who means it. So is one that comes later.
    jar.remove(NAME)
    expect(store.getState().status).toBe('undecided')
    store.reset()
    store.rejectAll()
    vi.advanceTimersByTime(3001)
    jar.remove(NAME)
    expect([held(jar), store.getState().status]).toEqual(['', 'undecided'])
  })

  it('does not bring back what was forgotten', () => {
    const { store, jar, heard, grants } = openPage(createMemoryJar())
    store.acceptAll()
    const accepted = held(jar)
    store.reset()
    grants.clear()
    jar.set(NAME, accepted)
    expect(jar.get(NAME)).toBeUndefined()
    expect(store.getState()).toMatchObject({ status: 'undecided', record: undefined })
    expect([...grants]).toEqual([])
    expect(heard).toEqual(['accept accept', 'reset undefined'])
    // A choice made since counts.
    store.rejectAll()
    jar.set(NAME, accepted)
    expect(via(jar)).toBe('reject')
  })

  it('is written over again at each of its tabs, which do not fight', () => {
    const jar = createMemoryJar()
    const set = vi.spyOn(jar, 'set')
    const tabs = [openPage(jar), openPage(jar), openPage(jar)]
    tabs[0]?.store.acceptAll()
    const accepted = held(jar)
    vi.advanceTimersByTime(5)
    tabs[1]?.store.rejectAll()
    for (const { grants } of tabs) grants.clear()
    set.mockClear()
    jar.set(NAME, accepted)
    expect(via(jar)).toBe('reject')
    expect(set.mock.calls.length).toBeLessThanOrEqual(1 + tabs.length)
    for (const { store, grants } of tabs) {
      expect(store.getState().grant.categories).toEqual(['essential'])
      expect([...grants]).toEqual([])
    }
  })

  it('is known by its time on a page, or in a tab, that was opened since', () => {
    const jar = createMemoryJar()
    const left = openPage(jar)
    left.store.acceptAll()
    const accepted = held(jar)
    vi.advanceTimersByTime(500)
    left.stop()
    const before = openPage(jar, { snapshot: snapshotOf(`${NAME}=${encodeURIComponent(accepted)}`, site) })
    before.store.rejectAll()
    before.stop()
    const rejected = held(jar)
    const { store, heard, grants } = openPage(jar)
    grants.clear()
    vi.advanceTimersByTime(20_000)
    jar.set(NAME, accepted)
    expect(held(jar)).toBe(rejected)
    expect(store.getState().grant.categories).toEqual(['essential'])
    expect([...heard, ...grants]).toEqual([])
  })

  it('is no refusal of a server whose clock differs: that counts in every tab', () => {
    const jar = createMemoryJar()
    const [one, two] = [openPage(jar), openPage(jar)]
    one.store.acceptAll()
    const timestamp = new Date(NOON - 30_000).toISOString()
    jar.set(NAME, JSON.stringify({ categories: ['essential'], timestamp, version: 2, id: 'by-form', via: 'reject' }))
    for (const { store } of [one, two]) expect(store.getState().grant.categories).toEqual(['essential'])
    expect(via(jar)).toBe('reject')
  })

  it('that came between two pages is known by what the server saw', () => {
    const jar = createMemoryJar()
    const left = openPage(jar)
    left.store.acceptAll()
    const accepted = held(jar)
    vi.advanceTimersByTime(500)
    left.store.rejectAll()
    left.stop()
    const snapshot = snapshotOf(`${NAME}=${encodeURIComponent(held(jar))}`, site)
    jar.set(NAME, accepted)
    const { store } = openPage(jar, { snapshot, bounded: true })
    expect(via(jar)).toBe('reject')
    expect(store.getState().grant.categories).toEqual(['essential'])
  })

  it('does not bring back in one tab what another forgot', () => {
    const jar = createMemoryJar()
    const [one, two] = [openPage(jar), openPage(jar)]
    one.store.acceptAll()
    const accepted = held(jar)
    two.store.reset()
    for (const { grants } of [one, two]) grants.clear()
    jar.set(NAME, accepted)
    expect(jar.get(NAME)).toBeUndefined()
    expect([...one.grants, ...two.grants]).toEqual([])
  })

  it('is known though the server found the page’s clock wrong and wrote its own time', () => {
    const { store, jar } = openPage(createMemoryJar())
    store.acceptAll()
    const accepted = held(jar)
    vi.advanceTimersByTime(5)
    store.rejectAll()
    const atServer = (text: string, time: number) =>
      text.replace(/"timestamp":"[^"]*"/, `"timestamp":"${new Date(time).toISOString()}"`)
    jar.set(NAME, atServer(held(jar), NOON + 1000))
    jar.set(NAME, atServer(accepted, NOON + 900))
    expect(via(jar)).toBe('reject')
  })
})

describe('a record that is no late reply', () => {
  it('of another tab is taken, though it has no id or one that was never held', () => {
    const { store, jar, heard } = openPage(createMemoryJar())
    store.rejectAll()
    for (const [id, age] of [
      [undefined, 1000],
      ['other', 120_000],
    ] as const) {
      const older = new Date(NOON - age).toISOString()
      jar.set(NAME, JSON.stringify({ categories: ['analytics'], timestamp: older, version: 2, id, via: 'import' }))
      expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
      store.rejectAll()
    }
    expect(heard.filter((what) => what === 'external import')).toHaveLength(2)
  })

  it('that could not be read for a while counts again', () => {
    const jar = createPlacesJar()
    const { store } = openPage(jar)
    store.save({ categories: ['analytics'] })
    const saved = held(jar)
    jar.set(NAME, 'half a reco')
    expect(store.getState().status).toBe('undecided')
    jar.set(NAME, saved)
    expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
  })

  it('of a program that never gives in is taken in the end', () => {
    const { store, jar } = openPage(createMemoryJar())
    store.rejectAll()
    const guarded = held(jar)
    vi.advanceTimersByTime(5)
    store.acceptAll()
    const stop = jar.subscribe(() => held(jar) !== guarded && jar.set(NAME, guarded))
    jar.set(NAME, guarded)
    stop()
    expect(held(jar)).toBe(guarded)
    expect(store.getState().grant.categories).toEqual(['essential'])
  })
})

it('ends on the newest choice, in whatever order the replies come, in every tab', () => {
  const act = fc.constantFrom('acceptAll', 'rejectAll', 'reset')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(act, fc.nat(1), fc.nat(3)), { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      (acts, order) => {
        vi.setSystemTime(NOON)
        const jar = createMemoryJar()
        const tabs = [openPage(jar), openPage(jar)]
        const replies: string[] = []
        for (const [name, tab, wait] of acts) {
          vi.advanceTimersByTime(wait)
          tabs[tab]?.store[name]()
          if (name !== 'reset') replies.push(held(jar))
        }
        const newest = jar.get(NAME)
        const state = JSON.stringify(tabs[0]?.store.getState())
        for (const { grants, heard } of tabs) {
          grants.clear()
          heard.length = 0
        }
        for (const each of order) jar.set(NAME, replies[each % replies.length] ?? '')
        if (!replies.length) return
        expect(jar.get(NAME)).toBe(newest)
        for (const { store, grants, heard } of tabs) {
          expect(JSON.stringify(store.getState())).toBe(state)
          expect([...grants, ...heard]).toEqual([])
        }
      },
    ),
    { numRuns: 500 },
  )
})
