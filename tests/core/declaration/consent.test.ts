import { defineConsent, type Consent, type Grant } from 'assent/core'
import { describe, expect, it } from 'vitest'
import { site } from '../../fixtures/site.js'

const grant = (categories: string[], services: string[] = []): Grant => ({ categories, services, changesAt: null })
const nothing = grant([])
const everything = grant(['essential', 'functional', 'analytics', 'marketing'], ['meta', 'uet'])

it.each<[string, string | undefined]>([
  ['sessionid', 'essential'],
  ['shopping_cart', 'essential'],
  ['theme', 'functional'],
  ['pref_', 'functional'],
  ['pref_items_per_page', 'functional'],
  ['_ga', 'analytics'],
  ['_ga_DEMO', 'analytics'],
  ['_fbp', 'marketing'],
  ['_uetsid', 'marketing'],
  ['ad_id', 'marketing'],
  ['xpref_', undefined],
  ['foo_ga', undefined],
  ['other', undefined],
  ['Theme', undefined],
  ['', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
])('%j belongs to %s', (name, category) => {
  expect(site.categoryOf(name)).toBe(category)
  expect(site.ownersOf(name)[0]?.category).toBe(category)
})

it('knows the service that owns a cookie', () => {
  expect(site.ownersOf('fb_x')).toMatchObject([{ category: 'marketing', service: 'meta' }])
  expect(site.ownersOf('ad_x')).toMatchObject([{ category: 'marketing', service: undefined }])
  expect(site.ownersOf('x')).toEqual([])
})

describe('a cookie', () => {
  it('of a required category is always allowed', () => {
    for (const name of ['sessionid', 'csrftoken', 'shopping_cart']) {
      expect(site.isEssential(name)).toBe(true)
      expect(site.isCookieAllowed(name, nothing)).toBe(true)
    }
  })

  it('of another category needs its grant', () => {
    expect(site.isEssential('theme')).toBe(false)
    expect(site.isCookieAllowed('theme', nothing)).toBe(false)
    expect(site.isCookieAllowed('theme', grant(['functional']))).toBe(true)
    expect(site.isCookieAllowed('theme', grant(['analytics', 'marketing'], ['meta']))).toBe(false)
  })

  it('of a service needs the grant of both', () => {
    expect(site.isCookieAllowed('_fbp', grant(['marketing'], ['meta']))).toBe(true)
    expect(site.isCookieAllowed('_fbp', grant(['marketing'], ['uet']))).toBe(false)
    expect(site.isCookieAllowed('_fbp', grant([], ['meta']))).toBe(false)
    expect(site.isCookieAllowed('ad_x', grant(['marketing']))).toBe(true)
  })

  it.each(['other', '', 'foo_gid', 'cookie_consent_', 'cookie_consent.sig2', 'xcookie_consent'])(
    'named %j, that nobody declares, is refused whatever is granted',
    (name) => {
      expect(site.isCookieAllowed(name, everything)).toBe(false)
      expect(site.isEssential(name)).toBe(false)
    },
  )
})

describe('the consent cookie', () => {
  const essentials: [string, Consent, string][] = [
    ['undeclared', site, 'cookie_consent'],
    [
      'named otherwise',
      defineConsent({ version: 1, categories: site.categories, cookie: { name: 'choice' } }),
      'choice',
    ],
    [
      'declared in a category that can be refused',
      defineConsent({
        version: 1,
        categories: { ads: { name: '', description: '', cookies: ['cookie_consent', '*_consent.sig'] } },
      }),
      'cookie_consent',
    ],
  ]
  it.each(essentials)('and its signature are essential: %s', (_, consent, name) => {
    for (const own of [name, `${name}.sig`]) {
      expect(consent.isEssential(own)).toBe(true)
      expect(consent.isCookieAllowed(own, nothing)).toBe(true)
    }
  })

  it('has only the name that it was given', () => {
    const consent = defineConsent({ version: 1, categories: site.categories, cookie: { name: 'choice' } })
    expect(consent.isEssential('cookie_consent')).toBe(false)
  })
})
