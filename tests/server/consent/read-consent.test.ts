import { defineConsent } from 'assent/core'
import { readConsent } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'

const request = (cookie: string, headers: Readonly<Record<string, string>> = {}) =>
  new Request('https://shop.example/', { headers: { cookie, ...headers } })
const read = (cookie: string) => readConsent(request(cookie), site, { now: NOON })
const nothing = { categories: ['essential'], services: [], changesAt: null }

describe('the consent of a request', () => {
  it('is what its record says', () => {
    const consent = read(`theme=dark; ${recordCookie({ categories: ['analytics', 'marketing'], services: ['meta'] })}`)
    expect(consent).toMatchObject({
      status: 'decided',
      record: { categories: ['essential', 'analytics', 'marketing'], version: 2 },
      grant: { categories: ['essential', 'analytics', 'marketing'], services: ['meta'] },
    })
  })

  it('says of every cookie whether it may be set', () => {
    const { isCookieAllowed } = read(recordCookie({ categories: ['analytics', 'marketing'], services: ['meta'] }))
    const names = [
      'sessionid',
      '_ga',
      '_fbp',
      '_uetsid',
      'ad_x',
      'theme',
      'other',
      'foo_gid',
      'cookie_consent',
      'cookie_consent.sig',
    ]
    expect(names.filter((name) => isCookieAllowed(name))).toEqual([
      'sessionid',
      '_ga',
      '_fbp',
      'ad_x',
      'cookie_consent',
      'cookie_consent.sig',
    ])
  })

  it.each([
    ['nothing at all', null],
    ['an undefined header', undefined],
    ['a Request without cookies', new Request('https://shop.example/')],
    ['Headers without cookies', new Headers()],
    ['a record that is none', request('cookie_consent={"categories":["analytics"]}')],
    ['a cut record', request(recordCookie({ categories: ['analytics'] }).slice(0, -6))],
    ['a record of too many bytes', request(`cookie_consent=${'['.repeat(5000)}`)],
  ])('is undecided of %s', (_, source) => {
    expect(readConsent(source, site, { now: NOON })).toMatchObject({
      status: 'undecided',
      record: undefined,
      grant: nothing,
    })
  })

  it('is read from headers that have a member of that name, as those of Next.js', () => {
    const headers = new Headers({ cookie: recordCookie({ categories: ['analytics'] }) })
    const source = { headers: {}, get: (name: string) => headers.get(name) }
    expect(readConsent(source, site, { now: NOON }).grant.categories).toEqual(['essential', 'analytics'])
  })

  it('is undecided when the cookie is there twice', () => {
    const yes = recordCookie({ categories: ['analytics'] })
    const no = recordCookie()
    for (const cookie of [`${yes}; ${no}`, `${no}; ${yes}`, `${yes}; ${yes}`])
      expect(read(cookie)).toMatchObject({ status: 'undecided', grant: nothing })
  })

  it.each([
    ['outdated', recordCookie({ version: 1, categories: ['analytics'] })],
    ['expired', recordCookie({ timestamp: '2025-01-01T00:00:00Z', categories: ['analytics'] })],
  ])('is %s, and grants nothing', (status, cookie) => {
    expect(read(cookie)).toMatchObject({ status, record: { categories: ['essential', 'analytics'] }, grant: nothing })
  })

  it('is read as js-cookie, as encodeURIComponent and as Python write it', () => {
    const json = '{"categories":["analytics"],"timestamp":"2026-02-01T00:00:00.000Z","version":2}'
    const python =
      '"{\\"categories\\": [\\"analytics\\"]\\054 \\"timestamp\\": \\"2026-02-01T00:00:00.123456+00:00\\"\\054 \\"version\\": 2}"'
    for (const value of [json.replaceAll('"', '%22').replaceAll(',', '%2C'), encodeURIComponent(json), json, python])
      expect(read(`cookie_consent=${value}`).grant.categories).toEqual(['essential', 'analytics'])
  })

  it('is that of a Request, of Headers and of a Cookie header alike', () => {
    const cookie = recordCookie({ categories: ['analytics'] })
    const all = [request(cookie), request(cookie).headers, cookie].map(
      (source) => readConsent(source, site, { now: NOON }).grant,
    )
    expect(all[1]).toEqual(all[0])
    expect(all[2]).toEqual(all[0])
    expect(all[0]?.categories).toEqual(['essential', 'analytics'])
  })

  it('never throws and never grants by chance', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(readConsent(`cookie_consent=${text}`, site, { now: NOON }).grant).toEqual(nothing)
      }),
    )
  })
})

describe('what a request says beside its cookies', () => {
  const text = { name: '', description: '' }
  const consent = defineConsent({
    version: 1,
    categories: {
      told: { ...text, regime: 'opt-out' },
      local: { ...text, regime: (region) => (region === 'US-CA' ? 'opt-out' : 'opt-in') },
    },
  })

  it('is Global Privacy Control, by its one value', () => {
    const granted = (value: string) =>
      readConsent(request('', { 'Sec-GPC': value }), consent, { now: NOON }).grant.categories
    expect(granted('1')).toEqual([])
    for (const value of ['0', 'true', '1, 1', '?1']) expect(granted(value)).toEqual(['told'])
  })

  it('gives way to a later choice', () => {
    const cookie = recordCookie({ categories: ['told'], version: 1 }, consent)
    expect(readConsent(request(cookie, { 'Sec-GPC': '1' }), consent, { now: NOON }).grant.categories).toEqual(['told'])
  })

  it('may be the region, which the server knows', () => {
    expect(readConsent(null, consent, { region: 'US-CA', now: NOON }).grant.categories).toEqual(['told', 'local'])
  })

  it('is decided by the clock, where no moment is given', () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
    const cookie = recordCookie({ timestamp: new Date(NOON).toISOString() })
    expect(readConsent(cookie, site).status).toBe('decided')
    vi.setSystemTime(NOON + 183 * 86_400_000)
    expect(readConsent(cookie, site).status).toBe('expired')
    vi.useRealTimers()
  })
})
