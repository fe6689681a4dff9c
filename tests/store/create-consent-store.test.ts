import {
  ConsentError,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  parseRecord,
  snapshotOf,
  type ConsentState,
  type ConsentStoreOptions,
  type DecisionReason,
} from 'assent/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPlacesJar } from '../fixtures/places-jar.js'
import { NOON, recordCookie, site } from '../fixtures/site.js'

const DAY = 24 * 3600 * 1000
const granted = recordCookie({ categories: ['essential', 'analytics'] })
const refused = recordCookie({ categories: ['essential'] })
const textOf = (cookie: string) => decodeURIComponent(cookie.slice('cookie_consent='.length))

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

function storeWith(header = '', options: Partial<ConsentStoreOptions> = {}) {
  const jar = options.jar ?? createMemoryJar(header)
  const store = createConsentStore(site, { createId: () => 'id-1', ...options, jar })
  const heard: [readonly string[] | undefined, DecisionReason][] = []
  store.onDecision((record, { reason }) => heard.push([record?.categories, reason]))
  const statuses: string[] = []
  store.subscribe(({ status }) => statuses.push(status))
  return { jar, store, heard, statuses }
}
const written = (jar: { get(name: string): string | undefined }) =>
  parseRecord(jar.get('cookie_consent'), site, { now: Date.now() })
/** Calls an action as an event handler is called. */
const asHandler = (action: unknown): unknown => Reflect.apply(action as () => unknown, undefined, [new Event('click')])

describe('creating a store', () => {
  it('needs a jar', () => {
    const create = () => createConsentStore(site, {} as ConsentStoreOptions)
    expect(create).toThrow(ConsentError)
    expect(create).toThrow('createConsentStore needs a jar')
    vi.stubEnv('NODE_ENV', 'production')
    expect(create).toThrow(/^assent\/docs\/errors\.md#missing-jar$/)
  })

  it('starts nothing and reads nothing', () => {
    const jar = createPlacesJar()
    const options = { jar, now: vi.fn(() => NOON), signals: vi.fn(), createId: vi.fn(() => 'x') }
    const store = createConsentStore(site, options)
    store.getState()
    store.subscribe(() => undefined)
    store.onDecision(() => undefined)
    expect(jar.log).toEqual([])
    for (const ask of [options.now, options.signals, options.createId]) expect(ask).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('has an undecided visitor, whatever the jar holds', () => {
    expect(storeWith(granted).store.getState()).toMatchObject({
      status: 'undecided',
      record: undefined,
      grant: { categories: ['essential'], services: [], changesAt: null },
      draft: { categories: ['essential'], services: [] },
      open: false,
    })
  })

  it('grants what is required alone while the visitor is unknown, in every regime', () => {
    const text = { name: '', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: {
        needed: { ...text, required: true },
        told: { ...text, regime: 'opt-out', services: { tool: { name: '' } } },
        exempt: { ...text, regime: 'exempt' },
      },
    })
    const store = createConsentStore(consent, { jar: createMemoryJar() })
    expect(store.getState()).toMatchObject({ status: 'undecided', grant: { categories: ['needed'], services: [] } })
    store.start()
    expect(store.getState().grant).toMatchObject({ categories: ['needed', 'told', 'exempt'], services: ['tool'] })
    const known = createConsentStore(consent, { jar: createMemoryJar(), snapshot: snapshotOf(null, consent) })
    expect(known.getState().grant.categories).toEqual(['needed', 'told', 'exempt'])
  })

  it('begins with what the server saw', () => {
    const snapshot = snapshotOf(granted, site, { now: NOON })
    const { store } = storeWith('', { snapshot })
    expect(store.getState()).toMatchObject({ status: 'decided', grant: { categories: ['essential', 'analytics'] } })
    expect(store.snapshot).toBe(snapshot)
    expect(store.consent).toBe(site)
  })

  it('decides by the moment, the signal and the region of the server', () => {
    const text = { name: '', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: {
        told: { ...text, regime: 'opt-out' },
        local: { ...text, regime: (region) => (region === 'US' ? 'exempt' : 'opt-in') },
      },
    })
    const snapshot = snapshotOf(new Headers({ 'sec-gpc': '1' }), consent, { region: 'US', now: NOON })
    const store = createConsentStore(consent, { jar: createMemoryJar(), snapshot })
    expect(store.getState().grant.categories).toEqual(['local'])
    store.start()
    expect(store.getState().grant.categories).toEqual(['local'])
    const record = recordCookie({ version: 1, categories: ['told'] }, consent)
    const ended = snapshotOf(record, consent, { now: NOON + 200 * DAY })
    expect(createConsentStore(consent, { jar: createMemoryJar(), snapshot: ended }).getState().status).toBe('expired')
  })

  it('is bounded, where that is asked for, by what the jar permits now', () => {
    const snapshot = snapshotOf(recordCookie({ categories: ['essential', 'analytics', 'marketing'] }), site, {
      now: NOON,
    })
    const first = (header: string, bounded: boolean) => storeWith(header, { snapshot, bounded }).store.getState().grant
    const live = recordCookie({ categories: ['functional', 'marketing'], services: ['uet'] })
    expect(first(live, true)).toMatchObject({ categories: ['essential', 'marketing'], services: ['uet'] })
    expect(first(live, false).categories).toEqual(['essential', 'analytics', 'marketing'])
    expect(first('', true).categories).toEqual(['essential'])
    // What the page shows of the decision is what its HTML shows; only the grant is less.
    expect(storeWith('', { snapshot, bounded: true }).store.getState().status).toBe('decided')
  })

  it('keeps its first state, frozen, for the server snapshot of React', () => {
    const { store } = storeWith(granted)
    const first = store.getInitialState()
    expect(first).toBe(store.getState())
    expect(Object.isFrozen(first)).toBe(true)
    store.start()
    store.acceptAll()
    expect(store.getState()).not.toBe(first)
    expect(store.getInitialState()).toBe(first)
    expect(first).toMatchObject({ status: 'undecided', grant: { categories: ['essential'] } })
  })

  it('lets state be changed by actions alone', () => {
    expect(storeWith().store).not.toHaveProperty('setState')
  })
})

describe('a store in trouble', () => {
  it('withdraws although a listener of the jar throws', () => {
    const { jar, store } = storeWith(`${granted}; _ga=1`)
    store.start()
    jar.subscribe(() => {
      throw new Error('mine')
    })
    expect(store.rejectAll()).toEqual({ ok: true, verified: true })
    expect(jar.get('_ga')).toBeUndefined()
    expect(() => vi.runAllTimers()).toThrow('mine')
  })

  it('forgets with another tab what it kept in memory, once that tab has decided', () => {
    const jar = createPlacesJar()
    const { store } = storeWith('', { jar })
    store.start()
    jar.isBlocked = true
    store.acceptAll()
    expect(store.getState().grant.categories).toContain('analytics')
    jar.isBlocked = false
    jar.set('cookie_consent', textOf(granted), {})
    jar.remove('cookie_consent', {})
    expect(store.getState()).toMatchObject({ status: 'undecided', grant: { categories: ['essential'] } })
  })

  it('tells of its own decision once, whatever names and languages it is given', () => {
    const { store, heard } = storeWith('', { createId: () => 'user:1' })
    store.setLanguage('de_DE.UTF-8')
    store.start()
    store.acceptAll()
    expect(heard.map(([, reason]) => reason)).toEqual(['accept'])
  })

  it('never erases what a required category claims, too', () => {
    const text = { name: '', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: {
        needed: { ...text, required: true, cookies: [/^auth_/] },
        ads: { ...text, cookies: [/^au/] },
      },
    })
    const jar = createMemoryJar('auth_x=1; audience=1')
    createConsentStore(consent, { jar }).rejectAll()
    expect([jar.get('auth_x'), jar.get('audience')]).toEqual(['1', undefined])
  })
})

describe('starting a store', () => {
  it('takes the state of the browser', () => {
    const { store, heard } = storeWith(granted)
    store.start()
    expect(store.getState()).toMatchObject({ status: 'decided', grant: { categories: ['essential', 'analytics'] } })
    expect(heard).toEqual([])
  })

  it('writes nothing and tells nobody where nothing has changed', () => {
    const jar = createPlacesJar()
    jar.plant('theme', 'dark')
    jar.plant('_ga', 'x')
    const { store, heard, statuses } = storeWith('', { jar })
    const before = store.getState()
    const stop = store.start()
    vi.advanceTimersByTime(400 * DAY)
    stop()
    expect(jar.log.filter((entry) => !/^(get|subscribe)/.test(entry))).toEqual([])
    expect(store.getState()).toBe(before)
    expect([heard, statuses]).toEqual([[], []])
  })

  it('leaves nothing running when it is stopped, twice too', () => {
    const jar = createPlacesJar()
    jar.plant('cookie_consent', textOf(granted))
    const { store } = storeWith('', { jar })
    // As StrictMode does.
    store.start()()
    const stop = store.start()
    expect([jar.listeners.size, vi.getTimerCount()]).toEqual([1, 1])
    jar.set('cookie_consent', textOf(refused))
    expect(store.getState().grant.categories).toEqual(['essential'])
    stop()
    stop()
    expect([jar.listeners.size, vi.getTimerCount()]).toEqual([0, 0])
    jar.set('cookie_consent', textOf(granted))
    expect(store.getState().grant.categories).toEqual(['essential'])
  })

  it('may happen twice at once, and a change is still heard once', () => {
    const { store, jar, heard } = storeWith()
    const stops = [store.start(), store.start()]
    jar.set('cookie_consent', textOf(granted))
    expect(heard).toEqual([[['essential', 'analytics'], 'external']])
    stops[0]?.()
    jar.set('cookie_consent', textOf(refused))
    expect(heard).toHaveLength(2)
  })

  it('asks for the signal of this browser', () => {
    const consent = defineConsent({ version: 1, categories: { ads: { name: '', description: '', regime: 'opt-out' } } })
    const store = createConsentStore(consent, { jar: createMemoryJar(), signals: () => ({ gpc: true }) })
    store.start()
    expect(store.getState().grant.categories).toEqual([])
  })

  it.each([
    ['outdated', recordCookie({ version: 1, categories: ['analytics'] })],
    ['expired', recordCookie({ timestamp: new Date(NOON - 182 * DAY).toISOString(), categories: ['analytics'] })],
  ])('asks again when the record is %s, and keeps it to show', (status, cookie) => {
    const { store } = storeWith(cookie)
    store.start()
    expect(store.getState()).toMatchObject({
      status,
      grant: { categories: ['essential'] },
      record: { categories: ['essential', 'analytics'] },
    })
  })
})

describe('a choice', () => {
  it.each([
    ['acceptAll', 'accept', [...site.ids], undefined],
    ['rejectAll', 'reject', ['essential'], undefined],
  ] as const)('of %s is recorded and granted', (action, via, categories, services) => {
    const { store, jar, heard } = storeWith()
    store.start()
    vi.setSystemTime(NOON + 1234)
    expect(store[action]()).toEqual({ ok: true, verified: true })
    const record = {
      categories,
      services,
      timestamp: new Date(NOON + 1234).toISOString(),
      version: 2,
      id: 'id-1',
      via,
      language: undefined,
    }
    expect(store.getState()).toMatchObject({ status: 'decided', grant: { categories }, open: false })
    expect(store.getState().record).toEqual(record)
    expect(written(jar)).toEqual(record)
    expect(heard).toEqual([[categories, via]])
  })

  it('is written without what is unknown: plain JSON, no address, no agent', () => {
    const { store, jar } = storeWith()
    store.acceptAll()
    expect(JSON.parse(jar.get('cookie_consent') ?? '')).toEqual({
      categories: site.ids,
      timestamp: '2026-03-01T12:00:00.000Z',
      version: 2,
      id: 'id-1',
      via: 'accept',
    })
  })

  it('gets a random id of digits, another one each time', () => {
    const { store } = storeWith('', { createId: undefined })
    const ids = Array.from({ length: 20 }, () => (store.acceptAll(), store.getState().record?.id ?? ''))
    expect(new Set(ids).size).toBe(20)
    for (const id of ids) expect(id).toMatch(/^\d{16,40}$/)
  })

  it('keeps the language that the visitor was asked in', () => {
    const { store, jar, heard } = storeWith()
    store.start()
    store.setLanguage('de-CH')
    store.acceptAll()
    expect(written(jar)?.language).toBe('de-CH')
    store.setLanguage(undefined)
    store.rejectAll()
    expect(written(jar)?.language).toBeUndefined()
    expect(heard.map(([, reason]) => reason)).toEqual(['accept', 'reject'])
  })

  it('is written with the attributes that were declared', () => {
    const cookie = {
      name: 'choice',
      path: '/shop',
      domain: 'example.com',
      sameSite: 'strict',
      secure: true,
      maxAge: 60,
    } as const
    const consent = defineConsent({ version: 1, categories: site.categories, cookie })
    const jar = createMemoryJar()
    const set = vi.spyOn(jar, 'set')
    createConsentStore(consent, { jar }).rejectAll()
    expect(set.mock.lastCall?.[0]).toBe('choice')
    expect(set.mock.lastCall?.[2]).toMatchObject({
      path: '/shop',
      domain: 'example.com',
      sameSite: 'strict',
      secure: true,
      maxAge: 60,
    })
  })

  it('can be made before the store is started, and of actions taken out of it', () => {
    const { store, jar } = storeWith()
    const { acceptAll, save, reset } = store
    acceptAll()
    expect(written(jar)?.categories).toEqual(site.ids)
    save({ categories: ['analytics'] })
    expect(written(jar)?.categories).toEqual(['essential', 'analytics'])
    reset()
    expect(jar.get('cookie_consent')).toBeUndefined()
  })

  it('may come with an event, as from a click', () => {
    const { store } = storeWith()
    asHandler(store.acceptAll)
    expect(store.getState().record?.categories).toEqual(site.ids)
    asHandler(store.rejectAll)
    expect(store.getState().record?.categories).toEqual(['essential'])
    asHandler(store.openPreferences)
    expect(store.getState().open).toBe(true)
    store.setDraft({ categories: ['functional'] })
    asHandler(store.save)
    expect(store.getState()).toMatchObject({
      open: false,
      record: { categories: ['essential', 'functional'], via: 'save' },
    })
    asHandler(store.openPreferences)
    asHandler(store.closePreferences)
    expect(store.getState().open).toBe(false)
    asHandler(store.reset)
    expect(store.getState().status).toBe('undecided')
  })

  it('saves categories, in the order declared and none that is unknown', () => {
    const { store } = storeWith()
    const categories = ['marketing', 'functional', 'video' as 'functional'] as const
    store.save({ categories })
    expect(store.getState()).toMatchObject({
      record: { categories: ['essential', 'functional', 'marketing'], services: undefined, via: 'save' },
      grant: { services: ['meta', 'uet'] },
    })
  })

  it('saves services of the categories that are granted', () => {
    const { store, jar } = storeWith()
    store.save({ categories: ['marketing'], services: ['uet', 'gone'] })
    expect(store.getState().grant).toMatchObject({ categories: ['essential', 'marketing'], services: ['uet'] })
    expect(written(jar)?.services).toEqual(['uet'])
    store.save({ categories: ['analytics'], services: ['uet'] })
    expect(store.getState().grant.services).toEqual([])
  })

  it('is in the state and in the browser before it is told', () => {
    const { store, jar } = storeWith()
    const order: string[] = []
    const note = (what: string) =>
      order.push(`${what}: ${store.getState().status}, ${jar.get('cookie_consent') ? 'written' : 'not written'}`)
    store.subscribe(() => note('state'))
    store.onDecision(() => note('decision'))
    store.onChange(() => note('change'))
    jar.subscribe(() => note('jar'))
    store.acceptAll()
    expect(order).toEqual([
      'jar: decided, written',
      'change: decided, written',
      'state: decided, written',
      'decision: decided, written',
    ])
  })

  it('is told once by a started store, though the jar tells of the write too', () => {
    const { store, heard, statuses } = storeWith()
    store.start()
    store.acceptAll()
    store.save({ categories: ['analytics'], services: [] })
    store.rejectAll()
    expect(heard.map(([, reason]) => reason)).toEqual(['accept', 'save', 'reject'])
    expect(statuses).toEqual(['decided', 'decided', 'decided'])
  })

  it('can be made again and again, and the last one counts', () => {
    const { store, jar } = storeWith()
    store.start()
    for (const action of [store.acceptAll, store.rejectAll, store.acceptAll, store.acceptAll, store.rejectAll]) action()
    expect(store.getState().grant.categories).toEqual(['essential'])
    expect(written(jar)?.categories).toEqual(['essential'])
  })
})

describe('a failure', () => {
  it('of a listener does not stop the choice, nor the other listeners', () => {
    const { store, jar } = storeWith()
    store.start()
    const failing = vi.fn(() => {
      throw new Error('The log is down.')
    })
    const last = vi.fn()
    store.onDecision(failing)
    store.onDecision(last)
    expect(store.acceptAll()).toEqual({ ok: true, verified: true })
    expect(written(jar)?.categories).toEqual(site.ids)
    expect([failing.mock.calls.length, last.mock.calls.length]).toEqual([1, 1])
    expect(() => vi.advanceTimersByTime(1)).toThrow('The log is down.')
  })

  it('of a subscriber does not stop the choice, nor the other subscribers', () => {
    const { store, jar, heard } = storeWith()
    const last = vi.fn()
    store.subscribe(() => {
      throw new Error('The chart is broken.')
    })
    store.subscribe(last)
    expect(store.acceptAll()).toEqual({ ok: true, verified: true })
    expect(written(jar)?.categories).toEqual(site.ids)
    expect(last).toHaveBeenCalledOnce()
    expect(heard).toHaveLength(1)
    expect(() => vi.advanceTimersByTime(1)).toThrow('The chart is broken.')
  })

  it('to write keeps the choice in memory', () => {
    const jar = createPlacesJar()
    const { store, heard } = storeWith('', { jar })
    const stop = store.start()
    jar.isBlocked = true
    expect(store.acceptAll()).toEqual({ ok: false, reason: 'rejected' })
    expect(store.getState()).toMatchObject({ status: 'decided', grant: { categories: site.ids } })
    expect(heard).toEqual([[site.ids, 'accept']])
    jar.remove('cookie_consent')
    stop()
    store.start()
    expect(store.getState().status).toBe('decided')
    expect(heard).toHaveLength(1)
  })

  it('to write is over when a later write succeeds', () => {
    const jar = createPlacesJar()
    const { store } = storeWith('', { jar })
    store.start()
    jar.isBlocked = true
    store.acceptAll()
    jar.isBlocked = false
    store.rejectAll()
    jar.remove('cookie_consent')
    expect(store.getState().status).toBe('undecided')
  })
})

describe('a listener', () => {
  it('that left hears no more, and may leave while it is told', () => {
    const { store } = storeWith()
    const once = vi.fn(() => leave())
    const leave = store.onDecision(once)
    store.acceptAll()
    store.rejectAll()
    expect(once).toHaveBeenCalledOnce()
    const states = vi.fn()
    store.subscribe(states)()
    store.acceptAll()
    expect(states).not.toHaveBeenCalled()
  })

  it('that joins while others are told hears the next', () => {
    const { store } = storeWith()
    const late = vi.fn()
    store.onDecision(() => void store.onDecision(late))
    store.acceptAll()
    expect(late).not.toHaveBeenCalled()
    store.rejectAll()
    expect(late).toHaveBeenCalledOnce()
  })
})

describe('a reset', () => {
  it('forgets the choice and erases what it allowed', () => {
    const { store, jar, heard } = storeWith(`${granted}; _ga=x; sessionid=s; foo=y`)
    store.start()
    expect(store.reset()).toEqual({ ok: true, verified: true })
    expect(store.getState()).toMatchObject({
      status: 'undecided',
      record: undefined,
      grant: { categories: ['essential'] },
    })
    expect({ ...jar.getAll() }).toEqual({ sessionid: 's', foo: 'y' })
    expect(heard).toEqual([[undefined, 'reset']])
  })

  it('forgets every choice, where the cookie is there several times', () => {
    const jar = createPlacesJar()
    jar.plant('cookie_consent', textOf(granted), '/')
    jar.plant('cookie_consent', textOf(refused), '/shop')
    const { store, heard } = storeWith('', { jar })
    store.start()
    store.reset()
    expect(jar.getAll('cookie_consent')).toEqual([])
    expect(store.getState().status).toBe('undecided')
    expect(heard).toEqual([[undefined, 'reset']])
  })
})

describe('preferences', () => {
  it('open with what is granted, and close without a trace', () => {
    const { store, jar, heard } = storeWith(granted)
    store.start()
    store.openPreferences()
    expect(store.getState()).toMatchObject({ open: true, draft: { categories: ['essential', 'analytics'] } })
    store.setDraft({ categories: ['essential', 'marketing'] })
    expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
    store.closePreferences()
    expect(store.getState()).toMatchObject({ open: false, draft: { categories: ['essential', 'analytics'] } })
    expect(jar.get('cookie_consent')).toBe(textOf(granted))
    expect(heard).toEqual([])
  })

  it('open with ticks that were made before, in a form of the page, and leave them when they close', () => {
    const { store } = storeWith(granted)
    store.start()
    store.setDraft({ categories: ['essential', 'marketing'] })
    store.openPreferences()
    expect(store.getState().draft.categories).toEqual(['essential', 'marketing'])
    store.setDraft({ categories: ['essential'] })
    store.closePreferences()
    expect(store.getState().draft.categories).toEqual(['essential', 'marketing'])
  })

  it('close with what is granted now, where that changed meanwhile', () => {
    const { store, jar } = storeWith(granted)
    store.start()
    store.openPreferences()
    store.setDraft({ categories: ['essential', 'marketing'] })
    jar.set('cookie_consent', textOf(recordCookie({ categories: ['essential'] })))
    expect(store.getState().draft.categories).toEqual(['essential', 'marketing'])
    store.closePreferences()
    expect(store.getState().draft.categories).toEqual(['essential'])
  })

  it('save the draft', () => {
    const { store } = storeWith()
    store.start()
    store.openPreferences()
    store.setDraft({ categories: ['functional'] })
    store.save()
    expect(store.getState()).toMatchObject({
      open: false,
      record: { categories: ['essential', 'functional'], via: 'save' },
      draft: { categories: ['essential', 'functional'] },
    })
  })

  it('close at any decision of the visitor', () => {
    const { store } = storeWith()
    for (const action of [store.acceptAll, store.rejectAll, store.save, store.reset]) {
      store.openPreferences()
      action()
      expect(store.getState().open).toBe(false)
    }
  })

  it('tick the services of a category with it', () => {
    const { store } = storeWith()
    store.openPreferences()
    store.setDraft({ categories: ['essential', 'marketing'] })
    expect(store.getState().draft.services).toEqual(['meta', 'uet'])
    store.save()
    expect(store.getState().grant).toMatchObject({ categories: ['essential', 'marketing'], services: ['meta', 'uet'] })
    expect(site.isCookieAllowed('_fbp', store.getState().grant)).toBe(true)
  })

  it('untick the services of a category with it', () => {
    const { store } = storeWith()
    store.acceptAll()
    store.openPreferences()
    store.setDraft({ categories: ['essential'] })
    expect(store.getState().draft.services).toEqual([])
  })

  it('keep a service refused while other categories are ticked', () => {
    const { store } = storeWith()
    store.save({ categories: ['marketing'], services: ['uet'] })
    store.openPreferences()
    store.setDraft({ categories: ['essential', 'marketing', 'analytics'] })
    expect(store.getState().draft.services).toEqual(['uet'])
    store.setDraft({ services: ['meta'] })
    expect(store.getState().draft).toMatchObject({
      categories: ['essential', 'marketing', 'analytics'],
      services: ['meta'],
    })
    store.save()
    expect(store.getState().grant.services).toEqual(['meta'])
  })

  it('stay open, with their draft, when another tab decides', () => {
    const { store, jar } = storeWith()
    store.start()
    store.openPreferences()
    store.setDraft({ categories: ['essential', 'functional'] })
    jar.set('cookie_consent', textOf(granted))
    expect(store.getState()).toMatchObject({
      open: true,
      draft: { categories: ['essential', 'functional'] },
      grant: { categories: ['essential', 'analytics'] },
    })
  })
})

describe('time', () => {
  it('ends a choice when its life is over, and not before', () => {
    const { store, heard, statuses } = storeWith()
    store.start()
    store.acceptAll()
    vi.advanceTimersByTime(182 * DAY - 1)
    expect(store.getState().status).toBe('decided')
    vi.advanceTimersByTime(1)
    expect(store.getState()).toMatchObject({ status: 'expired', grant: { categories: ['essential'] } })
    expect(statuses).toEqual(['decided', 'expired'])
    expect(heard).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends a choice that was there at the start', () => {
    const timestamp = new Date(NOON - 100 * DAY).toISOString()
    const { store } = storeWith(recordCookie({ timestamp, categories: ['analytics'] }))
    store.start()
    vi.advanceTimersByTime(82 * DAY - 1)
    expect(store.getState().status).toBe('decided')
    vi.advanceTimersByTime(1)
    expect(store.getState().status).toBe('expired')
  })

  it('of a clock of its own counts', () => {
    let clock = NOON
    const { store } = storeWith('', { clock: () => clock })
    store.start()
    store.acceptAll()
    expect(store.getState().record?.timestamp).toBe(new Date(NOON).toISOString())
    vi.advanceTimersByTime(183 * DAY)
    expect(store.getState().status).toBe('decided')
    clock = NOON + 182 * DAY
    vi.advanceTimersByTime(25 * DAY)
    expect(store.getState().status).toBe('expired')
  })

  it('keeps the panel and its draft as they are', () => {
    const { store } = storeWith()
    store.start()
    store.acceptAll()
    store.openPreferences()
    store.setDraft({ categories: ['essential', 'functional'] })
    vi.advanceTimersByTime(182 * DAY)
    expect(store.getState()).toMatchObject({
      status: 'expired',
      open: true,
      draft: { categories: ['essential', 'functional'] },
    })
  })

  it('leaves one timer at most', () => {
    const { store } = storeWith()
    store.start()
    for (let i = 0; i < 5; i++) store.acceptAll()
    expect(vi.getTimerCount()).toBe(1)
    store.reset()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('another tab', () => {
  it('decides here too', () => {
    const { store, jar, heard } = storeWith(refused)
    store.start()
    jar.set('cookie_consent', textOf(granted))
    expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
    expect(heard).toEqual([[['essential', 'analytics'], 'external']])
  })

  it('that resets is heard', () => {
    const { store, jar, heard } = storeWith(granted)
    store.start()
    jar.remove('cookie_consent')
    expect(store.getState().status).toBe('undecided')
    expect(heard).toEqual([[undefined, 'external']])
  })

  it('that writes what is no record takes the grant away', () => {
    const { store, jar } = storeWith(granted)
    store.start()
    jar.set('cookie_consent', '{"categories":["marketing"]}')
    expect(store.getState()).toMatchObject({ status: 'undecided', grant: { categories: ['essential'] } })
  })

  it('that changes another cookie does not have the record read', () => {
    const { store, jar, statuses } = storeWith(granted)
    store.start()
    const getAll = vi.spyOn(jar, 'getAll')
    jar.set('_ga', '1')
    expect(getAll).not.toHaveBeenCalledWith('cookie_consent')
    expect(statuses).toEqual(['decided'])
  })

  it('that withdraws makes this one erase too', () => {
    const { store, jar } = storeWith(`${granted}; _ga=x`)
    store.start()
    jar.set('cookie_consent', textOf(refused))
    expect(jar.get('_ga')).toBeUndefined()
  })
})

describe('withdrawing', () => {
  const cookies =
    '_ga=1; _ga_X=2; tracking_id=3; _fbp=4; theme=dark; foo_gid=5; other=_ga; foo_ga=6; sessionid=s; csrftoken=t; cookie_consent.sig=sig'

  it('erases what was refused, and no required, undeclared or own cookie', () => {
    const { store, jar } = storeWith(cookies)
    store.start()
    store.acceptAll()
    expect(Object.keys(jar.getAll())).toHaveLength(12)
    store.rejectAll()
    expect(Object.keys(jar.getAll()).sort()).toEqual([
      'cookie_consent',
      'cookie_consent.sig',
      'csrftoken',
      'foo_ga',
      'foo_gid',
      'other',
      'sessionid',
    ])
  })

  it('erases on every path and domain', () => {
    const jar = createPlacesJar()
    for (const place of ['/', '/shop', '/.example.com']) jar.plant('_ga', 'x', place)
    const { store } = storeWith('', { jar })
    store.acceptAll()
    store.rejectAll()
    expect(jar.log).toContain('remove _ga everywhere')
    expect(jar.getAll('_ga')).toEqual([])
  })

  it('from one category or service leaves the others', () => {
    const { store, jar } = storeWith(cookies)
    store.save({ categories: ['functional', 'marketing'], services: ['uet'] })
    expect(jar.get('theme')).toBe('dark')
    expect(jar.get('_fbp')).toBeUndefined()
    expect(jar.get('_ga')).toBeUndefined()
  })

  it('erases before it is told', () => {
    const { store, jar } = storeWith('_ga=1')
    const left: (string | undefined)[] = []
    store.onDecision(() => left.push(jar.get('_ga')))
    store.rejectAll()
    expect(left).toEqual([undefined])
  })

  it('erases at the next load what a script left late', () => {
    const { store, jar, heard } = storeWith(`${refused}; ${cookies}`)
    store.start()
    expect(jar.get('_ga')).toBeUndefined()
    expect(jar.get('theme')).toBeUndefined()
    expect(jar.get('foo_gid')).toBe('5')
    expect(heard).toEqual([])
  })

  it('erases nothing before a choice', () => {
    const { store, jar } = storeWith(cookies)
    store.start()
    expect(Object.keys(jar.getAll())).toHaveLength(11)
  })
})

describe('a consent cookie that is there twice', () => {
  const twice = () => {
    const jar = createPlacesJar()
    jar.plant('cookie_consent', textOf(granted), '/shop')
    jar.plant('cookie_consent', textOf(refused), '/')
    return jar
  }

  it('is no consent', () => {
    const { store } = storeWith('', { jar: twice() })
    store.start()
    expect(store.getState()).toMatchObject({ status: 'undecided', grant: { categories: ['essential'] } })
    const { store: other } = storeWith(`${granted}; ${granted}`)
    other.start()
    expect(other.getState().status).toBe('undecided')
  })

  it('is one again after the next choice, which is told once', () => {
    const jar = twice()
    const { store, heard, statuses } = storeWith('', { jar })
    const seen: ConsentState['status'][] = []
    store.start()
    jar.subscribe(() => seen.push(store.getState().status))
    expect(store.acceptAll()).toEqual({ ok: true, verified: true })
    expect(jar.getAll('cookie_consent')).toHaveLength(1)
    expect(written(jar)?.categories).toEqual(site.ids)
    expect(heard).toEqual([[site.ids, 'accept']])
    expect(statuses).toEqual(['decided'])
    expect(new Set(seen)).toEqual(new Set(['decided']))
  })
})
