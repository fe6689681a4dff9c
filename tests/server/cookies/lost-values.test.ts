import { createMemoryJar, defineCookie } from 'assent/core'
import { createCookies, dumps, loads, Signer, type Cookies } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

const secret = 'Vq3-9mTz_KxR7wLp2Hs8dYc5NbJf4GuE'
const untyped = (): { set(cookie: unknown, value: unknown): unknown; toHeaders(): string[] } =>
  createCookies(new Headers(), { secret })
const invalid: unknown = expect.objectContaining({ name: 'ConsentError', code: 'invalid-value' })

const cycle: Record<string, unknown> = { a: 1 }
cycle.self = cycle
class Money {
  amount = 1
}

/** What JSON drops, changes or throws on. */
const lost: [string, unknown][] = [
  ['a Map in it', { m: new Map([['a', 1]]) }],
  ['an empty Map', new Map()],
  ['a Set in it', { s: new Set([1]) }],
  ['NaN in it', { n: NaN }],
  ['Infinity in it', [1, [-Infinity]]],
  ['undefined in a list', [undefined]],
  ['a gap in a list', [1, , 3]], // eslint-disable-line no-sparse-arrays
  ['a list of gaps', new Array(2)],
  ['a list with a name', Object.assign([1], { total: 1 })],
  ['itself in it', cycle],
  [
    'itself in a list',
    (() => {
      const list: unknown[] = []
      list.push(list)
      return list
    })(),
  ],
  ['a bigint in it', { id: 1n }],
  ['a bigint in a list', [[2n ** 64n]]],
  ['a date', new Date(0)],
  ['a date in it', { at: new Date(0) }],
  ['an invalid date in it', { at: new Date(NaN) }],
  ['a function in it', { f: () => 1 }],
  ['a symbol in it', { s: Symbol('s') }],
  ['a symbol for a key', { [Symbol('s')]: 1 }],
  ['a RegExp in it', { r: /a/ }],
  ['an object of a class', new Money()],
  ['an object of a class in it', [{ price: new Money() }]],
  ['bytes', new Uint8Array([1, 2])],
  ['an error', { e: new Error('x') }],
  ['a URL', { u: new URL('https://a.example/') }],
  ['a wrapped text', { t: Object('a') as unknown }],
  ['a promise', { p: Promise.resolve(1) }],
  ['JSON of its own', { a: 1, toJSON: () => ({ a: 2 }) }],
  ['members by inheritance', Object.create({ a: 1 })],
  [
    'a getter that throws',
    {
      get a() {
        throw new RangeError('no')
      },
    },
  ],
]
const alone: [string, unknown][] = [
  ['undefined', undefined],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a bigint', 1n],
  ['NaN', NaN],
  ['Infinity', Infinity],
]

describe('a value that would not come back', () => {
  it.each([...lost, ...alone])('is a mistake to set: %s', (_, value) => {
    const cookies = untyped()
    expect(() => cookies.set('a', value)).toThrow(invalid)
    expect(cookies.toHeaders()).toEqual([])
  })

  it.each(lost)('is a mistake by a definition, plain, signed or sealed: %s', (_, value) => {
    const initial = Array.isArray(value) ? [] : {}
    for (const definition of [
      defineCookie('a', { default: initial }),
      defineCookie('a', { default: initial, signed: true }),
      defineCookie('a', { default: initial, sealed: true }),
      defineCookie('a', { schema: z.any() }),
    ]) {
      const cookies = untyped()
      expect(() => cookies.set(definition, value)).toThrow(invalid)
      expect(cookies.toHeaders()).toEqual([])
    }
  })

  it.each([
    ['text', defineCookie('a'), 1n],
    ['text', defineCookie('a', { default: '' }), 42],
    ['text', defineCookie('a', { default: '' }), null],
    ['a number', defineCookie('a', { default: 0 }), '1'],
    ['a number', defineCookie('a', { default: 0 }), 1n],
    ['a boolean', defineCookie('a', { default: false }), 'yes'],
    ['one of its values', defineCookie('a', { values: ['1', '2'] }), 1],
    ['one of its values', defineCookie('a', { values: ['a'], equals: (a, b) => a.trim() === b.trim() }), 'b'],
    ['a list', defineCookie('a', { default: [] }), {}],
  ])('is what is not %s', (_, definition, value) => {
    expect(() => untyped().set(definition, value)).toThrow(invalid)
  })

  it.each([...lost, ...alone])('is a mistake as a preference: %s', (_, value) => {
    const cookies: Pick<Cookies, 'setPreferences' | 'toHeaders'> = createCookies(new Headers())
    expect(() => cookies.setPreferences({ odd: value })).toThrow(invalid)
    expect(cookies.toHeaders()).toEqual([])
  })

  it.each([...lost, ...alone])('is a mistake to sign: %s', (_, value) => {
    expect(() => new Signer({ key: secret }).signObject(value)).toThrow(invalid)
    expect(() => dumps(value, { key: secret, compress: true })).toThrow(invalid)
  })

  it('is a mistake in production too', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(() => untyped().set('a', { m: new Map() })).toThrow(invalid)
  })

  it.each([
    [{ id: 1, m: new Map() }, /"m"/],
    [{ n: NaN }, /"n"/],
    [cycle, /circular/],
    [1n, /is 1n,/],
    [NaN, /is NaN,/],
    [Symbol('s'), /is Symbol\(s\),/],
    [Object.create(null, { a: { value: new Set(), enumerable: true } }), /"a"/],
    [new Date(0), /of another kind/],
  ])('%# is told with what is lost', (value, help) => {
    expect(() => untyped().set('a', value)).toThrow(help)
  })
})

describe('a value that comes back', () => {
  it.each<[string, unknown]>([
    ['undefined in it, as if it were not there', { a: 1, b: undefined }],
    ['no prototype', Object.assign(Object.create(null) as object, { a: 1 })],
    ['__proto__ for a key', JSON.parse('{"__proto__":{"a":1}}')],
    ['constructor for a key', { constructor: 1, toString: null }],
    ['half a surrogate pair in it, which JSON escapes', { t: '\ud83d' }],
    ['-0 in it, which is 0', [-0]],
    ['nothing in it', {}],
    ['null', null],
    [
      'an object twice in it',
      (() => {
        const one = { a: 1 }
        return [one, one]
      })(),
    ],
    ['numbers at the limits', [Number.MAX_VALUE, Number.MIN_VALUE, 0.1 + 0.2, 2 ** 53]],
  ])('may have %s', (_, value) => {
    const cookies = createCookies(new Headers())
    expect(cookies.set('a', value)).toEqual({ ok: true })
    expect(cookies.get('a', value === null ? null : Array.isArray(value) ? [] : {})).toEqual(
      JSON.parse(JSON.stringify(value)),
    )
    expect(loads(dumps(value, { key: secret }), { key: secret })).toEqual(JSON.parse(JSON.stringify(value)))
  })

  it('is a date, where a schema makes one', () => {
    const visit = defineCookie('visit', { schema: z.object({ at: z.coerce.date(), n: z.number() }) })
    const cookies = createCookies(new Headers())
    const value = { at: new Date(1e12), n: 1 }
    cookies.set(visit, value)
    expect(cookies.get(visit)).toEqual(value)
    expect(() => cookies.set(visit, { at: new Date(NaN), n: 1 })).toThrow(invalid)
  })

  it('is no Map, where a schema makes an empty one of its JSON', () => {
    const map = defineCookie('map', {
      schema: z.record(z.string(), z.number()).transform((all) => new Map(Object.entries(all))),
    })
    expect(() => createCookies(new Headers()).set(map, new Map([['a', 1]]))).toThrow(invalid)
  })

  it('is any JSON, the same object twice and in any order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const cookies = createCookies(new Headers())
        if (typeof value === 'string') return
        if (!cookies.set('a', value, { maxBytes: Infinity }).ok) return
        const initial = Array.isArray(value) ? [] : typeof value === 'object' && value ? {} : value
        expect(cookies.get('a', initial)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('half an emoji', () => {
  const halves = ['hi 👽'.slice(0, 4), '\ud83d', '\udc7d', '\udc7d\ud83d', 'a\ud83db👽\udc7d', '👽'.slice(1) + 'é; "']
  it.each(halves)('%# becomes U+FFFD wherever it is kept', (half) => {
    const whole = half.toWellFormed()
    const jar = createMemoryJar()
    expect(jar.set('a', half)).toEqual({ ok: true, verified: true })
    expect(jar.get('a')).toBe(whole)

    const signed = defineCookie('signed', { default: '', signed: true })
    const sealed = defineCookie('sealed', { default: '', sealed: true })
    const cookies = createCookies(new Headers(), { secret })
    expect(cookies.set('a', half)).toEqual({ ok: true })
    expect(cookies.set('python', half, { wire: 'python' })).toEqual({ ok: true })
    expect(cookies.setSigned('text', half)).toEqual({ ok: true })
    expect(cookies.set(signed, half)).toEqual({ ok: true })
    expect(cookies.set(sealed, half)).toEqual({ ok: true })
    expect(cookies.setPreferences({ greeting: half })).toEqual({ greeting: { ok: true } })
    const sent = cookies.toHeaders().map((line) => line.split(';')[0])
    for (const read of [cookies, createCookies(new Headers({ cookie: sent.join('; ') }), { secret })]) {
      expect([read.get('a'), read.get('python'), read.get('pref_greeting')]).toEqual([whole, whole, whole])
      expect([read.getSigned('text'), read.get(signed), read.get(sealed)]).toEqual([whole, whole, whole])
    }
  })
})
