import { ConsentError, defineConsent, importRecord, parseRecord, statusOf, stringifyRecord } from 'assent/core'
import { fromDjangoCookieConsent } from 'assent/import/django-cookie-consent'
import { fromKlaro } from 'assent/import/klaro'
import { fromOsano } from 'assent/import/osano'
import { afterEach, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../fixtures/site.js'

const media = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true },
    media: { name: 'Media', description: '', services: { youtube: { name: 'YouTube' }, vimeo: { name: 'Vimeo' } } },
  },
})
const klaro = (services: object) => `klaro=${JSON.stringify(services)}`
const now = NOON

afterEach(() => {
  vi.unstubAllEnvs()
})

it('is a record of ours: of the current policy, imported, at an unknown time', () => {
  const record = importRecord(klaro({ matomo: true }), site, [fromKlaro({ analytics: ['matomo'] })], { now })
  expect(record).toEqual({
    categories: ['essential', 'analytics'],
    services: undefined,
    timestamp: null,
    version: 2,
    via: 'import',
    id: undefined,
    language: undefined,
  })
})

it('counts when it is read back, with its unknown time', () => {
  const record = importRecord(klaro({ matomo: true }), site, [fromKlaro({ analytics: ['matomo'] })], { now })
  const readBack = record && parseRecord(stringifyRecord(record), site, { now })
  expect(readBack).toEqual(record)
  expect(statusOf(readBack, site, now)).toBe('decided')
})

it.each([
  ['one service of two', { a: true, b: false }, ['essential', 'media'], ['youtube']],
  ['both', { a: true, b: true }, ['essential', 'media'], ['youtube', 'vimeo']],
  ['none', { a: false, b: false }, ['essential'], undefined],
])('grants a category by its services: %s', (_, services, categories, granted) => {
  const importers = [fromKlaro({ media: { youtube: ['a'], vimeo: ['b'] } })]
  expect(importRecord(klaro(services), media, importers, { now })).toMatchObject({ categories, services: granted })
})

it('does not grant what a category sets itself for one of its services alone', () => {
  const importers = [fromKlaro({ marketing: { meta: ['a'], uet: ['b'] } })]
  expect(importRecord(klaro({ a: true, b: false }), site, importers, { now })?.categories).toEqual(['essential'])
  expect(importRecord(klaro({ a: true, b: true }), site, importers, { now })).toMatchObject({
    categories: ['essential', 'marketing'],
    services: ['meta', 'uet'],
  })
})

it('grants nothing for no names', () => {
  const importers = [fromKlaro({ analytics: [], marketing: {} })]
  expect(importRecord(klaro({ a: true }), site, importers, { now })?.categories).toEqual(['essential'])
})

it.each([
  ['decided here', recordCookie()],
  ['decided here on an older policy', recordCookie({ version: 1 })],
  ['decided here in a way that cannot be read', 'cookie_consent=%7B'],
  ['two records', `${recordCookie()}; ${recordCookie()}`],
])('does nothing for a visitor with %s', (_, own) => {
  const importers = [fromKlaro({ analytics: ['matomo'] })]
  expect(importRecord(`${own}; ${klaro({ matomo: true })}`, site, importers, { now })).toBeUndefined()
})

it("reads another tool's cookie of our name", () => {
  const header = 'cookie_consent="analytics=2026-02-20T01:08:58.262162+00:00|social=-1"'
  const importers = [fromKlaro({ analytics: ['matomo'] }), fromDjangoCookieConsent({ analytics: ['analytics'] })]
  expect(importRecord(header, site, importers, { now })).toMatchObject({
    categories: ['essential', 'analytics'],
    timestamp: '2026-02-20T01:08:58.262Z',
  })
  expect(importRecord(recordCookie(), site, importers, { now })).toBeUndefined()
})

it('takes the first tool that tells of a choice', () => {
  const importers = [fromOsano(['analytics']), fromKlaro({ analytics: ['matomo'] })]
  const header = `cookieconsent_status=dismiss; ${klaro({ matomo: true })}`
  expect(importRecord(header, site, importers, { now })?.categories).toEqual(['essential', 'analytics'])
  expect(importRecord(`cookieconsent_status=deny; ${klaro({ matomo: true })}`, site, importers, { now })).toMatchObject(
    {
      categories: ['essential'],
    },
  )
})

it('takes the headers of a request, and the clock', () => {
  const headers = new Headers({ cookie: klaro({ matomo: true }) })
  expect(importRecord(headers, site, [fromKlaro({ analytics: ['matomo'] })])?.categories).toContain('analytics')
  expect(importRecord(null, site, [fromKlaro({ analytics: ['matomo'] })])).toBeUndefined()
})

it.each([{ analitics: ['matomo'] }, { marketing: { gtm: ['gtm'] } }])(
  'refuses a map to what is not declared: %j',
  (map) => {
    const read = () => importRecord(klaro({ gtm: true, matomo: true }), site, [fromKlaro(map)], { now })
    expect(read).toThrow(ConsentError)
    expect(read).toThrow('An import maps to')
    vi.stubEnv('NODE_ENV', 'production')
    expect(read()?.categories.filter((id) => id === 'analytics')).toEqual([])
  },
)
