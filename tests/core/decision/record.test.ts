import {
  defineConsent,
  grantFor,
  parseRecord as parseAlone,
  snapshotOf,
  statusOf,
  stringifyRecord,
  type Consent,
  type ConsentRecord,
} from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hidesBanner } from '../../fixtures/run-before-paint.js'
import { NOON, site } from '../../fixtures/site.js'

const first = defineConsent({ version: 1, categories: site.categories })
/** Reads a record, and holds the script that runs before the first paint against that: what is a record stands in one rule. */
function parseRecord<C extends Consent>(text: string | undefined, consent: C, { now }: { now: number }) {
  const record = parseAlone(text, consent, { now })
  const { version, cookie } = consent
  expect(hidesBanner({ text, version, maxAge: cookie.maxAge, now })).toBe(statusOf(record, consent, now) === 'decided')
  return record
}
const parse = (text: string | undefined) => parseRecord(text, site, { now: NOON })
const valid = { categories: ['essential', 'analytics'], timestamp: '2026-02-01T00:00:00.000Z', version: 2 }
const json = (members: Readonly<Record<string, unknown>>) => JSON.stringify({ ...valid, ...members })

describe('a record', () => {
  it('is read with all that it says', () => {
    const members = { services: [], id: 'c0ffee-42', via: 'save', language: 'zh-Hant-TW' }
    expect(parse(json(members))).toEqual({ ...valid, ...members })
  })

  it('is plain JSON, with the members that servers read first', () => {
    expect(stringifyRecord({ ...valid, via: 'accept', id: undefined })).toBe(
      '{"categories":["essential","analytics"],"timestamp":"2026-02-01T00:00:00.000Z","version":2,"via":"accept"}',
    )
  })

  it('is read back as it was written', () => {
    const token = fc.option(fc.stringMatching(/^[\w-]{1,64}$/), { nil: undefined })
    const record: fc.Arbitrary<ConsentRecord> = fc.record({
      categories: fc
        .subarray([...site.ids])
        .map((ids) => site.ids.filter((id) => id === 'essential' || ids.includes(id))),
      services: fc.option(fc.subarray(['meta', 'uet']), { nil: undefined }),
      timestamp: fc.date({ max: new Date(NOON), noInvalidDate: true }).map((date) => date.toISOString()),
      version: fc.integer(),
      id: token,
      via: token,
      language: token,
    })
    fc.assert(
      fc.property(record, (value) => {
        expect(parse(stringifyRecord(value))).toEqual(value)
      }),
    )
  })

  it('always holds what is required, in the order declared', () => {
    expect(parse(json({ categories: ['analytics', 'functional'] }))?.categories).toEqual([
      'essential',
      'functional',
      'analytics',
    ])
  })

  it('drops what the declaration does not know', () => {
    const record = parse(
      json({ categories: ['analytics', 'video', '__proto__', 'constructor'], services: ['meta', 'gone', 'toString'] }),
    )
    expect(record).toMatchObject({ categories: ['essential', 'analytics'], services: ['meta'] })
  })

  it.each(['', ' ', 'a b', 'ä', '<b>', 'x'.repeat(65), 1, null, {}, []])(
    'leaves out %j as id, via or language',
    (value) => {
      const record = parse(json({ id: value, via: value, language: value }))
      expect(record).toEqual({ ...valid, services: undefined, id: undefined, via: undefined, language: undefined })
    },
  )

  it('may have been imported, at an unknown time', () => {
    const imported = parse(json({ timestamp: null, via: 'import' }))
    expect(imported).toMatchObject({ categories: ['essential', 'analytics'], timestamp: null })
    expect(grantFor(imported, site, { now: NOON })).toMatchObject({
      categories: ['essential', 'analytics'],
      changesAt: null,
    })
  })

  it('may be as Python writes it: spaces, and an offset for UTC', () => {
    const text = '{"given": true, "categories": ["analytics"], "timestamp": "2026-02-01T00:00:00.123456+00:00"}'
    expect(parseRecord(text, first, { now: NOON })).toMatchObject({
      categories: ['essential', 'analytics'],
      timestamp: '2026-02-01T00:00:00.123456+00:00',
      version: 1,
    })
  })
})

describe('an older record', () => {
  it.each(['true', '1', 'yes', 'True', 'TRUE', 'Yes', 'YES'])('of %s means everything, at an unknown time', (text) => {
    expect(parse(text)).toEqual({ categories: site.ids, timestamp: null, version: 1 })
    expect(grantFor(parseRecord(text, first, { now: NOON }), first, { now: NOON })).toEqual({
      categories: site.ids,
      services: ['meta', 'uet'],
      changesAt: null,
    })
  })

  it.each([
    'on',
    'off',
    'y',
    'n',
    'true ',
    ' yes',
    ' no',
    'no ',
    '"true"',
    '"no"',
    '1.0',
    '0.0',
    '01',
    '00',
    'truetrue',
    '11',
    'none',
    'nope',
  ])('of %j means nothing', (text) => {
    expect(parse(text)).toBeUndefined()
  })

  it.each(['false', '0', 'no', 'False', 'FALSE', 'No', 'NO', '{"given":false}', '{"given": false, "categories": []}'])(
    'of %s is a refusal, at an unknown time',
    (text) => {
      const record = parseRecord(text, first, { now: NOON })
      expect(record).toEqual({ categories: ['essential'], timestamp: null, version: 1 })
      expect(statusOf(record, first, NOON)).toBe('decided')
      expect(statusOf(parse(text), site, NOON)).toBe('outdated')
    },
  )

  it.each([
    'cookie_consent=no',
    'cookie_consent="no"',
    'cookie_consent="False"',
    'cookie_consent=%7B%22given%22%3Afalse%7D',
    'cookie_consent="{\\"given\\": false}"',
    'a=1; cookie_consent= 0 ; b=2',
  ])('is a refusal in the header %s', (header) => {
    expect(snapshotOf(header, first, { now: NOON }).record).toMatchObject({ categories: ['essential'], version: 1 })
  })

  it('that is a refusal stands where a category needs no yes', () => {
    const optOut = defineConsent({ version: 1, categories: { ads: { name: '', description: '', regime: 'opt-out' } } })
    const granted = (text?: string) =>
      grantFor(parseRecord(text, optOut, { now: NOON }), optOut, { now: NOON }).categories
    expect(granted()).toEqual(['ads'])
    expect(granted('no')).toEqual([])
    expect(granted('{"given":false,"timestamp":"unknown"}')).toEqual([])
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['without a time', { timestamp: undefined }],
    ['with null for a time', { timestamp: null }],
    ['with a time that is none', { timestamp: 'long ago' }],
    ['with a time as a number', { timestamp: NOON }],
    ['with a time in the far future', { timestamp: '2099-01-01T00:00:00Z' }],
    ['with categories that are none', { categories: 'all', timestamp: null }],
    ['with services that are none', { services: 'meta', timestamp: null }],
    ['that lists everything', { categories: ['all', 'analytics'], services: ['meta'], timestamp: null }],
  ])('of given: false %s is a refusal at an unknown time', (_, members) => {
    const { timestamp, categories, services } = parse(json({ given: false, ...members })) ?? {}
    expect({ timestamp, categories, services }).toEqual({ timestamp: null, categories: ['essential'] })
  })

  it.each([
    '["all"]',
    '{"given":true,"categories":["all"]}',
    json({ given: true, categories: ['all'], version: undefined }),
    json({ categories: ['all'] }),
    json({ given: true, categories: ['essential', 'all'] }),
    'all',
    '"all"',
  ])('of %s is no refusal, and grants nothing', (text) => {
    expect(parse(text)).toBeUndefined()
  })

  it('of a site whose category has the id "all" is read', () => {
    const all = defineConsent({ version: 1, categories: { all: { name: 'All', description: '' } } })
    const text = json({ categories: ['all'], version: 1, via: 'accept' })
    expect(parseRecord(text, all, { now: NOON })?.categories).toEqual(['all'])
  })

  it('that was given without a version has version 1', () => {
    expect(parse(json({ given: true, version: undefined }))).toMatchObject({
      categories: ['essential', 'analytics'],
      version: 1,
    })
  })

  it('that was not given is a refusal, whatever it lists', () => {
    expect(parse(json({ given: false, version: undefined }))).toMatchObject({ categories: ['essential'], version: 1 })
    expect(parse(json({ given: false }))).toMatchObject({ categories: ['essential'], version: 2 })
  })

  it.each(['false', 'no', 0, null, [[]], {}])('that says given: %j is no consent', (given) => {
    expect(parse(json({ given }))?.categories ?? []).not.toContain('analytics')
  })
})

describe('no record', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['without categories', { categories: undefined }],
    ['with categories as text', { categories: 'analytics' }],
    ['with categories as an object', { categories: { analytics: true } }],
    ['with a category that is no text', { categories: ['analytics', 1] }],
    ['with a nested list', { categories: [['analytics']] }],
    ['with services as text', { services: 'meta' }],
    ['with a service that is no text', { services: [null] }],
    ['with null for services', { services: null }],
    ['without a version', { version: undefined }],
    ['with null for a version', { version: null }],
    ['with a version as text', { version: '2' }],
    ['with a version between two', { version: 2.5 }],
    ['with a version beyond counting', { version: 2 ** 53 }],
    ['without a timestamp', { timestamp: undefined }],
    ['with null for a timestamp', { timestamp: null }],
    ['with null for the timestamp of a choice made here', { timestamp: null, via: 'save' }],
    ['imported without a timestamp', { timestamp: undefined, via: 'import' }],
    ['imported at a time that is none', { timestamp: 'null', via: 'import' }],
    ['with a timestamp as a number', { timestamp: NOON }],
    ['with a timestamp that is no date', { timestamp: 'yesterday' }],
    ['with an empty timestamp', { timestamp: '' }],
    ['with a day that does not exist', { timestamp: '2026-13-01T00:00:00Z' }],
    ['with the text of a list for a timestamp', { timestamp: ['2026-02-01T00:00:00.000Z'] }],
    ['of a refusal with a version as text', { given: false, version: '1' }],
    ['of a refusal in words', { given: 'no', version: undefined }],
    ['given at null', { given: true, version: undefined, timestamp: null }],
    ['given at a time that is none', { given: true, version: undefined, timestamp: 'long ago' }],
    ['given in the far future', { given: true, version: undefined, timestamp: '2099-01-01T00:00:00Z' }],
    ['given without a version and without a time', { given: true, version: undefined, timestamp: undefined }],
  ])('comes of one %s', (_, members) => {
    expect(parse(json(members))).toBeUndefined()
  })

  it.each([
    undefined,
    '',
    ' ',
    '{',
    '{}',
    '[]',
    'null',
    '""',
    '2',
    'NaN',
    '[["analytics"]]',
    '{"categories":["analytics"]',
    `${json({})}x`,
  ])('comes of %j', (text) => {
    expect(parse(text)).toBeUndefined()
  })

  it('comes of more than a cookie can hold', () => {
    const text = json({})
    expect(parse(text.padEnd(4096))).toMatchObject(valid)
    expect(parse(text.padEnd(4097))).toBeUndefined()
    expect(parse('['.repeat(1e6))).toBeUndefined()
  })

  it('comes of a clock over 30 days ahead', () => {
    const ahead = (milliseconds: number) => parse(json({ timestamp: new Date(NOON + milliseconds).toISOString() }))
    const month = 30 * 24 * 3600 * 1000
    expect(ahead(month)).toBeDefined()
    expect(ahead(month + 1)).toBeUndefined()
    expect(parse(json({ timestamp: '+275760-09-13T00:00:00.000Z' }))).toBeUndefined()
  })

  it.each([
    '{"__proto__":{"categories":["analytics"],"timestamp":"2026-02-01T00:00:00.000Z","version":2}}',
    '{"constructor":{"prototype":{"categories":["analytics"]}},"timestamp":"2026-02-01T00:00:00.000Z","version":2}',
    '{"categories":{"__proto__":["analytics"],"length":1,"0":"analytics"},"timestamp":"2026-02-01T00:00:00.000Z","version":2}',
  ])('comes of %s, and nothing is polluted', (text) => {
    expect(parse(text)).toBeUndefined()
    expect('categories' in {}).toBe(false)
  })

  it('comes of random text, which neither throws nor grants', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"categories"',
      '"analytics"',
      '"version"',
      '2',
      '"timestamp"',
      'true',
      'null',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.json(),
    )
    fc.assert(
      fc.property(text, (value) => {
        const { categories } = grantFor(parse(value), site, { now: NOON })
        expect(categories).toEqual(['essential'])
      }),
      { numRuns: 1000 },
    )
  })

  it('comes of a record with one member of another type, which never grants more than it says', () => {
    const key = fc.constantFrom('categories', 'services', 'timestamp', 'version', 'id', 'via', 'given', 'language')
    fc.assert(
      fc.property(key, fc.jsonValue(), (name, value) => {
        const granted = grantFor(parse(json({ categories: ['essential'], [name]: value })), site, {
          now: NOON,
        }).categories
        const listed = name === 'categories' && Array.isArray(value) ? value : []
        expect(granted.filter((id) => id !== 'essential' && !listed.includes(id))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
