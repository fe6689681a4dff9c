// Values that did not reach the browser, what is read again, and who hears of it.
import {
  createConsentStore,
  createMemoryJar,
  defineConsent,
  defineCookie,
  type ConsentStore,
  type Jar,
  type WriteFailure,
} from 'assent/core'
import { describe, expect, it, vi } from 'vitest'

const list = defineCookie('list', { default: [] as string[] })
const size = defineCookie('size', { default: '10', maxBytes: 4, path: '/shop' })
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: [list] },
    functional: { name: 'Functional', description: '', cookies: [size, 'pref_*'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] },
  },
})

/** A store whose browser refuses writes of these names. Others write by `theirs`. */
function open(refused: Record<string, WriteFailure> = {}) {
  const theirs = createMemoryJar()
  const jar: Jar = {
    ...theirs,
    set(name, value, options) {
      const reason = refused[name]
      return reason ? { ok: false, reason } : theirs.set(name, value, options)
    },
  }
  const store = createConsentStore(consent, { jar })
  store.start()
  const { cookies } = store as ConsentStore // which knows no names
  return { theirs, jar, store, cookies }
}

describe('a value that the browser refuses', () => {
  for (const reason of ['rejected', 'shadowed'] as const)
    it(`is held in memory until somebody else writes: ${reason}`, () => {
      const { theirs, store, cookies } = open({ pref_a: reason })
      store.acceptAll()
      cookies.subscribe('pref_a', () => undefined)
      expect(cookies.set('pref_a', 'ours')).toEqual({ ok: false, reason })
      expect(cookies.statusOf('pref_a')).toEqual({ persisted: false, blocked: false, reason })
      expect(cookies.get('pref_a')).toBe('ours')
      theirs.set('pref_b', 'other')
      expect(cookies.get('pref_a')).toBe('ours')
      theirs.set('pref_a', 'theirs')
      expect(cookies.get('pref_a')).toBe('theirs')
      expect(cookies.statusOf('pref_a')).toEqual({ persisted: true, blocked: false, reason: undefined })
    })

  it('stays in memory where consent is missing, whoever writes', () => {
    const { theirs, cookies } = open()
    cookies.subscribe('pref_a', () => undefined)
    cookies.set('pref_a', 'ours')
    theirs.set('pref_a', 'theirs')
    expect(cookies.get('pref_a')).toBe('ours')
    expect(cookies.statusOf('pref_a')).toEqual({ persisted: false, blocked: true, reason: 'consent' })
  })

  it('changes nothing where it never works: it is too large, or an attribute is wrong', () => {
    const { store, cookies } = open()
    store.acceptAll()
    cookies.set(size, '20')
    expect(cookies.set(size, '20000')).toEqual({ ok: false, reason: 'too-large' })
    expect(cookies.set(size, '30', { path: 'x;y' })).toEqual({ ok: false, reason: 'invalid-attribute' })
    expect(cookies.get(size)).toBe('20')
    expect(cookies.statusOf(size)).toEqual({ persisted: true, blocked: false, reason: undefined })
  })

  it('is told of while consent is missing, too', () => {
    const { cookies } = open()
    expect(cookies.set(size, '20000')).toEqual({ ok: false, reason: 'too-large' })
    expect(cookies.get(size)).toBe('10')
    expect(cookies.statusOf(size)).toEqual({ persisted: false, blocked: false, reason: undefined })
  })

  it('is written with the grant, with the options of its call, and not with another grant', () => {
    const { jar, store, cookies } = open()
    const set = vi.spyOn(jar, 'set')
    cookies.set('pref_a', '1', { maxAge: 60 })
    store.save({ categories: ['analytics'] })
    expect(cookies.statusOf('pref_a').blocked).toBe(true)
    expect(set).not.toHaveBeenCalledWith('pref_a', expect.anything(), expect.anything())
    store.acceptAll()
    expect(set).toHaveBeenLastCalledWith('pref_a', '1', { maxAge: 60, clearOthers: true })
    expect(cookies.statusOf('pref_a').persisted).toBe(true)
  })

  it('warns once of a name that nobody declares', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const { cookies } = open()
    for (const value of ['1', '2']) cookies.set('stranger', value)
    cookies.set('pref_a', '1')
    expect(warn.mock.calls.map(([text]) => String(text))).toEqual([
      expect.stringContaining('"stranger" is in no category'),
    ])
    expect(cookies.statusOf('stranger')).toEqual({ persisted: false, blocked: true, reason: 'undeclared' })
    expect(cookies.statusOf('nothing')).toEqual({ persisted: false, blocked: false, reason: undefined })
  })
})

describe('a value', () => {
  it('stays the same object where the browser holds the same value, also in other words', async () => {
    const { theirs, cookies } = open()
    cookies.set(list, ['a', 'b'])
    const first = cookies.get(list)
    expect(first).toEqual(['a', 'b'])
    expect(cookies.get('list')).toBe(first)
    theirs.set('list', '[ "a", "b" ]')
    await Promise.resolve()
    expect(cookies.get(list)).toBe(first)
    theirs.set('list', '["c"]')
    await Promise.resolve()
    expect(cookies.get(list)).toEqual(['c'])
  })

  it('is read with all others in one read of the browser, as long as no other task has run', async () => {
    const { jar, cookies } = open()
    await Promise.resolve()
    const getAll = vi.spyOn(jar, 'getAll')
    cookies.get(list)
    cookies.get('pref_a')
    cookies.statusOf('pref_b')
    expect(getAll).toHaveBeenCalledOnce()
    await Promise.resolve()
    cookies.get(list)
    expect(getAll).toHaveBeenCalledTimes(2)
  })

  it('is removed where its definition keeps it, which is told', () => {
    const { jar, store, cookies } = open()
    store.acceptAll()
    const remove = vi.spyOn(jar, 'remove')
    const heard = vi.fn()
    cookies.subscribe(size, heard)
    expect(cookies.remove(size)).toEqual({ ok: true, verified: true })
    expect(remove).toHaveBeenLastCalledWith('size', expect.objectContaining({ path: '/shop' }))
    expect(heard).toHaveBeenCalled()
    cookies.remove(size, { path: '/' })
    expect(remove).toHaveBeenLastCalledWith('size', expect.objectContaining({ path: '/' }))
    cookies.remove('size', { path: undefined })
    expect(remove).toHaveBeenLastCalledWith('size', expect.objectContaining({ path: '/shop' }))
  })

  it('is followed in the browser until the last subscriber leaves, and again after that', () => {
    const { theirs, jar, cookies } = open()
    const stop = vi.fn()
    const subscribe = vi.spyOn(jar, 'subscribe').mockImplementation((listener) => {
      const end = theirs.subscribe(listener)
      return () => {
        stop()
        end()
      }
    })
    const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()]
    const stops = [cookies.subscribe('pref_a', first), cookies.subscribe('pref_a', second)]
    stops.push(cookies.subscribe('pref_b', third))
    expect(subscribe).toHaveBeenCalledOnce()
    stops[0]?.()
    stops[0]?.()
    theirs.set('pref_a', '1')
    expect([first, second, third].map((heard) => heard.mock.calls.length)).toEqual([0, 1, 0])
    stops[1]?.()
    expect(stop).not.toHaveBeenCalled()
    theirs.set('pref_b', '1')
    expect(third).toHaveBeenCalledOnce()
    stops[2]?.()
    stops[2]?.()
    expect(stop).toHaveBeenCalledOnce()
    cookies.subscribe('pref_a', first)
    expect(subscribe).toHaveBeenCalledTimes(2)
    theirs.set('pref_a', '2')
    expect(first).toHaveBeenCalledOnce()
  })

  it('is of one definition: another one is refused by its code', () => {
    const { cookies } = open()
    const other = defineCookie('size', { default: 'blue' })
    const code = 'conflicting-definition'
    expect(() => cookies.get(other)).toThrow(expect.objectContaining({ code }))
    expect(() => cookies.get(other)).toThrow('"size"')
    vi.stubEnv('NODE_ENV', 'production')
    expect(() => cookies.get(other)).toThrow(expect.objectContaining({ code }))
    expect(() => cookies.get(other)).not.toThrow('Two codecs')
    expect(cookies.get(size)).toBe('10')
  })
})
