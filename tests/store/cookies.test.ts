import {
  ConsentError,
  createConsentStore,
  createMemoryJar,
  days,
  defineConsent,
  defineCookie,
  type ConsentStore,
} from 'assent/core'
import { describe, expect, it, vi } from 'vitest'

const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light', maxAge: days(30) })
const cart = defineCookie('cart', { default: { items: [] as string[] } })
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: [cart, 'lang'] },
    functional: { name: 'Functional', description: '', cookies: [theme, 'pref_*'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] },
  },
})

function open(header = '') {
  const jar = createMemoryJar(header)
  const store = createConsentStore(consent, { jar })
  store.start()
  return { jar, store, cookies: store.cookies }
}

describe('the cookies of a store', () => {
  it('give the value of a definition, of its name, and the text of another name', () => {
    const { cookies } = open('theme=dark; lang=de; cart={%22items%22:[%22a%22]}')
    expect([cookies.get(theme), cookies.get('theme')]).toEqual(['dark', 'dark'])
    expect(cookies.get(cart)).toEqual({ items: ['a'] })
    expect(cookies.get('lang')).toBe('de')
    expect(cookies.get('pref_size')).toBeUndefined()
  })

  it('give the same object while its text is the same', () => {
    const { jar, cookies } = open('cart={%22items%22:[%22a%22]}')
    const first = cookies.get(cart)
    expect(cookies.get('cart')).toBe(first)
    jar.set('lang', 'fr')
    expect(cookies.get(cart)).toBe(first)
  })

  it('write what is granted, with the attributes of the definition', () => {
    const { jar, store, cookies } = open()
    const set = vi.spyOn(jar, 'set')
    store.acceptAll()
    expect(cookies.set(theme, 'dark')).toEqual({ ok: true, verified: true })
    expect(set).toHaveBeenLastCalledWith('theme', 'dark', expect.objectContaining({ maxAge: days(30) }))
    expect(cookies.set('theme', 'light', { maxAge: 60 })).toEqual({ ok: true, verified: true })
    expect(set).toHaveBeenLastCalledWith('theme', 'light', expect.objectContaining({ maxAge: 60 }))
    expect(jar.get('theme')).toBe('light')
    cookies.set('theme', 'dark', { maxAge: undefined, path: undefined })
    expect(set).toHaveBeenLastCalledWith('theme', 'dark', expect.objectContaining({ maxAge: days(30) }))
  })

  it('keep in memory what is not granted, and write it with the grant', () => {
    const { jar, store, cookies } = open()
    expect(cookies.set(theme, 'dark')).toEqual({ ok: false, reason: 'consent' })
    expect([cookies.get(theme), jar.get('theme')]).toEqual(['dark', undefined])
    expect(cookies.statusOf(theme)).toEqual({ persisted: false, blocked: true, reason: 'consent' })
    store.save({ categories: ['functional'] })
    expect(jar.get('theme')).toBe('dark')
    expect(cookies.statusOf('theme')).toEqual({ persisted: true, blocked: false, reason: undefined })
  })

  it('keep in memory what no category declares, whatever is granted', () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const { jar, store } = open()
    const { cookies } = store as ConsentStore // which knows no names
    store.acceptAll()
    expect(cookies.set('stranger', '1')).toEqual({ ok: false, reason: 'undeclared' })
    expect([cookies.get('stranger'), jar.get('stranger')]).toEqual(['1', undefined])
  })

  it('lose with a withdrawal what was written', () => {
    const { jar, store, cookies } = open()
    store.acceptAll()
    cookies.set('pref_size', '20')
    store.rejectAll()
    expect([cookies.get('pref_size'), jar.get('pref_size')]).toEqual([undefined, undefined])
  })

  it('remove by definition, by name, and by setting undefined', () => {
    const { jar, cookies } = open('cart={}; lang=de')
    cookies.remove(cart)
    cookies.set('lang', undefined)
    expect(jar.getAll()).toEqual({})
    expect(cookies.get(cart)).toEqual({ items: [] })
  })

  it('tell those who subscribed to a cookie, and nobody else', () => {
    const { jar, store, cookies } = open()
    const heard: string[] = []
    const stop = cookies.subscribe(theme, () => heard.push('theme'))
    cookies.subscribe('lang', () => heard.push('lang'))
    cookies.set(theme, 'dark')
    jar.set('lang', 'de')
    expect(heard).toEqual(['theme', 'lang'])
    store.acceptAll()
    expect(heard.slice(2)).toContain('theme')
    expect(heard.slice(2)).not.toContain('lang')
    stop()
    heard.length = 0
    cookies.set(theme, 'light')
    expect(heard).toEqual([])
  })

  it('refuse another definition of a declared name, and a value that is not read back', () => {
    const { cookies } = open()
    const other = defineCookie('theme', { default: 'blue' })
    for (const mistake of [
      () => cookies.get(other),
      () => cookies.set(other, 'green'),
      () => cookies.remove(other),
      () => cookies.set(theme, 'blue' as 'dark'),
    ])
      expect(mistake).toThrow(ConsentError)
  })
})

describe('a change', () => {
  const heardBy = (store: ConsentStore) => {
    const heard: [reason: string, before: string, after: string][] = []
    store.onChange(({ before, after, reason }) => heard.push([reason, before.status, after.status]))
    return heard
  }

  it('carries its reason, and the state before and after', () => {
    const { store, jar } = open()
    const heard = heardBy(store)
    store.acceptAll()
    store.rejectAll()
    store.reset()
    jar.set('cookie_consent', '{"categories":[],"timestamp":"2026-01-01T00:00:00.000Z","version":1}')
    expect(heard).toEqual([
      ['accept', 'undecided', 'decided'],
      ['reject', 'decided', 'decided'],
      ['reset', 'decided', 'undecided'],
      ['external', 'undecided', expect.stringMatching(/decided|expired/)],
    ])
  })

  it('is told at the start, where the browser knows more than the server, and by time', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
    const record = { categories: ['analytics'], timestamp: new Date().toISOString(), version: 1 }
    const store = createConsentStore(consent, {
      jar: createMemoryJar(`cookie_consent=${encodeURIComponent(JSON.stringify(record))}`),
    })
    const heard = heardBy(store)
    const stop = store.start()
    vi.advanceTimersByTime(days(183) * 1000)
    expect(heard).toEqual([
      ['start', 'undecided', 'decided'],
      ['time', 'decided', 'expired'],
    ])
    stop()
    vi.useRealTimers()
  })

  it('is not told of ticks and of an open panel', () => {
    const { store } = open()
    const heard = heardBy(store)
    store.openPreferences()
    store.setDraft({ categories: ['analytics'] })
    store.closePreferences()
    expect(heard).toEqual([])
  })

  it('that a listener makes is heard by all after the one that it heard', () => {
    const { store } = open()
    store.onChange(({ reason }) => {
      if (reason === 'accept') store.rejectAll()
    })
    const heard = heardBy(store)
    const decisions: string[] = []
    store.onDecision((_, { reason }) => decisions.push(reason))
    store.acceptAll()
    expect(heard.map(([reason]) => reason)).toEqual(['accept', 'reject'])
    expect(decisions).toEqual(['accept', 'reject'])
    expect(store.getState().grant.categories).toEqual(['essential'])
  })

  it('is heard by cookies, then by followers, then by subscribers, then by those of decisions', () => {
    const { jar, store, cookies } = open('_ga=1')
    const order: string[] = []
    store.acceptAll()
    store.rejectAll()
    jar.set('_ga', '2')
    cookies.set(theme, 'dark')
    const has = (name: string) => `${name}: ${String(jar.get(name) !== undefined)}`
    jar.subscribe((names) => names.has('theme') && order.push('cookies'))
    store.subscribe(() => order.push(`subscriber, ${has('theme')}`))
    store.onChange(() => order.push(`follower, ${has('theme')}`))
    store.onDecision(() => order.push('decision'))
    store.acceptAll()
    expect(order).toEqual(['cookies', 'follower, theme: true', 'subscriber, theme: true', 'decision'])
  })
})

describe('an error', () => {
  it('of a listener goes to onError, and stops nobody', () => {
    const errors: unknown[] = []
    const store = createConsentStore(consent, {
      jar: createMemoryJar(),
      onError: (error, context) => errors.push([(error as Error).message, context]),
    })
    const fail = (what: string) => () => {
      throw new Error(what)
    }
    store.subscribe(fail('subscriber'))
    store.onChange(fail('follower'))
    store.onErase(fail('eraser'))
    store.onDecision(fail('decision'))
    const last = vi.fn()
    store.onDecision(last)
    expect(store.acceptAll().ok).toBe(true)
    expect(last).toHaveBeenCalledOnce()
    expect(errors).toEqual([
      ['follower', {}],
      ['subscriber', {}],
      ['decision', {}],
    ])
  })

  it('that onError throws is thrown where the page reports uncaught ones', () => {
    vi.useFakeTimers()
    const store = createConsentStore(consent, { jar: createMemoryJar() })
    store.onError(() => {
      throw new Error('second')
    })
    store.onDecision(() => {
      throw new Error('first')
    })
    store.acceptAll()
    expect(() => vi.runAllTimers()).toThrow('second')
    vi.useRealTimers()
  })
})

it('makes a thing once for each store', () => {
  const make = vi.fn(({ consent: { ids } }: Pick<ConsentStore, 'consent'>) => ({ ids }))
  const { store } = open()
  const { store: other } = open()
  expect(store.once(make)).toBe(store.once(make))
  expect(other.once(make)).not.toBe(store.once(make))
  expect(make).toHaveBeenCalledTimes(2)
})

it('takes over what the browser holds without following it or erasing anything', () => {
  const record = { categories: [], timestamp: new Date().toISOString(), version: 1 }
  const jar = createMemoryJar(`_ga=1; cookie_consent=${encodeURIComponent(JSON.stringify(record))}`)
  const store = createConsentStore(consent, { jar })
  store.refresh()
  expect(store.getState().status).toBe('decided')
  expect(jar.get('_ga')).toBe('1')
  jar.remove('cookie_consent')
  expect(store.getState().status).toBe('decided')
  store.start()
  expect(store.getState().status).toBe('undecided')
})
