import {
  createBrowserJar,
  createBrowserStorage,
  createConsentStore,
  defineConsent,
  type Consent,
  type ConsentConfig,
  type Settle,
} from 'assent/core'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const isOurs = (name: string): boolean => name.startsWith('_hj')
const KEPT = ['cart', 'foo_hj', 'x_hjid']

async function erase(isForbidden: (name: string) => boolean = isOurs): Promise<string[]> {
  const told: string[] = []
  const settle: Settle = (kind, name, failure) => told.push(`${kind} ${name} ${failure || 'gone'}`)
  await createBrowserStorage().erase(isForbidden, settle)
  return told
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('No database.')))
  })
}
const makeDatabase = async (name: string): Promise<void> => (await openDatabase(name)).close()
/** The databases of this file: those of third parties, in the tests before, may still be there. */
const databases = async (): Promise<(string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes('_hj'))

describe('erasing', () => {
  it.each(['localStorage', 'sessionStorage'] as const)('removes keys of %s, at once', async (kind) => {
    globalThis[kind].clear() // tests before leave what they keep
    for (const name of ['_hjid', '_hj_b', ...KEPT]) globalThis[kind].setItem(name, '1')
    const told = erase()
    expect(Object.keys(globalThis[kind]).sort()).toEqual([...KEPT].sort())
    expect((await told).sort()).toEqual([`${kind} _hj_b gone`, `${kind} _hjid gone`])
  })

  it('takes a key named as a member of Storage for a key', async () => {
    for (const name of ['length', 'getItem', '__proto__', 'key']) localStorage.setItem(name, '1')
    const told = await erase((name) => name === 'getItem' || name === '__proto__')
    expect(told.sort()).toEqual(['localStorage __proto__ gone', 'localStorage getItem gone'])
    expect([localStorage.getItem('length'), localStorage.getItem('getItem')]).toEqual(['1', null])
  })

  it('removes databases', async () => {
    onTestFinished(() => void indexedDB.deleteDatabase('x_hj'))
    await makeDatabase('_hj_db')
    await makeDatabase('x_hj')
    expect(await erase()).toEqual(['indexedDB _hj_db gone'])
    expect(await databases()).toEqual(['x_hj'])
  })

  it('tells of a database that is held open, which goes when it is closed', async () => {
    const held = await openDatabase('_hj_held')
    expect(await erase()).toEqual(['indexedDB _hj_held rejected'])
    held.close()
    await expect.poll(databases).toEqual([])
  })

  it('removes caches', async () => {
    onTestFinished(() => void caches.delete('x_hj'))
    for (const name of ['_hj_cache', 'x_hj']) await caches.open(name)
    expect(await erase()).toEqual(['caches _hj_cache gone'])
    expect(await caches.keys()).toEqual(['x_hj'])
  })

  it('finds nothing where storage is blocked, and throws nothing', async () => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.src = '/pages/storage'
    onTestFinished(() => frame.remove())
    const said = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true }))
    document.body.append(frame)
    expect(await said).toEqual({ isBlocked: true, told: [] })
  })
})

it('a store erases what is refused, and tells of it', async () => {
  const text = { name: '', description: '' }
  const consent = defineConsent({
    version: 1,
    categories: {
      essential: { ...text, required: true, storage: ['_hj_needed'] },
      analytics: { ...text, storage: ['_hj*'] },
    },
    cookie: { name: 'storage_consent' },
  })
  const jar = createBrowserJar()
  onTestFinished(() => void jar.remove('storage_consent'))
  const store = createConsentStore(consent, { jar, storage: createBrowserStorage() })
  for (const name of ['_hjid', '_hj_needed', ...KEPT]) localStorage.setItem(name, '1')
  await makeDatabase('_hj_db')
  await caches.open('_hj_cache')
  const erasure = new Promise((resolve) => store.onErase(resolve))
  store.rejectAll()
  expect(await erasure).toEqual({
    reason: 'reject',
    withdrawn: { categories: [], services: [] },
    gone: [
      { kind: 'localStorage', name: '_hjid' },
      { kind: 'indexedDB', name: '_hj_db' },
      { kind: 'caches', name: '_hj_cache' },
    ],
    left: [],
  })
  expect(Object.keys(localStorage).sort()).toEqual(['_hj_needed', ...KEPT].sort())
})

describe('what a page keeps is listed only where a decision may forbid it', () => {
  const text = { name: '', description: '' }

  /** Decides on a page, and gives the lists that the browser was asked for. */
  async function listedBy(categories: ConsentConfig['categories'], choose: 'acceptAll' | 'rejectAll' | 'save') {
    const consent: Consent = defineConsent({
      version: 1,
      categories: { essential: { ...text, required: true, storage: ['cart'] }, ...categories },
      cookie: { name: 'listing_consent' },
    })
    const jar = createBrowserJar()
    const store = createConsentStore(consent, { jar, storage: createBrowserStorage() })
    onTestFinished(() => void jar.remove('listing_consent'))
    const lists = {
      databases: vi.spyOn(IDBFactory.prototype, 'databases'),
      caches: vi.spyOn(CacheStorage.prototype, 'keys'),
      keys: vi.spyOn(Object, 'keys'),
    }
    const stop = store.start()
    if (choose === 'save') store.save({ categories: ['analytics'] })
    else store[choose]()
    stop()
    const isListed = (): boolean => lists.keys.mock.calls.some(([object]) => object instanceof Storage)
    await new Promise((resolve) => setTimeout(resolve)) // lists of databases are asked for in later tasks
    await caches.has('listing_consent') // answered after what was asked before
    return () =>
      Object.entries({
        keys: isListed(),
        databases: lists.databases.mock.calls.length > 0,
        caches: lists.caches.mock.calls.length > 0,
      }).flatMap(([name, isAsked]) => (isAsked ? [name] : []))
  }

  const analytics = { ...text, cookies: ['_ga*'] }
  const marketing = { ...text, storage: ['fb_*'] }
  it.each([
    ['nothing is declared', { analytics }, 'rejectAll', []],
    ['nothing is declared, and all is granted', { analytics }, 'acceptAll', []],
    ['the list is empty', { analytics: { ...analytics, storage: [] } }, 'rejectAll', []],
    ['all that declares is granted', { analytics, marketing }, 'acceptAll', []],
    ['what declares is granted', { analytics: { ...text, storage: ['_hj*'] }, other: text }, 'save', []],
    ['a service without keys is refused', { ads: { ...text, services: { meta: { name: '' } } } }, 'rejectAll', []],
    ['a category is refused', { analytics, marketing }, 'rejectAll', ['keys', 'databases', 'caches']],
    ['one of two is refused', { analytics, marketing }, 'save', ['keys', 'databases', 'caches']],
    [
      'a service is refused',
      { ads: { ...text, services: { meta: { name: '', storage: [/^fb/] } } } },
      'rejectAll',
      ['keys', 'databases', 'caches'],
    ],
  ] as const)('%s', async (_, categories, choose, expected) => {
    await expect.poll(await listedBy(categories, choose)).toEqual(expected) // caches come after databases
  })
})
