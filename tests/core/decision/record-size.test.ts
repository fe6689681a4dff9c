import {
  createConsentStore,
  createMemoryJar,
  defineConsent,
  encodeValue,
  parseRecord,
  stringifyRecord,
  type ConsentRecord,
} from 'assent/core'
import { consentHandler, readConsent } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOON } from '../../fixtures/site.js'

const idsOf = (count: number, prefix = 'advertising-partner-') =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const siteOf = (ids: readonly string[], name?: string) =>
  defineConsent({
    version: 1,
    cookie: { name },
    categories: {
      essential: { name: 'Essential', description: '', required: true },
      ads: {
        name: 'Ads',
        description: '',
        cookies: ['ad'],
        services: Object.fromEntries(ids.map((id) => [id, { name: id }])),
      },
    },
  })
const recordOf = (services: readonly string[]): ConsentRecord => ({
  categories: ['essential', 'ads'],
  services,
  timestamp: '2026-02-01T00:00:00.000Z',
  version: 1,
  id: '1'.repeat(40),
  via: 'save',
  language: 'en',
})
const ids = idsOf(150)
const site = siteOf(ids)
const parse = (text: string, consent: ReturnType<typeof siteOf> = site) => parseRecord(text, consent, { now: NOON })
const bytes = (text: string) => 'cookie_consent'.length + encodeValue(text).length

describe('the record of a choice among 150 services', () => {
  it.each([
    ['all but one', ids.slice(1)],
    ['all but the last', ids.slice(0, -1)],
    ['all', ids],
    ['none', []],
    ['one', ids.slice(0, 1)],
    ['every second', ids.filter((_, i) => i % 2)],
    ['two thirds', ids.slice(50)],
    ['one third', ids.slice(100)],
  ])('fits with %s granted, and is read back', (_, services) => {
    const text = stringifyRecord(recordOf(services), site)
    expect(bytes(text)).toBeLessThanOrEqual(4096)
    expect(createMemoryJar().set('cookie_consent', text)).toEqual({ ok: true, verified: true })
    expect(parse(text)).toEqual(recordOf(services))
  })

  it('lists what is granted wherever that fits', () => {
    const record = recordOf(ids.slice(100))
    expect(stringifyRecord(record, site)).toBe(JSON.stringify(record))
    expect(stringifyRecord(recordOf(ids))).toBe(JSON.stringify(recordOf(ids))) // without a declaration
  })

  it('is read back whatever is granted', () => {
    fc.assert(
      fc.property(fc.subarray(ids), (services) => {
        const text = stringifyRecord(recordOf(services), site)
        expect(bytes(text)).toBeLessThanOrEqual(4096)
        expect(parse(text)?.services).toEqual(services)
      }),
    )
  })

  it('grants no service to a reader that knows nothing of the list of those refused', () => {
    const read = JSON.parse(stringifyRecord(recordOf(ids.slice(1)), site)) as { services: string[]; refused: string[] }
    expect(read.services).toEqual([])
    expect(read.refused).toEqual([ids[0]])
  })

  it.each<[string, readonly string[]]>([
    ['declared later', [...ids, 'newcomer']],
    ['in the place of another', [...ids.slice(0, -1), 'advertising-partner-x49']],
    ['taken away', ids.slice(0, -1)],
    ['of another name and the same length', [...ids.slice(0, -1), 'advertising-partner-14x']],
  ])('grants nobody what was not chosen: a service %s', (_, later) => {
    const services = parse(stringifyRecord(recordOf(ids.slice(1)), site), siteOf(later))?.services
    expect(services).toEqual([])
  })

  it('counts whatever the order in which they are declared', () => {
    const turned = siteOf([...ids].reverse())
    expect(parse(stringifyRecord(recordOf(ids.slice(1)), site), turned)?.services?.length).toBe(149)
  })

  it.each<[string, Record<string, unknown>]>([
    ['no sum', { among: undefined }],
    ['a sum as text', { among: '1' }],
    ['no list of services', { among: undefined, services: undefined }],
    ['refusals that are no list', { refused: 'all' }],
    ['refusals that are no list, and no services', { refused: {}, services: undefined }],
    ['refusals that are no texts', { refused: [1] }],
  ])('grants no service with %s', (_, members) => {
    const full = JSON.parse(stringifyRecord(recordOf(ids.slice(1)), site)) as object
    expect(parse(JSON.stringify({ ...full, ...members }))?.services).toEqual([])
  })

  it('is set and signed by the endpoint, and read by a server', async () => {
    const secret = 'a secret of this test, and of no site'
    const handle = consentHandler({ consent: site, secret, clock: () => NOON })
    const body = JSON.stringify({ choice: 'save', categories: ['ads'], services: ids.slice(1) })
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const reply = await handle(new Request('https://shop.example/consent', { method: 'POST', body, headers }))
    const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    for (const pair of cookie) expect(pair.length).toBeLessThanOrEqual(4097)
    const read = readConsent(new Headers({ cookie: cookie.join('; ') }), site, { secret, now: NOON })
    expect(read).toMatchObject({ status: 'decided', verified: true })
    expect(read.grant.services).toEqual(ids.slice(1))
  })
})

describe('a declaration of more than a record holds', () => {
  it.each([
    ['400 services', () => siteOf(idsOf(400))],
    ['250 services with long names', () => siteOf(idsOf(250))],
    ['a name as long as the cookie', () => siteOf(['one'], 'c'.repeat(4000))],
  ])('is refused: %s', (_, define) => {
    expect(define).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(define).toThrow(/4096 bytes/)
  })

  it.each([
    ['150 services', () => siteOf(ids)],
    ['200 services', () => siteOf(idsOf(200))],
    ['350 services with short names', () => siteOf(idsOf(350, 's'))],
  ])('is not refused where half of it fits: %s', (_, define) => {
    expect(define).not.toThrow()
    const many = define()
    const all = Object.keys(many.categories.ads.services)
    const half = all.filter((_, i) => i % 2)
    expect(bytes(stringifyRecord(recordOf(half), many))).toBeLessThanOrEqual(4096)
  })
})

it('a store keeps the choice, and does not ask again', () => {
  const jar = createMemoryJar()
  const store = createConsentStore(site, { jar, clock: () => NOON })
  expect(store.save({ categories: ['ads'], services: ids.slice(1) })).toEqual({ ok: true, verified: true })
  const next = createConsentStore(site, { jar, clock: () => NOON })
  const stop = next.start()
  expect(next.getState().status).toBe('decided')
  expect(next.getState().grant.services).toEqual(ids.slice(1))
  stop()
})
