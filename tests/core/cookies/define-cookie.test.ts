import { ConsentError, days, defineCookie, type ConsentErrorCode, type StandardSchema } from 'assent/core'
import { type } from 'arktype'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

describe('a cookie by the type of its default', () => {
  it.each(['', '9007199254740993', '1.0', 'true', 'null', '{"a":1}', ' a ', 'ä', '"quoted"'])(
    'is text: %j stays as it is',
    (text) => {
      const cookie = defineCookie('a', { default: 'x' })
      expect(cookie.decode(text)).toBe(text)
      expect(cookie.encode(text)).toBe(text)
      expect(defineCookie('a').decode(text)).toBe(text)
    },
  )

  it.each<[string, number]>([
    ['0', 0],
    ['42', 42],
    ['-1.5', -1.5],
    ['+7', 7],
    ['007', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1E-2', 0.01],
    ['9007199254740993', 9007199254740992],
  ])('is a number: %j is %d', (text, value) => {
    expect(defineCookie('a', { default: -1 }).decode(text)).toBe(value)
  })

  it.each([
    '',
    ' ',
    '1 ',
    ' 1',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '0x10',
    '0b1',
    '1,5',
    '1_000',
    '1px',
    'e5',
    '.',
    '--1',
    '١',
    'null',
    '[1]',
    '1\n',
  ])('is a number: %j is the default', (text) => {
    expect(defineCookie('a', { default: -1 }).decode(text)).toBe(-1)
  })

  it.each<[string, boolean]>([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['1', true],
    ['yes', true],
    ['Yes', true],
    ['false', false],
    ['False', false],
    ['0', false],
    ['no', false],
    ['NO', false],
  ])('is a boolean, as Django writes it too: %j is %s', (text, value) => {
    expect(defineCookie('a', { default: !value }).decode(text)).toBe(value)
  })

  it.each(['', 'on', 'y', 't', '2', 'true ', 'truefalse', '"true"'])('is a boolean: %j is the default', (text) => {
    expect(defineCookie('a', { default: true }).decode(text)).toBe(true)
    expect(defineCookie('a', { default: false }).decode(text)).toBe(false)
  })

  it('is JSON: an object', () => {
    const initial = { items: ['a'], total: 1 }
    const cookie = defineCookie('a', { default: initial })
    expect(cookie.decode('{"items":[],"total":0}')).toEqual({ items: [], total: 0 })
    expect(cookie.encode({ items: ['ä'], total: 2 })).toBe('{"items":["ä"],"total":2}')
  })

  it.each(['', '{', '[]', 'null', '1', '"text"', 'true', '{"items":[]', 'undefined'])(
    'is JSON: an object is not %j',
    (text) => {
      const initial = { items: [] }
      expect(defineCookie('a', { default: initial }).decode(text)).toBe(initial)
    },
  )

  it.each(['{}', 'null', '1', '"text"', '{"length":1}'])('is JSON: a list is not %j', (text) => {
    const initial = ['a']
    expect(defineCookie('a', { default: initial }).decode(text)).toBe(initial)
    expect(defineCookie('a', { default: initial }).decode('["b"]')).toEqual(['b'])
  })

  it.each(['{}', '[]', '1', 'false', '"text"', 'null'])('is JSON: null may become %s', (text) => {
    expect(defineCookie('a', { default: null }).decode(text)).toEqual(JSON.parse(text))
  })

  it('is the default, and the same object, where there is no text', () => {
    const initial = { total: 0 }
    expect(defineCookie('a', { default: initial }).decode(undefined)).toBe(initial)
    expect(defineCookie('a').decode(undefined)).toBeUndefined()
    expect(defineCookie('a', { default: 0 }).decode(undefined)).toBe(0)
  })

  it('does not give keys of the JSON to other objects', () => {
    const value = defineCookie('a', { default: {} }).decode('{"__proto__":{"admin":true}}')
    expect('admin' in {}).toBe(false)
    expect((value as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('a cookie by its values', () => {
  const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
  const size = defineCookie('size', { values: [10, 20, 50], default: 20 })
  const maybe = defineCookie('maybe', { values: [true, false] })

  it.each<[{ decode(this: void, text: string): unknown }, string, unknown]>([
    [theme, 'dark', 'dark'],
    [theme, 'Dark', 'light'],
    [theme, 'constructor', 'light'],
    [theme, '', 'light'],
    [size, '50', 50],
    [size, '50.0', 20],
    [size, '5', 20],
    [maybe, 'true', true],
    [maybe, 'false', false],
    [maybe, 'True', undefined],
  ])('%# reads %s %j as %j', ({ decode }, text, value) => {
    expect(decode(text)).toBe(value)
  })

  it('writes each so that it is read back', () => {
    for (const value of [10, 20, 50] as const) expect(size.decode(size.encode(value))).toBe(value)
    for (const value of [true, false] as const) expect(maybe.decode(maybe.encode(value))).toBe(value)
  })
})

const cart = { items: [{ id: 'a', count: 2 }], total: 19.9 }
const empty = { items: [], total: 0 }

describe.each([
  [
    'zod',
    {
      text: z.string(),
      word: z.enum(['light', 'dark']),
      count: z.number().int().min(0),
      cart: z.object({ items: z.array(z.object({ id: z.string(), count: z.number() })), total: z.number() }),
    },
  ],
  [
    'valibot',
    {
      text: v.string(),
      word: v.picklist(['light', 'dark']),
      count: v.pipe(v.number(), v.integer(), v.minValue(0)),
      cart: v.object({ items: v.array(v.object({ id: v.string(), count: v.number() })), total: v.number() }),
    },
  ],
  [
    'arktype',
    {
      text: type('string'),
      word: type("'light' | 'dark'"),
      count: type('number.integer >= 0'),
      cart: type({ items: type({ id: 'string', count: 'number' }).array(), total: 'number' }),
    },
  ],
])('a cookie by a schema of %s', (_, schemas) => {
  const text = defineCookie('text', { schema: schemas.text, default: 'x' })
  const bare = defineCookie('bare', { schema: schemas.text })
  const word = defineCookie('word', { schema: schemas.word, default: 'light' })
  const count = defineCookie('count', { schema: schemas.count, default: 0 })
  const basket = defineCookie('basket', { schema: schemas.cart, default: empty })

  it.each(['', '9007199254740993', 'true', 'null', '{"a":1}', '"a"', ' '])(
    'takes %j for text where the default is text',
    (value) => {
      expect(text.decode(value)).toBe(value)
      expect(text.encode(value)).toBe(value)
    },
  )

  it.each(['', 'a', '9007199254740993', 'true', 'null', '{"a":1}', '"a"', '""', '\\'])(
    'reads %j back, whatever the default',
    (value) => {
      expect(bare.decode(bare.encode(value))).toBe(value)
    },
  )

  it('gives the default for what does not fit', () => {
    expect(word.decode('dark')).toBe('dark')
    expect(word.decode('blue')).toBe('light')
    expect(count.decode('7')).toBe(7)
    for (const bad of ['-1', '1.5', 'seven', '', '"7"', 'NaN', '[7]']) expect(count.decode(bad)).toBe(0)
    for (const bad of ['', '{', '{}', '[]', 'null', '{"items":[{}],"total":1}', '{"items":[],"total":"1"}'])
      expect(basket.decode(bad)).toBe(empty)
  })

  it('writes JSON, and reads it back', () => {
    expect(basket.encode(cart)).toBe(JSON.stringify(cart))
    expect(basket.decode(basket.encode(cart))).toEqual(cart)
    expect(count.decode(count.encode(12))).toBe(12)
  })

  it('never throws, and gives only what fits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (value) => {
        const read = basket.decode(value)
        expect(typeof read.total).toBe('number')
        expect(count.decode(value)).toBeGreaterThanOrEqual(0)
        expect(['light', 'dark']).toContain(word.decode(value))
      }),
    )
  })
})

it('reads hostile digits in linear time', () => {
  const count = defineCookie('count', { default: 0 })
  /** The best of several runs, as a busy machine interrupts some. */
  const timeOf = (length: number): number => {
    const text = '1'.repeat(length) + 'x'
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now()
      for (let i = 0; i < 50; i++) expect(count.decode(text)).toBe(0)
      return performance.now() - start
    })
    return Math.min(...times)
  }
  timeOf(1000)
  // 16 times as long: 16 times the time at most where it is linear, 256 times where it is not.
  expect(timeOf(16_000) / timeOf(1000)).toBeLessThan(80)
})

describe('a schema', () => {
  it('that trims is given the text itself', () => {
    const cookie = defineCookie('a', { schema: z.string().trim(), default: '' })
    expect(cookie.decode(cookie.encode(' a '))).toBe('a')
  })

  it('that has a default of its own does not hide text that is no JSON', () => {
    const cookie = defineCookie('a', { schema: z.string().default('x') })
    expect(cookie.decode('hello')).toBe('hello')
    expect(defineCookie('a', { schema: z.coerce.string() }).decode('hello')).toBe('hello')
  })

  it('may give null, which is a value', () => {
    const cookie = defineCookie('a', { schema: z.number().nullable(), default: 0 })
    expect(cookie.decode(cookie.encode(null))).toBeNull()
    expect(defineCookie('a', { schema: z.union([z.null(), z.string()]) }).decode('null')).toBeNull()
  })

  it('may turn the text into another type, which it then reads itself', () => {
    const date = defineCookie('seen', { schema: z.coerce.date() })
    const value = new Date('2026-03-01T12:00:00.000Z')
    expect(date.decode(date.encode(value))).toEqual(value)
    expect(date.decode('yesterday')).toBeUndefined()
  })

  const hostOf = (url: unknown) => new URL(String(url)).hostname
  const own: StandardSchema<unknown, string> = {
    '~standard': { version: 1, vendor: 'own', validate: (url) => ({ value: hostOf(url) }) },
  }
  it.each([
    ['its own', own],
    ['zod, which tries again with a promise', z.string().transform(hostOf)],
  ])('that throws on text from outside, by %s, gives the default, and says so while you develop', async (_, schema) => {
    const debug = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const host = defineCookie('host', { schema, default: 'none' })
    expect(host.decode('https://example.com/a')).toBe('example.com')
    expect(host.decode('no URL')).toBe('none')
    await vi.waitFor(() => {
      expect(debug).toHaveBeenCalledWith('[assent] The schema of a cookie threw.', expect.any(TypeError))
    })
  })

  it('that is asynchronous gives the default, and is a mistake that is reported while you develop', async () => {
    const answer = Promise.resolve({ value: 'text' })
    const then = vi.spyOn(answer, 'then')
    const schema: StandardSchema<string> = { '~standard': { version: 1, vendor: 'slow', validate: () => answer } }
    const cookie = defineCookie('a', { schema, default: 'x' })
    expect(cookie.decode('text')).toBe('x')
    const [first] = then.mock.results
    await expect(first?.value).rejects.toThrow('The schema of a cookie validates asynchronously.')
    await expect(first?.value).rejects.toBeInstanceOf(ConsentError)
  })

  it('that is asynchronous is left alone in production, where it gives the default', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const schema = z.string().refine((text) => Promise.resolve(text.length > 1))
    expect(defineCookie('a', { schema, default: 'x' }).decode('text')).toBe('x')
    await new Promise((resolve) => setTimeout(resolve)) // an unhandled rejection would fail the run
  })
})

describe('two values', () => {
  it('are equal when they are the same data', () => {
    const { equals } = defineCookie('a', { default: { a: 1, b: [1] } })
    expect(equals({ a: 1, b: [1] }, { a: 1, b: [1] })).toBe(true)
    expect(equals({ a: 1, b: [1] }, { b: [1], a: 1 })).toBe(true)
    expect(equals({ a: 1, b: [1] }, { a: 1, b: [2] })).toBe(false)
    expect(equals({ a: 1, b: [1] }, { a: 1, b: [1, 2] })).toBe(false)
    expect(equals({ a: 1, b: [] }, { a: 1, b: [NaN] })).toBe(false)
  })

  it('are equal when they are identical, whatever they are', () => {
    expect(defineCookie('a', { default: 0 }).equals(NaN, NaN)).toBe(true)
    expect(defineCookie('a').equals(undefined, undefined)).toBe(true)
    expect(defineCookie('a').equals(undefined, 'undefined')).toBe(false)
    expect(defineCookie('a').equals('undefined', undefined)).toBe(false)
  })

  it('are equal by the rule that was given', () => {
    const { equals } = defineCookie('a', { default: 'x', equals: (a, b) => a.toLowerCase() === b.toLowerCase() })
    expect(equals('A', 'a')).toBe(true)
  })
})

describe('what is read', () => {
  const definitions = [
    defineCookie('a', { default: 'x' }),
    defineCookie('a', { default: 1 }),
    defineCookie('a', { default: true }),
    defineCookie('a', { default: {} }),
  ]
  it('is what was written', () => {
    const values = [
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.dictionary(fc.string(), fc.jsonValue()),
    ]
    definitions.forEach((definition, i) => {
      // One codec a type: the value is of the type of its default.
      const { encode, decode } = definition as {
        encode(this: void, value: unknown): string
        decode(this: void, text: string): unknown
      }
      fc.assert(
        fc.property(values[i] ?? fc.constant(null), (value) => {
          const expected =
            typeof value === 'string' || typeof value === 'boolean'
              ? value
              : (JSON.parse(JSON.stringify(value)) as unknown)
          expect(decode(encode(value))).toEqual(expected)
        }),
      )
    })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        for (const { decode, default: initial } of definitions) expect(typeof decode(text)).toBe(typeof initial)
      }),
    )
  })
})

describe('a definition', () => {
  it('tells its name, its default, its attributes, and no more', () => {
    const cookie = defineCookie('theme', {
      values: ['light', 'dark'],
      default: 'light',
      maxAge: days(365),
      purpose: 'Colours',
      maxBytes: 10,
    })
    expect(cookie).toMatchObject({ name: 'theme', default: 'light', side: 'client' })
    expect(cookie.options).toEqual({ maxAge: 31_536_000, purpose: 'Colours', maxBytes: 10 })
  })

  it('of an HttpOnly cookie is for servers', () => {
    expect(defineCookie('sessionid', { httpOnly: true }).side).toBe('server')
    expect(defineCookie('sessionid', { httpOnly: false }).side).toBe('client')
  })

  it('counts days in seconds', () => {
    expect([days(1), days(400), days(0.5)]).toEqual([86_400, 34_560_000, 43_200])
  })
})

type Options = Parameters<typeof defineCookie>[1]
const circular: Record<string, unknown> = {}
circular.self = [circular]

const mistakes: [ConsentErrorCode, string, string, unknown][] = [
  ['invalid-cookie-name', 'with a space in the name', 'my cookie', {}],
  ['invalid-cookie-name', 'without a name', '', {}],
  ['invalid-cookie-name', 'with "=" in the name', 'a=b', {}],
  ['invalid-cookie-name', 'with a line break in the name', 'a\n', {}],
  ['lifetime-too-long', 'of 401 days', 'a', { maxAge: days(401) }],
  ['lifetime-too-long', 'of milliseconds', 'a', { maxAge: 365 * 24 * 3600 * 1000 }],
  ['invalid-attribute', 'with a lifetime that is no number', 'a', { maxAge: NaN }],
  ['invalid-attribute', 'with an endless lifetime', 'a', { maxAge: Infinity }],
  ['invalid-attribute', 'with a relative path', 'a', { path: 'shop' }],
  ['invalid-attribute', 'with an attribute in the path', 'a', { path: '/; domain=x' }],
  ['invalid-attribute', 'with an empty domain', 'a', { domain: '' }],
  ['invalid-attribute', 'with a line break in the domain', 'a', { domain: 'a\r\nb' }],
  ['invalid-attribute', 'with SameSite=None that is not Secure', 'a', { sameSite: 'none', secure: false }],
  ['invalid-attribute', 'Partitioned that is not Secure', 'a', { partitioned: true, secure: false }],
  ['invalid-attribute', 'named __Host- with a domain', '__Host-a', { domain: 'a.example' }],
  ['invalid-attribute', 'named __host- with a path', '__host-a', { path: '/shop' }],
  ['invalid-attribute', 'named __Secure- that is not Secure', '__Secure-a', { secure: false }],
  ['invalid-definition', 'with a default that is none of its values', 'a', { values: ['x'], default: 'y' }],
  ['invalid-definition', 'with two values of one text', 'a', { values: [1, '1'] }],
  ['invalid-definition', 'with a bigint for a default', 'a', { default: 1n }],
  ['invalid-definition', 'with a bigint in its default', 'a', { default: { ids: [1n] } }],
  ['invalid-definition', 'with NaN for a default', 'a', { default: NaN }],
  ['invalid-definition', 'with Infinity in its default', 'a', { default: { most: Infinity } }],
  ['invalid-definition', 'with undefined in a list of its default', 'a', { default: [undefined] }],
  ['invalid-definition', 'with a Map in its default', 'a', { default: { seen: new Map() } }],
  ['invalid-definition', 'with a date in its default', 'a', { default: { at: new Date(0) } }],
  ['invalid-definition', 'with a function for a default', 'a', { default: () => 1 }],
  ['invalid-definition', 'with a symbol for a default', 'a', { default: Symbol('s') }],
  ['invalid-definition', 'with a default that holds itself', 'a', { default: circular }],
  ['invalid-definition', 'signed and sealed', 'a', { signed: true, sealed: true }],
]

describe('a mistake in a definition', () => {
  it.each(mistakes)('%s: a cookie %s', (code, _, name, options) => {
    const define = () => defineCookie(name, options as Options)
    expect(define).toThrow(ConsentError)
    expect(define).toThrow(expect.objectContaining({ code, link: `assent/docs/errors.md#${code}` }))
    expect(define).toThrow(/^.{60,} \(assent\/docs\/errors\.md#[a-z-]+\)$/s)
  })

  it.each(mistakes)('%s is not looked for in production: a cookie %s', (_code, _, name, options) => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(defineCookie(name, options as Options).name).toBe(name)
  })

  it('is none of these', () => {
    expect(defineCookie('__Host-a', { path: '/', secure: true, maxAge: days(400) }).name).toBe('__Host-a')
    expect(defineCookie('a', { sameSite: 'none' }).options.sameSite).toBe('none')
    expect(defineCookie('a', { maxAge: 0 }).options.maxAge).toBe(0)
  })
})
