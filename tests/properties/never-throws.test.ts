import {
  ConsentError,
  defineConsent,
  defineCookie,
  grantFor,
  parseRecord,
  snapshotOf,
  type ConsentConfig,
} from 'assent/core'
import { BadSignature, loads, readConsent, Sealer, Signer, TimestampSigner } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOON, recordCookie, site } from '../fixtures/site.js'
import { anything, hostile, latin1, runs } from './hostile.js'
import { readers, secret } from './readers.js'

describe('no text from outside makes a reader throw', () => {
  it.each(readers)('%s', (_, read) => {
    fc.assert(
      fc.property(fc.oneof(hostile, latin1), (text) => {
        read(text)
      }),
      runs(400),
    )
  })

  it.each<[string, (text: string) => unknown]>([
    ['Signer', (text) => new Signer({ key: secret }).unsign(text)],
    ['TimestampSigner', (text) => new TimestampSigner({ key: secret }).unsign(text, { maxAge: 60 })],
    ['unsignObject', (text) => new Signer({ key: secret }).unsignObject(text)],
    ['loads', (text) => loads(text, { key: secret })],
    ['Sealer', (text) => new Sealer({ key: secret }).unseal(text)],
  ])('%s throws BadSignature alone', (_, read) => {
    fc.assert(
      fc.property(fc.oneof(hostile, latin1), (text) => {
        expect(() => read(text)).toThrow(BadSignature)
      }),
      runs(400),
    )
  })
})

/** What a record must have to grant something, written down once more and naively. */
function grants(wire: string, id: string): boolean {
  let text = wire
  try {
    text = decodeURIComponent(wire)
  } catch (error) {
    if (!(error instanceof URIError)) throw error // not every text is percent-encoded
  }
  try {
    const { categories, timestamp, version, given = true } = JSON.parse(text) as Record<string, unknown>
    const time = Date.parse(String(timestamp))
    return (
      Array.isArray(categories) &&
      categories.includes(id) &&
      version === site.version &&
      given === true &&
      (timestamp === null || (time <= NOON + 30 * 864e5 && time > NOON - 182 * 864e5))
    )
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false // no JSON, or none of an object
    throw error
  }
}
const OPTIONAL = ['functional', 'analytics', 'marketing']

describe('what cannot be read grants nothing', () => {
  const grantOf = (header: string) => [
    readConsent(header, site, { now: NOON }).grant,
    grantFor(snapshotOf(header, site, { now: NOON }).record, site, { now: NOON }),
  ]

  it('of any text', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, latin1), (text) => {
        const value = text.replaceAll(/[;\s"\\]/g, '')
        for (const { categories, services } of grantOf(`cookie_consent=${value}`)) {
          expect(categories.filter((id) => id !== 'essential' && !grants(value, id))).toEqual([])
          expect(services.length === 0 || categories.includes('marketing')).toBe(true)
        }
      }),
      runs(1000),
    )
  })

  it('of a record in which one thing is wrong', () => {
    const right: Record<string, unknown> = {
      categories: ['essential', ...OPTIONAL],
      services: ['meta'],
      timestamp: '2026-02-01T00:00:00.000Z',
      version: 2,
      id: 'a',
      via: 'accept',
    }
    expect(grantOf(recordCookie(right))[0]?.categories).toEqual(site.ids)
    const notTexts = anything.filter((value) => {
      const read: unknown = JSON.parse(toJson(value) ?? 'null') // a date in a list is a text in JSON
      return !(Array.isArray(read) && read.every((item) => typeof item === 'string'))
    })
    const wrong: fc.Arbitrary<[string, unknown]> = fc.oneof(
      fc.tuple(fc.constant('categories'), notTexts),
      fc.tuple(
        fc.constant('services'),
        notTexts.filter((value) => toJson(value) !== undefined),
      ),
      fc.tuple(
        fc.constant('version'),
        anything.filter((value) => toJson(value) !== '2'),
      ),
      fc.tuple(
        fc.constant('timestamp'),
        fc.oneof(
          anything.filter((value) => typeof value !== 'string'),
          fc.constantFrom('', 'soon', '2027-01-01', '2020-01-01', '+275760-09-13T00:00:00.001Z'),
        ),
      ),
      fc.tuple(
        fc.constant('given'),
        anything.filter((value) => value !== true && toJson(value) !== undefined && toJson(value) !== 'true'),
      ),
    )
    fc.assert(
      fc.property(wrong, ([key, value]) => {
        const json = toJson({ ...right, [key]: value })
        if (json === undefined) return
        const header = `cookie_consent=${encodeURIComponent(json)}`
        for (const { categories } of grantOf(header)) expect(categories).toEqual(['essential'])
      }),
      runs(1000),
    )
  })

  it('of two cookies, of one that is too long, and of half a record', () => {
    const record = { categories: ['essential', ...OPTIONAL] }
    const cookie = recordCookie(record)
    const value = cookie.slice('cookie_consent='.length)
    fc.assert(
      fc.property(
        hostile,
        fc.nat({ max: value.length - 1 }),
        fc.integer({ min: 4096, max: 9000 }),
        (text, end, length) => {
          const other = text.replaceAll(/[;\s=]/g, '') || 'x'
          const headers = [
            `${cookie}; cookie_consent=${other}`,
            `cookie_consent=${other}; ${cookie}`,
            `cookie_consent=${value.slice(0, end)}`,
            recordCookie({ ...record, more: 'x'.repeat(length) }),
          ]
          for (const header of headers)
            for (const { categories } of grantOf(header)) expect(categories).toEqual(['essential'])
        },
      ),
      runs(500),
    )
  })

  it('a record that was read is read again as itself', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const record = parseRecord(text, site, { now: NOON })
        if (record?.timestamp) expect(parseRecord(JSON.stringify(record), site, { now: NOON })).toEqual(record)
      }),
      runs(1000),
    )
  })
})

/** JSON of anything, where it has some. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof Error) return undefined // a cycle, a bigint, or a toJSON that throws
    throw error
  }
}

describe('a declaration that cannot work is a ConsentError', () => {
  const attempt = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      if (!(error instanceof ConsentError)) throw error
      expect(error.message).toContain(error.code)
    }
  }
  const part = fc.oneof(anything, hostile, fc.constantFrom('a', true, 1, null, undefined, [], ['*'], [/x/], {}))
  const declarations = fc.record(
    { cookies: part, storage: part, urls: part, name: part, description: part, extra: part },
    { requiredKeys: [] },
  )
  const category = fc.oneof(
    part,
    fc.record(
      {
        name: fc.oneof(hostile, part),
        description: fc.oneof(hostile, part),
        required: part,
        regime: part,
        cookies: fc.oneof(part, fc.array(part)),
        storage: fc.oneof(part, fc.array(part)),
        urls: fc.oneof(part, fc.array(part)),
        services: fc.oneof(part, fc.dictionary(hostile, fc.oneof(part, declarations))),
      },
      { requiredKeys: ['name', 'description'] },
    ),
  )
  const config = fc.oneof(
    anything,
    fc.record(
      {
        version: fc.oneof(fc.constant(1), part),
        categories: fc.oneof(part, fc.dictionary(fc.oneof(fc.constantFrom('a', 'b'), hostile), category)),
        cookie: fc.oneof(
          part,
          fc.record(
            { name: part, maxAge: part, domain: part, path: part, sameSite: part, secure: part },
            { requiredKeys: [] },
          ),
        ),
        endpoint: part,
        policy: part,
      },
      { requiredKeys: ['version', 'categories'] },
    ),
  )

  it('by defineConsent', () => {
    fc.assert(
      fc.property(config, (given) => {
        attempt(() => defineConsent(given as ConsentConfig))
      }),
      runs(2000),
    )
  })

  it('by defineCookie', () => {
    const options = fc.record(
      {
        default: part,
        values: fc.oneof(part, fc.array(part)),
        maxAge: part,
        expires: part,
        path: part,
        domain: part,
        sameSite: part,
        secure: part,
        httpOnly: part,
        partitioned: part,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(hostile, fc.constant('a')), options, (name, given) => {
        attempt(() => defineCookie(name, given as never))
      }),
      runs(2000),
    )
  })
})
