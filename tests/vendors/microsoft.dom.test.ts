import { createConsentStore, createMemoryJar, defineConsent } from 'assent/core'
import { clarityConsent, uetConsent } from 'assent/vendors'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decided, site, visit } from './visit.js'

type Clarity = ((...command: unknown[]) => void) & { q?: ArrayLike<unknown>[] }
const page = window as { uetq?: { push(...command: unknown[]): unknown }; clarity?: Clarity }

afterEach(() => {
  delete page.uetq
  delete page.clarity
})

describe('UET', () => {
  const uet = (ad_storage: string) => ({ ad_storage })

  it('denies by default, and updates at each choice', () => {
    const store = visit(site)
    uetConsent(store)
    store.rejectAll()
    store.save({ categories: ['marketing'] })
    store.save({ categories: ['analytics'] })
    expect(page.uetq).toEqual(
      [
        ['consent', 'default', uet('denied')],
        ['consent', 'update', uet('denied')],
        ['consent', 'update', uet('granted')],
        ['consent', 'update', uet('denied')],
      ].flat(),
    )
  })

  it('updates at once on a returning visit', () => {
    uetConsent(visit(site, decided(['marketing'])))
    expect(page.uetq).toEqual(['consent', 'default', uet('denied'), 'consent', 'update', uet('granted')])
  })

  it('tells the object that the tag puts in the place of the list', () => {
    const store = visit(site)
    const stop = uetConsent(store, { grantedBy: 'ads' })
    const push = vi.fn()
    page.uetq = { push }
    store.save({ categories: ['marketing'], services: ['ads'] })
    store.save({ categories: ['marketing'], services: ['meta'] })
    stop()
    store.acceptAll()
    expect(push.mock.calls).toEqual([
      ['consent', 'update', uet('granted')],
      ['consent', 'update', uet('denied')],
    ])
  })

  it('refuses a default that is not declared, in development builds', () => {
    const consent = defineConsent({ version: 1, categories: { ads: { name: '', description: '' } } })
    expect(() => uetConsent(visit(consent))).toThrow('"marketing"')
    expect(() => uetConsent(visit(consent), { grantedBy: 'ads' })).not.toThrow()
  })

  it('does nothing on a server', () => {
    vi.stubGlobal('document', undefined)
    uetConsent(visit(site))()
    expect(page.uetq).toBeUndefined()
  })
})

describe('Clarity', () => {
  const both = (ad_Storage: string, analytics_Storage: string) => ['consentv2', { ad_Storage, analytics_Storage }]
  const commands = () => (page.clarity?.q ?? []).map((command) => Array.from(command))

  it('is told of both, by a queue as its own snippet makes it', () => {
    const store = visit(site, decided(['analytics']))
    clarityConsent(store)
    store.save({ categories: ['marketing'] })
    store.rejectAll()
    expect(commands()).toEqual([
      both('denied', 'denied'),
      both('denied', 'granted'),
      both('granted', 'denied'),
      both('denied', 'denied'),
    ])
    for (const command of page.clarity?.q ?? [])
      expect(Object.prototype.toString.call(command)).toBe('[object Arguments]')
  })

  it('is told by the function that the page has, and by the one that replaces it', () => {
    const before = vi.fn()
    const after = vi.fn()
    page.clarity = before
    const store = visit(site)
    const stop = clarityConsent(store, { grantedBy: { analytics_Storage: 'clarity', ad_Storage: false } })
    page.clarity = after
    store.acceptAll()
    stop()
    store.rejectAll()
    expect(before.mock.calls).toEqual([both('denied', 'denied')])
    expect(after.mock.calls).toEqual([both('denied', 'granted')])
  })

  it('is told of a withdrawal before it erases', () => {
    const jar = createMemoryJar(`${decided(['analytics'])}; _clck=1`)
    const store = createConsentStore(site, { jar })
    store.start()
    clarityConsent(store)
    const there: (string | undefined)[] = []
    page.clarity = () => there.push(jar.get('_clck'))
    store.rejectAll()
    expect(there).toEqual(['1'])
    expect(jar.get('_clck')).toBeUndefined()
  })

  it('does nothing on a server', () => {
    vi.stubGlobal('document', undefined)
    clarityConsent(visit(site))()
    expect(page.clarity).toBeUndefined()
  })
})
