import { defineConsent } from 'assent/core'

/** A shop whose visitors decide on analytics. */
export const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['lang', 'sessionid'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga'] },
  },
  endpoint: '/consent',
})
