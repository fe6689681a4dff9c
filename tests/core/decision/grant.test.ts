import { days, defineConsent, grantFor, statusOf, type ConsentRecord } from 'assent/core'
import { describe, expect, it, vi } from 'vitest'
import { NOON, site } from '../../fixtures/site.js'

const DAY = 24 * 3600 * 1000
const record = (members: Partial<ConsentRecord> = {}): ConsentRecord => ({
  categories: ['essential', 'analytics'],
  timestamp: new Date(NOON).toISOString(),
  version: 2,
  ...members,
})
const deepFreeze = <T>(value: T): T => {
  for (const member of Object.values(value ?? {})) if (typeof member === 'object') deepFreeze(member)
  return Object.freeze(value)
}

describe('the status', () => {
  it.each([
    ['undecided', undefined, 0],
    ['decided', record(), 0],
    ['decided', record(), -30 * DAY],
    ['decided', record(), 182 * DAY - 1],
    ['expired', record(), 182 * DAY],
    ['expired', record(), 10_000 * DAY],
    ['outdated', record({ version: 1 }), 0],
    ['outdated', record({ version: 3 }), 0],
    ['outdated', record({ version: 1 }), 183 * DAY],
    ['decided', record({ timestamp: null }), 10_000 * DAY],
    ['outdated', record({ timestamp: null, version: 1 }), 0],
    ['expired', record({ timestamp: 'no date' }), 0],
  ] as const)('is %s', (status, given, later) => {
    expect(statusOf(given, site, NOON + later)).toBe(status)
  })

  it('follows the lifetime that was declared', () => {
    const short = defineConsent({ version: 2, categories: site.categories, cookie: { maxAge: days(1) } })
    expect(statusOf(record(), short, NOON + DAY - 1)).toBe('decided')
    expect(statusOf(record(), short, NOON + DAY)).toBe('expired')
  })
})

describe('the grant', () => {
  it('is what is required, without a record', () => {
    expect(grantFor(undefined, site, { now: NOON })).toEqual({
      categories: ['essential'],
      services: [],
      changesAt: null,
    })
  })

  it('is what a valid record says, until it ends', () => {
    expect(grantFor(record(), site, { now: NOON })).toEqual({
      categories: ['essential', 'analytics'],
      services: [],
      changesAt: NOON + 182 * DAY,
    })
  })

  it('is the same just before it changes, and another at that moment', () => {
    const { changesAt } = grantFor(record(), site, { now: NOON })
    if (changesAt === null) throw new Error('It never changes.')
    expect(grantFor(record(), site, { now: changesAt - 1 }).categories).toContain('analytics')
    expect(grantFor(record(), site, { now: changesAt })).toEqual({
      categories: ['essential'],
      services: [],
      changesAt: null,
    })
  })

  it('of an outdated record is none, and time does not change that', () => {
    expect(grantFor(record({ version: 1 }), site, { now: NOON })).toEqual({
      categories: ['essential'],
      services: [],
      changesAt: null,
    })
  })

  it('of a record of unknown time never changes by time', () => {
    expect(grantFor(record({ timestamp: null }), site, { now: NOON }).changesAt).toBeNull()
  })

  it('holds what is required even where a record does not', () => {
    expect(grantFor(record({ categories: [] }), site, { now: NOON }).categories).toEqual(['essential'])
  })

  it('knows no category that is not declared', () => {
    expect(
      grantFor(record({ categories: ['video', 'toString', '__proto__'] }), site, { now: NOON }).categories,
    ).toEqual(['essential'])
  })

  it.each<[string, readonly string[] | undefined, readonly string[]]>([
    ['all that its categories have, where the record names none', undefined, ['meta', 'uet']],
    ['those that the record names', ['uet'], ['uet']],
    ['none, where the record names none of them', [], []],
    ['no unknown one', ['meta', 'gone'], ['meta']],
  ])('has services: %s', (_, services, granted) => {
    const { services: own } = grantFor(record({ categories: ['marketing'], services }), site, { now: NOON })
    expect(own).toEqual(granted)
  })

  it('has no service of a category that is not granted', () => {
    expect(grantFor(record({ services: ['meta', 'uet'] }), site, { now: NOON }).services).toEqual([])
  })

  it('is pure: it changes nothing, asks no clock and says the same again', () => {
    const clock = vi.spyOn(Date, 'now')
    const [given, options] = deepFreeze([
      record({ services: ['meta'] }),
      { now: NOON, signals: { gpc: true }, region: 'US-CA' },
    ] as const)
    expect(grantFor(given, site, options)).toEqual(grantFor(given, site, options))
    expect(statusOf(given, site, NOON)).toBe('decided')
    expect(clock).not.toHaveBeenCalled()
  })
})

describe('a regime', () => {
  const text = { name: '', description: '' }
  const regimes = defineConsent({
    version: 2,
    categories: {
      needed: { ...text, required: true },
      asked: { ...text },
      told: { ...text, regime: 'opt-out', services: { tool: { name: '' }, other: { name: '' } } },
      exempt: { ...text, regime: 'exempt' },
      marketing: { ...text, regime: 'opt-out' },
      local: { ...text, regime: (region) => (region?.startsWith('US') ? 'opt-out' : 'opt-in') },
    },
  })
  const granted = (given?: ConsentRecord, options: { gpc?: boolean; region?: string; now?: number } = {}) => {
    const { gpc, region, now = NOON } = options
    return grantFor(given, regimes, { now, signals: { gpc }, region }).categories.join(' ')
  }

  it('opt-out and exempt stand until a no', () => {
    expect(granted()).toBe('needed told exempt marketing')
    expect(granted(record({ categories: [] }))).toBe('needed')
    expect(granted(record({ categories: ['asked'] }))).toBe('needed asked')
  })

  it('may depend on the region', () => {
    expect(granted(undefined, { region: 'US-CA' })).toBe('needed told exempt marketing local')
    expect(granted(undefined, { region: 'DE' })).toBe('needed told exempt marketing')
  })

  it('is asked for no region when none is known', () => {
    const regime = vi.fn(() => 'opt-in' as const)
    const consent = defineConsent({ version: 1, categories: { local: { ...text, regime } } })
    expect(grantFor(undefined, consent, { now: NOON }).categories).toEqual([])
    expect(regime).toHaveBeenCalledWith(undefined)
  })

  it('gives way to Global Privacy Control, where it is opt-out or marketing', () => {
    expect(granted(undefined, { gpc: true, region: 'US-CA' })).toBe('needed exempt')
    const exempt = defineConsent({ version: 1, categories: { marketing: { ...text, regime: 'exempt' } } })
    expect(grantFor(undefined, exempt, { now: NOON }).categories).toEqual(['marketing'])
    expect(grantFor(undefined, exempt, { now: NOON, signals: { gpc: true } }).categories).toEqual([])
  })

  it('tells what the signal refuses, while the visitor has not decided', () => {
    const optedOut = (given?: ConsentRecord, gpc: boolean | undefined = true, region?: string) =>
      grantFor(given, regimes, { now: NOON, signals: { gpc }, region }).optedOut
    expect(optedOut()).toEqual(['told', 'marketing'])
    expect(optedOut(undefined, true, 'US-CA')).toEqual(['told', 'marketing', 'local'])
    expect(optedOut(undefined, false)).toBeUndefined()
    expect(optedOut(record({ categories: [] }))).toBeUndefined()
    expect(optedOut(record({ categories: ['marketing'] }))).toBeUndefined()
    // Asked again, of what was refused before there is nothing to say.
    expect(optedOut(record({ categories: ['told'], version: 1 }))).toEqual(['told'])
  })

  it('tells so of marketing in any regime, and of nothing that needs a yes anyway', () => {
    const consent = defineConsent({ version: 1, categories: { asked: text, marketing: text } })
    expect(grantFor(undefined, consent, { now: NOON, signals: { gpc: true } })).toEqual({
      categories: [],
      services: [],
      changesAt: null,
      optedOut: ['marketing'],
    })
  })

  it('of a signal that says no more than false stands', () => {
    expect(granted(undefined, { gpc: false })).toBe('needed told exempt marketing')
  })

  it('and a signal give way to a later choice', () => {
    expect(granted(record({ categories: ['marketing', 'told'] }), { gpc: true })).toBe('needed told marketing')
  })

  it.each<[string, Partial<ConsentRecord>, number]>([
    ['outdated', { version: 1 }, NOON],
    ['expired', {}, NOON + 182 * DAY],
  ])('leaves an old refusal standing when it is %s', (_, members, now) => {
    const given = record({ categories: ['needed', 'told'], services: ['tool'], ...members })
    expect(grantFor(given, regimes, { now, region: 'US-CA' })).toEqual({
      categories: ['needed', 'told'],
      services: ['tool'],
      changesAt: null,
    })
  })

  it('makes nothing of an old yes', () => {
    expect(granted(record({ categories: ['asked'], version: 1 }))).toBe('needed')
  })
})
