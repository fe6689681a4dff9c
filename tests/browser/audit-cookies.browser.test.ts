import { auditCookies, createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clearCookies } from './clear-cookies.js'

const consent = defineConsent({
  version: 1,
  categories: { analytics: { name: 'Analytics', description: '', cookies: ['_ga*'], storage: ['_hj*'] } },
})

async function clear(): Promise<void> {
  clearCookies()
  for (const key of ['_hjid', 'mine']) {
    localStorage.removeItem(key)
    sessionStorage.removeItem(key)
  }
  indexedDB.deleteDatabase('_hjdb')
  await caches.delete('_hjcache')
}
beforeEach(clear)
afterEach(clear)

function openDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => reject(new Error(`${name} was not opened.`))
  })
}

const names = ['_ga', '_hjid', 'mine', '_hjdb', '_hjcache', 'other']

it('finds all that a page keeps, with the attributes of cookies, and changes nothing', async () => {
  document.cookie = '_ga=GA1.1; path=/; max-age=3600; samesite=strict'
  document.cookie = 'other=1'
  localStorage.setItem('_hjid', 'one')
  sessionStorage.setItem('mine', 'two')
  await openDatabase('_hjdb')
  await caches.open('_hjcache')
  const store = createConsentStore(consent, { jar: createBrowserJar() })
  store.acceptAll()

  const { entries, snippet } = await auditCookies(store)
  const found = entries.filter(({ name }) => names.includes(name))
  expect(found.map(({ kind, name, isAllowed }) => `${kind} ${name} ${isAllowed}`).sort()).toEqual([
    'caches _hjcache true',
    'cookie _ga true',
    'cookie other false',
    'indexedDB _hjdb true',
    'localStorage _hjid true',
    'sessionStorage mine false',
  ])
  const ga = found.find(({ name }) => name === '_ga')
  expect(ga?.attributes).toMatchObject({ path: '/', sameSite: 'strict' })
  expect((ga?.attributes?.expires?.getTime() ?? 0) / 1000).toBeCloseTo(Date.now() / 1000 + 3600, -2)
  expect(snippet).toContain('"other"')
  expect(snippet).toContain('"mine"')

  store.rejectAll()
  localStorage.setItem('_hjid', 'late')
  const after = await auditCookies(store)
  expect(after.entries.find(({ name }) => name === '_hjid')).toMatchObject({ isAllowed: false, value: 'late' })
  expect(localStorage.getItem('_hjid')).toBe('late')
})

it('checks the HttpOnly cookies that it is told of, which no script sees', async () => {
  const declared = defineConsent({
    version: 1,
    categories: { shop: { name: 'Shop', description: '', cookies: ['pref_*', { name: 'sid_*', httpOnly: true }] } },
  })
  document.cookie = 'sid_seen=1'
  const store = createConsentStore(declared, { jar: createBrowserJar() })
  const { entries } = await auditCookies(store, { httpOnly: ['pref_hidden', 'sid_hidden', 'sid_seen'] })
  const codesOf = (name: string) =>
    entries
      .filter((entry) => entry.name === name)
      .map(({ findings }) => findings.map(({ code }) => code).filter((code) => code.startsWith('http-only')))
  expect(codesOf('pref_hidden')).toEqual([['http-only-undeclared']])
  expect(codesOf('sid_hidden')).toEqual([[]])
  expect(codesOf('sid_seen')).toEqual([['http-only-missing']])
  document.cookie = 'sid_seen=; Max-Age=0'
})
