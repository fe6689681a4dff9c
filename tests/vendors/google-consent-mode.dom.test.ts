import { createConsentStore, createMemoryJar, defineConsent, type ConsentStore } from 'assent/core'
import { googleConsentMode } from 'assent/vendors'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decided, site, visit } from './visit.js'

const page = window as { dataLayer?: ArrayLike<unknown>[] }
const commands = () => (page.dataLayer ?? []).map((command) => Array.from(command))
const NAMES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
]
/** All seven types: granted are these, and `security_storage`. */
const states = (...granted: string[]) =>
  Object.fromEntries(
    NAMES.map((name) => [name, [...granted, 'security_storage'].includes(name) ? 'granted' : 'denied']),
  )
const ADS = ['ad_storage', 'ad_user_data', 'ad_personalization']
const FUNCTIONAL = ['functionality_storage', 'personalization_storage']

afterEach(() => {
  delete page.dataLayer
})

describe("Google's consent mode", () => {
  it('denies all seven types but security, before anything else', () => {
    googleConsentMode(visit(site), { mode: 'advanced' })
    expect(commands()).toEqual([['consent', 'default', states()]])
  })

  it('pushes arguments, which an array is not', () => {
    const store = visit(site)
    googleConsentMode(store, { mode: 'advanced', settings: { url_passthrough: true } })
    store.acceptAll()
    expect(page.dataLayer).toHaveLength(3)
    for (const command of page.dataLayer ?? [])
      expect(Object.prototype.toString.call(command)).toBe('[object Arguments]')
  })

  it('goes on in the list that the page has', () => {
    const list = (page.dataLayer = [{ length: 0 }])
    googleConsentMode(visit(site), { mode: 'advanced' })
    expect(page.dataLayer).toBe(list)
    expect(list).toHaveLength(2)
  })

  it('updates at each choice, refusals too', () => {
    const store = visit(site)
    googleConsentMode(store, { mode: 'advanced' })
    store.rejectAll()
    store.save({ categories: ['analytics'] })
    store.acceptAll()
    store.rejectAll()
    expect(commands().slice(1)).toEqual([
      ['consent', 'update', states()],
      ['consent', 'update', states('analytics_storage')],
      ['consent', 'update', states(...ADS, 'analytics_storage', ...FUNCTIONAL)],
      ['consent', 'update', states()],
    ])
  })

  it('says nothing of ticks and of the open panel', () => {
    const store = visit(site)
    googleConsentMode(store, { mode: 'advanced' })
    store.openPreferences()
    store.setDraft({ categories: ['analytics'] })
    store.closePreferences()
    expect(commands()).toHaveLength(1)
  })

  it('updates at once on a returning visit, after the default', () => {
    googleConsentMode(visit(site, decided(['analytics'])), { mode: 'advanced' })
    expect(commands()).toEqual([
      ['consent', 'default', states()],
      ['consent', 'update', states('analytics_storage')],
    ])
  })

  it('updates when a store that was not started reads the choice', () => {
    const store = visit(site, decided(['marketing']), false)
    googleConsentMode(store, { mode: 'advanced' })
    expect(commands()).toHaveLength(1)
    store.start()
    expect(commands().slice(1)).toEqual([['consent', 'update', states(...ADS)]])
  })

  it('updates where a regime grants without a choice', () => {
    const consent = defineConsent({
      version: 1,
      categories: { analytics: { name: '', description: '', regime: 'exempt' } },
    })
    googleConsentMode(visit(consent), { mode: 'advanced' })
    expect(commands()[1]).toEqual(['consent', 'update', states('analytics_storage')])
  })

  it('takes back what a forgotten choice granted', () => {
    const store = visit(site, decided(['analytics']))
    googleConsentMode(store, { mode: 'advanced' })
    store.reset()
    expect(commands().at(-1)).toEqual(['consent', 'update', states()])
  })

  it('is told of a withdrawal before it erases', () => {
    const jar = createMemoryJar(`${decided(['analytics'])}; _ga=GA1`)
    const store = createConsentStore(site, { jar })
    store.start()
    googleConsentMode(store, { mode: 'advanced' })
    const there: [unknown, string | undefined][] = []
    const push = vi.spyOn(page.dataLayer ?? [], 'push').mockImplementation((command) => {
      const { analytics_storage } = command[2] as { analytics_storage: string }
      return there.push([analytics_storage, jar.get('_ga')])
    })
    store.rejectAll()
    expect(push).toHaveBeenCalledOnce()
    expect(there).toEqual([['denied', 'GA1']])
    expect(jar.get('_ga')).toBeUndefined()
  })

  it('heeds the other settings, each when it is given', () => {
    googleConsentMode(visit(site, decided(['analytics'])), {
      mode: 'advanced',
      waitForUpdate: 500,
      settings: { ads_data_redaction: true, url_passthrough: true },
    })
    expect(commands()).toEqual([
      ['consent', 'default', { ...states(), wait_for_update: 500 }],
      ['set', 'ads_data_redaction', true],
      ['set', 'url_passthrough', true],
      ['consent', 'update', states('analytics_storage')],
    ])
  })

  it('pushes no default where the HTML has pushed one', () => {
    page.dataLayer = [['js'], ['consent', 'default', { ad_storage: 'denied', wait_for_update: 500 }]]
    googleConsentMode(visit(site, decided(['analytics'])), { mode: 'advanced' })
    expect(commands().slice(2)).toEqual([['consent', 'update', states('analytics_storage')]])
  })

  it('takes services, and nothing, for what grants a type', () => {
    const store = visit(site, decided(['marketing', 'functional'], ['ads']))
    googleConsentMode(store, {
      mode: 'advanced',
      grantedBy: { ad_storage: 'ads', ad_user_data: 'meta', functionality_storage: false },
    })
    expect(commands().at(-1)).toEqual([
      'consent',
      'update',
      states('ad_storage', 'ad_personalization', 'personalization_storage'),
    ])
  })

  it('denies what no category is declared for', () => {
    const consent = defineConsent({ version: 1, categories: { analytics: { name: '', description: '' } } })
    const store = visit(consent)
    googleConsentMode(store, { mode: 'advanced' })
    store.acceptAll()
    expect(commands().at(-1)).toEqual(['consent', 'update', states('analytics_storage')])
  })

  it('refuses an id that is not declared, in development builds', () => {
    const follow = () =>
      // @ts-expect-error -- 'advertising' is neither a category nor a service
      googleConsentMode(visit(site), { mode: 'advanced', grantedBy: { ad_storage: 'advertising' } })
    expect(follow).toThrow(/"advertising".*essential, functional, analytics, marketing, clarity, ads, meta/)
    vi.stubEnv('NODE_ENV', 'production')
    expect(follow).not.toThrow()
  })

  it('says nothing once it is stopped', () => {
    const store = visit(site)
    googleConsentMode(store, { mode: 'advanced' })()
    store.acceptAll()
    expect(commands()).toHaveLength(1)
  })

  it('does nothing on a server', () => {
    vi.stubGlobal('document', undefined)
    googleConsentMode(visit(site, decided(['analytics'])), { mode: 'advanced' })()
    expect(page.dataLayer).toBeUndefined()
  })
})

describe('the basic mode', () => {
  const loads = (cookies?: string) => {
    const store = visit(site, cookies)
    const load = vi.fn(() => commands().length)
    const stop = googleConsentMode(store, { mode: 'basic', load })
    return { store, load, stop }
  }

  it('loads the tag once, at the first grant, after the tag is told of it', () => {
    const { store, load } = loads()
    store.rejectAll()
    store.save({ categories: ['functional'] })
    expect(load).not.toHaveBeenCalled()
    store.save({ categories: ['marketing'] })
    store.rejectAll()
    store.acceptAll()
    expect(load).toHaveBeenCalledOnce()
    expect(load).toHaveReturnedWith(4) // default, and three updates
  })

  it('loads it at once on a returning visit that grants it', () => {
    const { load } = loads(decided(['analytics']))
    expect(load).toHaveBeenCalledOnce()
    expect(load).toHaveReturnedWith(2)
  })

  it('loads nothing once it is stopped', () => {
    const { store, load, stop } = loads()
    stop()
    store.acceptAll()
    expect(load).not.toHaveBeenCalled()
  })

  it.each<[string, (follow: (store?: ConsentStore<typeof site>) => () => void) => void]>([
    ['called twice', (follow) => [follow(), follow()]],
    [
      'called again after its stop, as StrictMode does',
      (follow) => {
        follow()()
        follow()
      },
    ],
    ['called for two stores', (follow) => [follow(), follow(visit(site, decided(['analytics'])))]],
    [
      'called for a store after another, as a provider that is mounted again does',
      (follow) => {
        follow()()
        follow(visit(site, decided(['analytics'])))
      },
    ],
  ])('loads the tag once a page: %s', (_, call) => {
    const loads = vi.fn()
    const store = visit(site, decided(['analytics']))
    call((given = store) => googleConsentMode(given, { mode: 'basic', load: () => loads() as undefined }))
    store.rejectAll()
    store.acceptAll()
    expect(loads).toHaveBeenCalledOnce()
    expect(commands().filter(([, command]) => command === 'default')).toHaveLength(1)
  })

  it('loads it at the call that follows a grant which nobody followed', () => {
    const { store, load, stop } = loads()
    stop()
    store.acceptAll()
    googleConsentMode(store, { mode: 'basic', load })
    expect(load).toHaveBeenCalledOnce()
    expect(commands().map(([, command]) => command)).toEqual(['default', 'update'])
  })

  it('needs a way to load, and the mode to be named', () => {
    // @ts-expect-error -- no load
    googleConsentMode(visit(site), { mode: 'basic' })()
    // @ts-expect-error -- no mode
    googleConsentMode(visit(site), {})()
    expect(commands()).toHaveLength(1)
  })
})
