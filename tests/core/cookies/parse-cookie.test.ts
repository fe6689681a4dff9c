import { decodePythonValue, encodeValue, parseCookie } from 'assent/core'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'

it.each<[string, [string, string][]]>([
  ['', []],
  [';', []],
  ['; ;\t;', []],
  ['=', []],
  ['a=1', [['a', '1']]],
  [
    'a=1; b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    'a=1;b=2;',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    ' \ta\t = \t1 2\t ;b=2',
    [
      ['a', '1 2'],
      ['b', '2'],
    ],
  ],
  ['a=', [['a', '']]],
  ['a=b=c', [['a', 'b=c']]],
  ['nameless', [['', 'nameless']]],
  ['=nameless', [['', 'nameless']]],
  [
    'a=1; nameless; b=2',
    [
      ['a', '1'],
      ['', 'nameless'],
      ['b', '2'],
    ],
  ],
  ['a=%7B%22b%22%3A1%7D', [['a', '{"b":1}']]],
  ['a="x\\054 y"', [['a', 'x, y']]],
  ['%61=1', [['%61', '1']]],
  [
    'a=100%; b=%E9',
    [
      ['a', '100%'],
      ['b', '%E9'],
    ],
  ],
  ['a=\u00a0x\u00a0', [['a', '\u00a0x\u00a0']]],
  ['other=_ga', [['other', '_ga']]],
])('reads %j', (header, entries) => {
  expect(Object.entries(parseCookie(header))).toEqual(entries)
})

it('keeps the first of two cookies with one name and reports the others', () => {
  const onDuplicate = vi.fn()
  expect(parseCookie('a=1; b=2; a=%33; x; a=4; =y', { onDuplicate })).toEqual({ a: '1', b: '2', '': 'x' })
  expect(onDuplicate.mock.calls).toEqual([
    ['a', '3'],
    ['a', '4'],
    ['', 'y'],
  ])
})

it('takes a name for a name, whatever an object would make of it', () => {
  const cookies = parseCookie('__proto__=1; constructor=2; toString=3; __proto__=4')
  expect(Object.getPrototypeOf(cookies)).toBe(null)
  expect(Object.entries(cookies)).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
    ['toString', '3'],
  ])
  expect('hasOwnProperty' in cookies).toBe(false)
})

it('reads values by another decoder', () => {
  expect(parseCookie('a=%41; b="%42 "', { decode: decodePythonValue })).toEqual({ a: '%41', b: '%42 ' })
})

it('reads back what a browser sends of encoded values', () => {
  const name = fc.stringMatching(/^[\w!#$&'*+.^`|~-]{1,20}$/)
  fc.assert(
    fc.property(fc.dictionary(name, fc.string({ unit: 'binary' }), { noNullPrototype: false }), (cookies) => {
      const header = Object.entries(cookies).map(([key, value]) => `${key}=${encodeValue(value)}`)
      expect({ ...parseCookie(header.join('; ')) }).toEqual({ ...cookies })
    }),
  )
})

it('never throws', () => {
  const pieces = fc.constantFrom(';', '=', ' ', '\t', '"', '\\', '%', '%41', '%ff', '__proto__', '\0', '\ud800')
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (texts) => {
      const cookies = parseCookie(texts.join(''))
      for (const value of Object.values(cookies)) expect(value).toBeTypeOf('string')
    }),
  )
})
