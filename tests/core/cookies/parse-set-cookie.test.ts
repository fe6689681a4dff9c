import { decodePythonValue, parseSetCookie, type SetCookie } from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const date = new Date('1994-11-15T08:12:31Z')

it.each<[string, SetCookie]>([
  ['a=1', { name: 'a', value: '1' }],
  [' a = 1 2 ; ', { name: 'a', value: '1 2' }],
  ['a', { name: '', value: 'a' }],
  ['=a', { name: '', value: 'a' }],
  ['a=', { name: 'a', value: '' }],
  ['a=b=c', { name: 'a', value: 'b=c' }],
  ['a=%41', { name: 'a', value: 'A' }],
  ['a="x\\073 y"', { name: 'a', value: 'x; y' }],
  ['a=1\t2', { name: 'a', value: '1\t2' }],
  [
    'a=1; Domain=Example.com; Path=/x; Expires=Tue, 15 Nov 1994 08:12:31 GMT; Max-Age=60; Secure; HttpOnly; SameSite=Lax; Partitioned; Priority=High',
    {
      name: 'a',
      value: '1',
      domain: 'example.com',
      path: '/x',
      expires: date,
      maxAge: 60,
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      partitioned: true,
      priority: 'high',
    },
  ],
  [
    'a=1;SECURE=no;  hTTPoNLY = x ;sAmEsItE=NONE',
    { name: 'a', value: '1', secure: true, httpOnly: true, sameSite: 'none' },
  ],
  ['a=1; Unknown=2; __proto__=3; constructor', { name: 'a', value: '1' }],
  ['a=1; Domain=.example.com', { name: 'a', value: '1', domain: 'example.com' }],
])('reads %j', (line, cookie) => {
  expect(parseSetCookie(line)).toStrictEqual(cookie)
})

// The last attribute wins; one that is ignored leaves the one before, except where it means a default (§5.6.4, §5.6.7).
it.each<[string, Partial<SetCookie>]>([
  ['Path=/a; Path=/b', { path: '/b' }],
  ['Path=/a; Path=b', {}],
  ['Path=/a; Path', {}],
  ['Domain=a.com; Domain=b.com', { domain: 'b.com' }],
  ['Domain=a.com; Domain=', {}],
  ['Domain=a.com; Domain=.', {}],
  ['SameSite=Lax; SameSite=Strict', { sameSite: 'strict' }],
  ['SameSite=Lax; SameSite=Other', {}],
  ['SameSite', {}],
  ['Priority=Low; Priority=Other', {}],
  ['Max-Age=1; Max-Age=2', { maxAge: 2 }],
  ['Max-Age=1; Max-Age=x', { maxAge: 1 }],
  ['Max-Age=-1', { maxAge: -1 }],
  ['Max-Age=-0', { maxAge: 0 }],
  ['Max-Age=007', { maxAge: 7 }],
  ['Max-Age=', {}],
  ['Max-Age=+1', {}],
  ['Max-Age=1.5', {}],
  ['Max-Age=1e3', {}],
  ['Max-Age=-', {}],
  [`Max-Age=${'9'.repeat(400)}`, { maxAge: Number.MAX_SAFE_INTEGER }],
  [`Max-Age=-${'9'.repeat(400)}`, { maxAge: Number.MIN_SAFE_INTEGER }],
  ['Max-Age=63072000', { maxAge: 63_072_000 }],
  ['Expires=Tue, 15 Nov 1994 08:12:31 GMT; Expires=never', { expires: date }],
  ['Expires=never', {}],
])('reads the attributes %s', (attributes, expected) => {
  expect(parseSetCookie(`a=1; ${attributes}`)).toStrictEqual({ name: 'a', value: '1', ...expected })
})

describe('limits', () => {
  it.each([
    [`${'n'.repeat(96)}=${'v'.repeat(4000)}`, true],
    [`${'n'.repeat(96)}=${'v'.repeat(4001)}`, false],
    [`a=${'é'.repeat(2048)}`, false],
    [`a=${'é'.repeat(2047)}`, true],
    ['', false],
    ['=; Secure', false],
    ['a=1\0', false],
    ['a=1\n', false],
    ['a\x7f=1', false],
    ['a=1; Path=/\x01', false],
  ])('takes or drops a line as browsers do (%#)', (line, stored) => {
    expect(parseSetCookie(line) !== undefined).toBe(stored)
  })

  it('ignores an attribute over 1024 bytes', () => {
    const path = `/${'p'.repeat(1023)}`
    expect(parseSetCookie(`a=1; Path=${path}`)?.path).toBe(path)
    expect(parseSetCookie(`a=1; Path=/x; Path=${path}p`)?.path).toBe('/x')
  })
})

it('reads the value by another decoder', () => {
  expect(parseSetCookie('a=%41', { decode: decodePythonValue })?.value).toBe('%41')
})

it('never throws', () => {
  const pieces = fc.constantFrom(
    ';',
    '=',
    'Max-Age=',
    'Expires=',
    'Domain=',
    'Path',
    'SameSite=',
    '"',
    '%ff',
    ' ',
    '\0',
    '9',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (texts) => {
      const cookie = parseSetCookie(texts.join(''))
      expect(cookie === undefined || typeof cookie.value === 'string').toBe(true)
    }),
  )
})
