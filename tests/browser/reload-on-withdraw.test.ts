import { createConsentStore, createMemoryJar, defineConsent, postChoices, reloadOnWithdraw } from 'assent/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createScriptsRun } from '../../src/browser/scripts-run.js'
import { NOON } from '../fixtures/site.js'

const text = { name: '', description: '' }
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { ...text, required: true },
    analytics: text,
    marketing: { ...text, services: { meta: { name: '' }, uet: { name: '' } } },
  },
  endpoint: '/consent',
})

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

function openPage() {
  const store = createConsentStore(consent, { jar: createMemoryJar() })
  const reload = vi.fn()
  const stop = reloadOnWithdraw(store, { reload })
  store.start()
  store.acceptAll()
  return { store, reload, stop }
}
const soon = () => vi.advanceTimersByTimeAsync(0)

describe('a withdrawal reloads the page', () => {
  it.each<
    [
      string,
      { category: string; service?: string },
      { categories: (typeof consent.ids)[number][]; services?: string[] },
      boolean,
    ]
  >([
    ['where a script of the category has run', { category: 'analytics' }, { categories: ['marketing'] }, true],
    ['where a script of another one has run: not', { category: 'marketing' }, { categories: ['marketing'] }, false],
    [
      'where a script of a service of the category has run',
      { category: 'marketing', service: 'meta' },
      { categories: ['analytics'] },
      true,
    ],
    [
      'where a script of the unticked service has run',
      { category: 'marketing', service: 'meta' },
      { categories: ['analytics', 'marketing'], services: ['uet'] },
      true,
    ],
    [
      'where a script of the service that stays has run: not',
      { category: 'marketing', service: 'uet' },
      { categories: ['analytics', 'marketing'], services: ['uet'] },
      false,
    ],
  ])('%s', async (_, owner, choice, isReloaded) => {
    const { store, reload } = openPage()
    store.once(createScriptsRun).add(owner)
    store.save(choice)
    await soon()
    expect(reload).toHaveBeenCalledTimes(Number(isReloaded))
  })

  it('not where nothing has run, nor at a grant, nor when it was stopped', async () => {
    const { store, reload, stop } = openPage()
    store.rejectAll()
    await soon()
    store.once(createScriptsRun).add({ category: 'analytics' })
    store.acceptAll()
    await soon()
    stop()
    store.rejectAll()
    await soon()
    expect(reload).not.toHaveBeenCalled()
  })

  it('not for what has run in another page', async () => {
    const { store, reload } = openPage()
    openPage().store.once(createScriptsRun).add({ category: 'analytics' })
    store.rejectAll()
    await soon()
    expect(reload).not.toHaveBeenCalled()
  })

  it.each(['settled', 'failed'])('once the post of the choice has %s', async (how) => {
    const { store, reload } = openPage()
    let end: (() => void) | undefined
    const fetch = () =>
      new Promise<Response>((resolve, reject) => {
        end = () => (how === 'settled' ? resolve(new Response()) : reject(new TypeError('offline')))
      })
    postChoices(store, { fetch })
    store.once(createScriptsRun).add({ category: 'analytics' })
    store.rejectAll()
    await vi.advanceTimersByTimeAsync(2000)
    expect(reload).not.toHaveBeenCalled()
    end?.()
    await soon()
    expect(reload).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('after three seconds where the post hangs', async () => {
    const { store, reload } = openPage()
    postChoices(store, { fetch: () => new Promise(() => undefined) })
    store.once(createScriptsRun).add({ category: 'analytics' })
    store.rejectAll()
    await vi.advanceTimersByTimeAsync(2999)
    expect(reload).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(reload).toHaveBeenCalledTimes(1)
  })
})
