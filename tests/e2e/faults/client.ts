// The page of a shop that posts its choices, erases storage and tells what went wrong.
import { createBrowserJar, createBrowserStorage, createConsentStore, defineConsent, postChoices } from 'assent/core'

/** What the page tells a test. */
export interface Shop {
  readonly store: ReturnType<typeof createShop>
  readonly errors: string[]
  readonly erased: { readonly gone: readonly string[]; readonly left: readonly string[] }[]
}

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true, storage: ['cart'] },
    analytics: { name: 'Analytics', description: 'Measures.', cookies: ['_ga'], storage: ['_hj*'] },
  },
  endpoint: '/consent',
})
const errors: string[] = []
const erased: Shop['erased'] = []
const createShop = () =>
  createConsentStore<typeof consent>(consent, {
    jar: createBrowserJar(),
    storage: createBrowserStorage(),
    onError: (error) => errors.push(String(error)),
  })
const store = createShop()
store.onErase(({ gone, left }) => {
  erased.push({
    gone: gone.map(({ kind, name }) => `${kind} ${name}`).sort(),
    left: left.map(({ kind, name, reason }) => `${kind} ${name} ${reason}`).sort(),
  })
})
store.start()
postChoices(store)
Object.assign(window, { shop: { store, errors, erased } satisfies Shop })

// A page that comes back sets its cookie again, and tells what it then grants until it is done.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  document.cookie = '_ga=1; path=/'
  const tell = () => void navigator.sendBeacon('/told', store.getState().grant.categories.join())
  store.subscribe(tell)
  tell()
})
