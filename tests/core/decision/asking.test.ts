import { askingFor, createConsentStore, createMemoryJar, defineConsent, grantFor, regimeByRegion } from 'assent/core'
import type { ConsentRecord } from 'assent/core'
import { describe, expect, it } from 'vitest'

const declare = (notice?: boolean) =>
  defineConsent({
    version: 2,
    categories: {
      essential: { name: 'Essential', description: '', required: true },
      analytics: { name: 'Analytics', description: '', regime: regimeByRegion({ US: 'opt-out', FR: 'exempt' }) },
      marketing: {
        name: 'Marketing',
        description: '',
        regime: regimeByRegion({ US: 'opt-out', FR: 'exempt', 'US-CA': 'opt-in' }),
      },
    },
    notice,
  })
const consent = declare(true)
const now = Date.UTC(2026, 0, 1)
const recordOf = (members: Partial<ConsentRecord> = {}): ConsentRecord => ({
  categories: ['essential'],
  timestamp: new Date(now - 1000).toISOString(),
  version: 2,
  via: 'reject',
  ...members,
})

describe('askingFor', () => {
  it.each([
    ['DE', undefined, 'choice'],
    [undefined, undefined, 'choice'],
    ['US-CA', undefined, 'choice'], // one of them is opt-in here
    ['US-NY', undefined, 'notice'],
    ['FR', undefined, undefined],
    ['DE', recordOf(), undefined],
    ['US-NY', recordOf(), undefined],
    ['DE', recordOf({ version: 1 }), 'choice'],
    ['US-NY', recordOf({ version: 1 }), 'notice'],
    ['DE', recordOf({ timestamp: '2024-01-01T00:00:00.000Z' }), 'choice'],
    ['DE', recordOf({ via: 'dismiss' }), 'choice'], // a notice that was closed decides nothing
    ['US-NY', recordOf({ via: 'dismiss' }), undefined],
    ['US-NY', recordOf({ via: 'dismiss', version: 1 }), 'notice'],
    ['US-NY', recordOf({ via: 'dismiss', timestamp: '2024-01-01T00:00:00.000Z' }), 'notice'],
  ] as const)('in %s, with the record %j: %s', (region, record, expected) => {
    expect(askingFor(record, consent, { now, region })).toBe(expected)
  })

  it('gives no notice that the declaration does not ask for', () => {
    expect(askingFor(undefined, declare(), { now, region: 'US-NY' })).toBeUndefined()
    expect(askingFor(undefined, declare(false), { now, region: 'US-NY' })).toBeUndefined()
    expect(askingFor(undefined, declare(), { now, region: 'DE' })).toBe('choice')
  })
})

describe('a notice that was closed', () => {
  const dismissed = recordOf({ via: 'dismiss' })
  it('leaves what is opt-out as it is, and grants nothing elsewhere', () => {
    expect(grantFor(dismissed, consent, { now, region: 'US-NY' }).categories).toEqual(consent.ids)
    expect(grantFor(dismissed, consent, { now, region: 'DE' }).categories).toEqual(['essential'])
    expect(grantFor({ ...dismissed, categories: consent.ids }, consent, { now, region: 'DE' }).categories).toEqual([
      'essential',
    ])
  })

  it('is no choice against Global Privacy Control', () => {
    const grant = grantFor(dismissed, consent, { now, region: 'US-NY', signals: { gpc: true } })
    expect(grant).toMatchObject({ categories: ['essential'], optedOut: ['analytics', 'marketing'] })
  })

  it('is kept by the store, until the visitor chooses', () => {
    const jar = createMemoryJar()
    const store = createConsentStore(consent, { jar, region: 'US-NY', clock: () => now })
    expect(store.getState()).toMatchObject({ asking: 'notice', status: 'undecided' })
    expect(store.dismiss()).toMatchObject({ ok: true })
    expect(store.getState()).toMatchObject({
      asking: undefined,
      record: { categories: ['essential'], via: 'dismiss', version: 2 },
      grant: { categories: consent.ids },
    })
    store.rejectAll()
    expect(store.getState()).toMatchObject({ asking: undefined, grant: { categories: ['essential'] } })
    // In another region the same browser is asked.
    const elsewhere = createConsentStore(consent, { jar: createMemoryJar(), region: 'DE', clock: () => now })
    elsewhere.dismiss()
    expect(elsewhere.getState()).toMatchObject({ asking: 'choice', grant: { categories: ['essential'] } })
  })
})
