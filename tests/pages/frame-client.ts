// A page that is put into a frame of another site: a declaration, its store and its jar.
import { createBrowserJar, createConsentStore, defineConsent, defineCookie } from 'assent/core'

const jar = createBrowserJar()
const consent = defineConsent({
  version: 1,
  categories: {
    analytics: {
      name: 'Analytics',
      description: '',
      cookies: ['_ga*', 'AMCV_*', 'prefs*', 'language', defineCookie('cart', { path: '/shop', partitioned: true })],
    },
  },
  cookie: { sameSite: 'none', secure: true },
})
const store = createConsentStore(consent, { jar })
store.start()
Object.assign(window, { jar, store })
