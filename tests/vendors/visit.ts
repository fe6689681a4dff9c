import {
  createConsentStore,
  createMemoryJar,
  defineConsent,
  snapshotOf,
  stringifyRecord,
  type Consent,
} from 'assent/core'

const text = { name: '', description: '' }

/** A site with a category for each default of the vendors, and services in two of them. */
export const site = defineConsent({
  version: 1,
  categories: {
    essential: { ...text, required: true },
    functional: text,
    analytics: { ...text, cookies: ['_ga*'], services: { clarity: { name: 'Clarity', cookies: ['_cl*'] } } },
    marketing: {
      ...text,
      cookies: ['_gcl_*'],
      services: { ads: { name: 'Google Ads' }, meta: { name: 'Meta Pixel', cookies: ['_fbp'] } },
    },
  },
})

/** The consent cookie of a visitor who granted these before. */
export function decided(categories: readonly string[], services?: readonly string[]): string {
  const record = { categories, services, timestamp: new Date().toISOString(), version: 1, via: 'save' as const }
  return `cookie_consent=${encodeURIComponent(stringifyRecord(record))}`
}

/** A store of a page that was rendered for this visitor, or, without `isRendered`, for everyone. */
export function visit<C extends Consent>(consent: C, cookies = '', isRendered = true) {
  return createConsentStore(consent, {
    jar: createMemoryJar(cookies),
    snapshot: isRendered ? snapshotOf(cookies, consent) : undefined,
  })
}
