import { defineConsent, grantFor, knownRegimes, regimeByRegion, regionOf } from 'assent/core'
import { createCookies, readConsent, secureCookies } from 'assent/server'
import { describe, expect, it } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: { marketing: { name: 'Marketing', description: '', cookies: ['ad'], regime: regimeByRegion() } },
})

describe('the regime by region', () => {
  it.each([
    ['US-CA', 'opt-out'],
    ['US-TX', 'opt-out'],
    ['US-WY', 'opt-in'],
    ['US', 'opt-in'],
    ['DE', 'opt-in'],
    ['DE-BY', 'opt-in'],
    ['JP', 'opt-in'],
    ['constructor', 'opt-in'],
    ['__proto__', 'opt-in'],
    ['us-ca', 'opt-in'],
    ['', 'opt-in'],
    [undefined, 'opt-in'],
  ])('of %j is %s', (region, regime) => {
    expect(regimeByRegion()(region)).toBe(regime)
  })

  it('is that of a part before that of its country, and of these before any other', () => {
    const regime = regimeByRegion({ ...knownRegimes, US: 'opt-out', 'US-WA': 'opt-in', FR: 'exempt' }, 'opt-out')
    expect(['US-WY', 'US-WA', 'US-CA', 'FR-IDF', 'DE-BY', 'JP'].map(regime)).toEqual([
      'opt-out',
      'opt-in',
      'opt-out',
      'exempt',
      'opt-in',
      'opt-out',
    ])
  })

  it('where nobody knows the region is to ask, whatever else holds', () => {
    expect(regimeByRegion({}, 'exempt')(undefined)).toBe('opt-in')
  })

  it('knows twenty states, the EEA and some more', () => {
    for (const [region, regime] of Object.entries(knownRegimes)) {
      expect(region).toMatch(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
      expect(['opt-in', 'opt-out']).toContain(regime)
    }
    expect(Object.keys(knownRegimes).filter((region) => region.startsWith('US-'))).toHaveLength(20)
    expect(Object.keys(knownRegimes)).toHaveLength(20 + 27 + 7 + 3 + 4)
  })
})

describe('a server and a page', () => {
  const request = (headers: Readonly<Record<string, string>>) => new Request('https://example.com/', { headers })
  const california = request({ 'cf-ipcountry': 'US', 'cf-region-code': 'CA' })
  const listening = request({ 'cf-ipcountry': 'US', 'cf-region-code': 'CA', 'sec-gpc': '1' })
  const germany = request({ 'cf-ipcountry': 'DE' })

  it.each([
    ['California', california, true],
    ['California, with Global Privacy Control', listening, false],
    ['Germany', germany, false],
    ['nowhere', request({}), false],
  ])('decide alike for %s', (_, from, isGranted) => {
    const region = regionOf(from.headers)
    const signals = { gpc: from.headers.get('sec-gpc') === '1' }
    const server = readConsent(from, consent, { region })
    expect(server.isCookieAllowed('ad')).toBe(isGranted)
    expect(server.grant).toEqual(grantFor(undefined, consent, { now: Date.now(), region, signals }))
    expect(createCookies(from, { consent, region, secure: false }).set('ad', '1').ok).toBe(isGranted)
    const response = new Response(null, { headers: { 'set-cookie': 'ad=1' } })
    expect(secureCookies(response, { consent, request: from, region }).headers.getSetCookie().length).toBe(+isGranted)
  })
})
