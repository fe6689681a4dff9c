import { createBrowserJar, createConsentStore, importChoice, type DecisionReason } from 'assent/core'
import { fromKlaro } from 'assent/import/klaro'
import { fromReactHookConsent } from 'assent/import/react-hook-consent'
import { fromVanillaCookieconsent } from 'assent/import/vanilla-cookieconsent'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clearCookies } from '../browser/clear-cookies.js'
import { site } from '../fixtures/site.js'

const clear = (): void => {
  clearCookies()
  localStorage.clear()
}
beforeEach(clear)
afterEach(clear)

function start() {
  const store = createConsentStore(site, { jar: createBrowserJar() })
  const heard: DecisionReason[] = []
  store.onDecision((_, { reason }) => heard.push(reason))
  return { store, heard }
}
const klaro = fromKlaro({ analytics: ['matomo'] })
const KLARO = encodeURIComponent('{"matomo":true}')

it('becomes the record that a store starts with, and what it was made of goes', () => {
  document.cookie = `klaro=${KLARO}; path=/`
  localStorage.setItem('klaro', KLARO)
  const { store } = start()
  expect(importChoice(store, [klaro])?.via).toBe('import')
  const stop = store.start()
  expect(store.getState()).toMatchObject({ status: 'decided', record: { timestamp: null, via: 'import' } })
  expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
  expect(document.cookie).not.toContain('klaro')
  expect(localStorage.getItem('klaro')).toBeNull()
  stop()
})

it('is followed by a store that runs', () => {
  const { store, heard } = start()
  const stop = store.start()
  document.cookie = `klaro=${KLARO}; path=/`
  importChoice(store, [klaro])
  expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
  expect(heard).toEqual(['external'])
  stop()
})

it('does not come back after a reset', () => {
  document.cookie = `klaro=${KLARO}; path=/`
  const { store } = start()
  const stop = store.start()
  importChoice(store, [klaro])
  store.reset()
  expect(importChoice(store, [klaro])).toBeUndefined()
  expect(store.getState().status).toBe('undecided')
  stop()
})

it('changes nothing for a visitor who has refused here', () => {
  document.cookie = `klaro=${KLARO}; path=/`
  const { store } = start()
  const stop = store.start()
  store.rejectAll()
  expect(importChoice(store, [klaro])).toBeUndefined()
  expect(store.getState().grant.categories).toEqual(['essential'])
  stop()
})

it('may leave what it was made of', () => {
  document.cookie = `klaro=${KLARO}; path=/`
  importChoice(start().store, [fromKlaro({ analytics: ['matomo'] }, { keep: true })])
  expect(document.cookie).toContain('klaro')
})

it.each([
  ['klaro', klaro, 'klaro', KLARO],
  ['vanilla-cookieconsent', fromVanillaCookieconsent({ analytics: ['a'] }), 'cc_cookie', '{"categories":["a"]}'],
  ['react-hook-consent', fromReactHookConsent({ analytics: ['a'] }), 'react-hook-consent', '{"consent":["a"]}'],
])('is read from localStorage, where %s keeps it there', (_, importer, key, text) => {
  localStorage.setItem(key, text)
  expect(importChoice(start().store, [importer])?.categories).toEqual(['essential', 'analytics'])
  expect(localStorage.length).toBe(0)
})

it('comes from the cookie of the real vanilla-cookieconsent 3', async () => {
  const tool = await import('vanilla-cookieconsent')
  await tool.run({
    autoShow: false,
    categories: { necessary: { readOnly: true }, analytics: { services: { ga: {}, hj: {} } }, ads: {} },
    language: { default: 'en', translations: { en: { consentModal: {}, preferencesModal: { sections: [] } } } },
  })
  tool.acceptCategory(['analytics'])
  const importer = fromVanillaCookieconsent({
    analytics: ['analytics', 'analytics.ga', 'analytics.hj'],
    marketing: ['ads'],
  })
  const record = importChoice(start().store, [importer])
  expect(record).toMatchObject({ categories: ['essential', 'analytics'], language: 'en' })
  expect(Math.abs(Date.parse(String(record?.timestamp)) - Date.now())).toBeLessThan(60_000)
  expect(document.cookie).not.toContain('cc_cookie')
  tool.reset(true)
})
