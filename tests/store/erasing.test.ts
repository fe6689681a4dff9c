import {
  createConsentStore,
  createMemoryJar,
  defineConsent,
  defineCookie,
  type Erasure,
  type Jar,
  type PageStorage,
} from 'assent/core'
import { describe, expect, it, vi } from 'vitest'
import { createPlacesJar } from '../fixtures/places-jar.js'
import { NOON, recordCookie } from '../fixtures/site.js'

const text = { name: '', description: '' }
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { ...text, required: true, cookies: ['sessionid', 'auth_*'], storage: ['cart', 'auth_*'] },
    analytics: { ...text, cookies: ['_ga*', '_gid', '*_tied', '*_gx'], storage: ['_hj*', /^ph_/, 'x_*', '*_tied'] },
    marketing: {
      ...text,
      cookies: ['ad_*', 'mk_*', 'a*'],
      storage: ['*_x', 'au*'],
      services: { meta: { name: '', cookies: ['_fbp'], storage: ['fb_*'] }, uet: { name: '', cookies: ['_uet*'] } },
    },
  },
})
const recordOf = (categories: readonly string[], members: object = {}) =>
  recordCookie({ categories, id: 'old', ...members }, consent)

/** Keeps names as a page's storage does: keys at once, databases when the task is over. */
function createStorage(keys: string[], databases: string[] = []) {
  const storage: PageStorage = {
    async erase(isForbidden, settle) {
      for (const name of keys.filter(isForbidden)) {
        keys.splice(keys.indexOf(name), 1)
        settle('localStorage', name)
      }
      await Promise.resolve()
      for (const name of databases.filter(isForbidden)) settle('indexedDB', name, 'rejected')
    },
  }
  return { storage, keys }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

function openPage(header: string, { jar = createMemoryJar(header), storage = createStorage([]).storage } = {}) {
  const store = createConsentStore(consent, { jar, storage, clock: () => NOON, createId: () => 'new' })
  const erasures: Erasure<string>[] = []
  store.onErase((erasure) => erasures.push(erasure))
  return { store, jar, erasures }
}

describe('what is erased', () => {
  it('is told with what the decision took back, when all is done', async () => {
    const { storage, keys } = createStorage(['_hjid', 'cart', 'own'], ['ph_db'])
    const { store, jar, erasures } = openPage(
      `${recordOf(['analytics', 'marketing'])}; _ga=1; sessionid=1; _fbp=1; own=1`,
      { storage },
    )
    store.start()
    await settled()
    expect(erasures).toEqual([])
    store.rejectAll()
    // Cookies and keys are gone at once; the report waits for the databases.
    expect([Object.keys(jar.getAll()), keys, erasures]).toEqual([
      ['cookie_consent', 'sessionid', 'own'],
      ['cart', 'own'],
      [],
    ])
    await settled()
    expect(erasures).toEqual([
      {
        reason: 'reject',
        withdrawn: { categories: ['analytics', 'marketing'], services: ['meta', 'uet'] },
        gone: [
          { kind: 'cookie', name: '_ga' },
          { kind: 'cookie', name: '_fbp' },
          { kind: 'localStorage', name: '_hjid' },
        ],
        left: [{ kind: 'indexedDB', name: 'ph_db', reason: 'rejected' }],
      },
    ])
  })

  it('is told after vendors have heard of the state and before listeners hear of the erasure', async () => {
    const { store, jar } = openPage(`${recordOf(['analytics'])}; _ga=1`)
    store.start()
    const order: string[] = []
    const isThere = () => `with _ga: ${jar.get('_ga') !== undefined}`
    store.onErase(() => order.push(`onErase ${isThere()}`))
    store.onDecision(() => order.push(`onDecision ${isThere()}`))
    store.subscribe(() => order.push(`subscribe ${isThere()}`))
    store.rejectAll()
    await settled()
    expect(order).toEqual(['subscribe with _ga: true', 'onDecision with _ga: false', 'onErase with _ga: false'])
  })

  it('is told of a withdrawal that found nothing, and not of a choice that took nothing back', async () => {
    const { store, erasures } = openPage('')
    store.start()
    store.save({ categories: ['analytics'] })
    store.acceptAll()
    await settled()
    expect(erasures).toEqual([])
    store.save({ categories: ['analytics', 'marketing'], services: ['uet'] })
    store.reset()
    await settled()
    expect(erasures.map(({ reason, withdrawn }) => [reason, withdrawn])).toEqual([
      ['save', { categories: [], services: ['meta'] }],
      ['reset', { categories: ['analytics', 'marketing'], services: ['uet'] }],
    ])
  })

  it('is an unticked service’s alone', async () => {
    const { storage, keys } = createStorage(['fb_1', '_hjid'])
    const { store, jar, erasures } = openPage(`${recordOf(['marketing', 'analytics'])}; _fbp=1; _uetsid=1; ad_1=1`, {
      storage,
    })
    store.start()
    store.save({ categories: ['marketing', 'analytics'], services: ['uet'] })
    await settled()
    expect(Object.keys(jar.getAll())).toEqual(['cookie_consent', '_uetsid', 'ad_1'])
    expect(keys).toEqual(['_hjid'])
    expect(erasures[0]?.gone).toEqual([
      { kind: 'cookie', name: '_fbp' },
      { kind: 'localStorage', name: 'fb_1' },
    ])
  })

  it('is what came late, at a load', async () => {
    const { storage } = createStorage(['_hjid'])
    const { store, jar, erasures } = openPage(`${recordOf([])}; _ga=1`, { storage })
    store.start()
    await settled()
    expect(jar.get('_ga')).toBeUndefined()
    expect(erasures).toMatchObject([
      { reason: 'late', withdrawn: { categories: [], services: [] }, gone: [{ name: '_ga' }, { name: '_hjid' }] },
    ])
  })

  it('is another tab’s decision, too', async () => {
    const { store, jar, erasures } = openPage(`${recordOf(['analytics'])}; _ga=1`)
    store.start()
    const refusal = recordOf([], { timestamp: '2026-02-02T00:00:00.000Z', id: 'other' })
    jar.set('cookie_consent', decodeURIComponent(refusal.slice('cookie_consent='.length)))
    await settled()
    expect(erasures).toMatchObject([
      { reason: 'external', withdrawn: { categories: ['analytics'] }, gone: [{ name: '_ga' }] },
    ])
  })

  it('is nothing before a choice', async () => {
    const { storage, keys } = createStorage(['_hjid'])
    const { store, jar, erasures } = openPage('_ga=1', { storage })
    store.start()
    jar.set('_gid', '1')
    await settled()
    expect([Object.keys(jar.getAll()), keys, erasures]).toEqual([['_ga', '_gid'], ['_hjid'], []])
  })

  it('is never what is required, undeclared, or only contains a pattern', async () => {
    const names = ['auth_tied', 'cart', 'foo_hj', 'y_hjid', 'own', 'xph_1', 'fb', 'authx', '_hj', 'ph_1', 'x_x']
    const { storage, keys } = createStorage([...names])
    const cookies = ['sessionid', 'auth_tied', 'foo_gid', 'x_ga', '_GA', 'other', 'cookie_consent.sig']
    const { store, jar } = openPage([recordOf([]), ...cookies.map((name) => `${name}=_ga`)].join('; '), { storage })
    store.start()
    await settled()
    expect(Object.keys(jar.getAll())).toEqual(['cookie_consent', ...cookies])
    expect(keys).toEqual(['auth_tied', 'cart', 'foo_hj', 'y_hjid', 'own', 'xph_1', 'fb'])
  })

  it('is a name that two claim, unless both are granted', async () => {
    const { storage, keys } = createStorage(['x_x'])
    const both = openPage(`${recordOf(['analytics', 'marketing'])}; mk_gx=1`, { storage })
    both.store.start()
    await settled()
    expect([both.jar.get('mk_gx'), keys]).toEqual(['1', ['x_x']])
    both.store.save({ categories: ['analytics'] })
    await settled()
    expect([both.jar.get('mk_gx'), keys]).toEqual([undefined, []])
  })

  it('hears of listeners until they stop', async () => {
    const { store } = openPage('')
    const listener = vi.fn()
    const stop = store.onErase(listener)
    store.acceptAll()
    store.rejectAll()
    await settled()
    stop()
    store.acceptAll()
    store.rejectAll()
    await settled()
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('places', () => {
  const placed = defineConsent({
    version: 1,
    categories: {
      analytics: {
        ...text,
        cookies: [
          { name: '_ga*', domain: 'example.com', path: '/shop' },
          { name: 'deep', path: '/shop' },
          defineCookie('hidden', { httpOnly: true }),
          defineCookie('narrow', { path: '/admin', default: '' }),
        ],
      },
    },
  })
  const open = () => {
    const jar = createPlacesJar()
    const store = createConsentStore(placed, { jar, clock: () => NOON })
    const erasures: Erasure<string>[] = []
    store.onErase((erasure) => erasures.push(erasure))
    return { jar, store, erasures }
  }

  it('that are declared are asked for those that the page sees', () => {
    const { jar, store } = open()
    const remove = vi.spyOn(jar, 'remove')
    jar.plant('_ga_X', '1', '/shopexample.com')
    store.start()
    store.rejectAll()
    expect(remove.mock.calls.filter(([name]) => name === '_ga_X')).toEqual([
      ['_ga_X', { domain: 'example.com', path: '/shop' }],
      ['_ga_X', { everywhere: true }],
    ])
  })

  it('that are declared by name are asked although the page sees nothing there, at a decision alone', () => {
    const { jar, store } = open()
    const remove = vi.spyOn(jar, 'remove')
    store.start()
    store.rejectAll()
    const asked = () =>
      remove.mock.calls.filter(([name]) => name !== 'cookie_consent').map(([name, at]) => [name, at?.path])
    expect(asked()).toEqual([
      ['deep', '/shop'],
      ['narrow', '/admin'],
    ])
    createConsentStore(placed, { jar, clock: () => NOON }).start()
    expect(asked()).toHaveLength(2)
  })

  it('tells of HttpOnly cookies that they are left to the endpoint', async () => {
    const { store, erasures } = open()
    store.start()
    store.acceptAll()
    store.rejectAll()
    await settled()
    expect(erasures.at(-1)?.left).toEqual([{ kind: 'cookie', name: 'hidden', reason: 'http-only' }])
  })

  it('tells of a cookie that the browser keeps', async () => {
    const jar: Jar = { ...createMemoryJar(`${recordOf(['analytics'])}; _ga=1`) }
    jar.remove = () => ({ ok: false, reason: 'rejected' })
    const { store, erasures } = openPage('', { jar })
    store.start()
    store.rejectAll()
    await settled()
    expect(erasures).toMatchObject([{ gone: [], left: [{ kind: 'cookie', name: '_ga', reason: 'rejected' }] }])
  })
})

describe('a cookie that is set after the choice', () => {
  it('goes as soon as the jar tells of it', async () => {
    const { store, jar, erasures } = openPage(recordOf(['marketing']))
    const stop = store.start()
    for (const name of ['_ga', 'ad_1', 'own', 'sessionid']) jar.set(name, '1')
    expect(Object.keys(jar.getAll())).toEqual(['cookie_consent', 'ad_1', 'own', 'sessionid'])
    await settled()
    const gone = [{ kind: 'cookie', name: '_ga' }]
    expect(erasures).toEqual([{ reason: 'late', withdrawn: { categories: [], services: [] }, gone, left: [] }])
    stop()
    jar.set('_ga', '1')
    expect(jar.get('_ga')).toBe('1')
  })

  it.each([
    ['one cookie', () => '_ga'],
    ['ever new cookies', (writes: number) => `_ga_${writes}`],
  ])('stays when a script sets %s again and again, so that the page goes on', async (_, nameOf) => {
    const { store, jar, erasures } = openPage(recordOf([]))
    store.start()
    let writes = 0
    jar.subscribe(() => {
      if (Object.keys(jar.getAll()).length < 2 && writes < 1000) jar.set(nameOf(++writes), String(writes))
    })
    jar.set('_ga', '0')
    await settled()
    expect(writes).toBeLessThan(200)
    expect(erasures.length).toBeLessThan(200)
    expect(Object.keys(jar.getAll())).toHaveLength(2)
  })

  it('is tried a number of times where the browser keeps it', () => {
    const jar = createMemoryJar(recordOf([]))
    const remove = vi.fn(() => ({ ok: false, reason: 'rejected' }) as const)
    const { store } = openPage('', { jar: { ...jar, remove } })
    store.start()
    for (let i = 0; i < 500; i++) jar.set('_ga', String(i))
    expect(remove.mock.calls.length).toBeLessThan(200)
    expect(remove).toHaveBeenCalled()
  })

  it('makes nobody look at storage', () => {
    const { storage } = createStorage([])
    const erase = vi.spyOn(storage, 'erase')
    const { store, jar } = openPage(recordOf([]), { storage })
    store.start()
    erase.mockClear()
    for (const name of ['_ga', 'own']) jar.set(name, '1')
    expect(erase).not.toHaveBeenCalled()
  })

  it('in the course of a decision is that decision’s', async () => {
    const { store, jar, erasures } = openPage(`${recordOf(['analytics', 'marketing'])}; _ga=1`)
    store.start()
    // A vendor that is told of the refusal writes once more.
    store.subscribe(() => void jar.set('_ga', '2'))
    store.rejectAll()
    await settled()
    expect(jar.get('_ga')).toBeUndefined()
    expect(erasures).toMatchObject([{ reason: 'reject', gone: [{ name: '_ga' }] }])
  })
})
