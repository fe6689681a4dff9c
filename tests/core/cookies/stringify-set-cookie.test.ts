import {
  ConsentError,
  type CookieAttributes,
  encodePythonValue,
  type Finding,
  parseSetCookie,
  type SetCookie,
  stringifySetCookie,
} from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

const now = () => Date.UTC(2026, 0, 1)
const days = (count: number) => count * 86_400

it.each<[CookieAttributes, string]>([
  [{}, ''],
  [{ maxAge: 3600 }, '; Max-Age=3600'],
  [{ maxAge: 0 }, '; Max-Age=0'],
  [{ maxAge: -5 }, '; Max-Age=0'],
  [{ expires: new Date(0) }, '; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
  [{ expires: new Date(-1e15) }, '; Expires=Mon, 01 Jan 1601 00:00:00 GMT'],
  [{ domain: '.example.com', path: '/a b' }, '; Domain=.example.com; Path=/a b'],
  [{ secure: false, httpOnly: false, partitioned: false, domain: undefined, path: '' }, ''],
  [
    {
      priority: 'medium',
      partitioned: true,
      sameSite: 'none',
      httpOnly: true,
      secure: true,
      maxAge: 60,
      expires: new Date(60_000),
      path: '/',
      domain: 'example.com',
    },
    '; Domain=example.com; Path=/; Expires=Thu, 01 Jan 1970 00:01:00 GMT; Max-Age=60; Secure; HttpOnly; SameSite=None; Partitioned; Priority=Medium',
  ],
])('writes %j', (attributes, text) => {
  expect(stringifySetCookie('a', '1', attributes)).toBe(`a=1${text}`)
  expect(stringifySetCookie({ name: 'a', value: '1', ...attributes })).toBe(`a=1${text}`)
})

it('encodes the value as js-cookie does, or as told', () => {
  const value = 'a "b"; c=1'
  expect(stringifySetCookie('a', value)).toBe('a=a%20%22b%22%3B%20c=1')
  expect(stringifySetCookie({ name: 'a', value }, { encode: encodePythonValue })).toBe('a="a \\"b\\"\\073 c=1"')
  expect(stringifySetCookie('a', 'x:y', {}, { encode: (text) => text })).toBe('a=x:y')
})

describe('a lifetime over 400 days', () => {
  it('is written as 400 days and reported', () => {
    const onFinding = vi.fn<(finding: Finding) => void>()
    const options = { onFinding, clock: now }
    expect(stringifySetCookie('a', '1', { maxAge: days(401) }, options)).toBe('a=1; Max-Age=34560000')
    expect(stringifySetCookie({ name: 'a', value: '1', expires: new Date('2036-01-01') }, options)).toBe(
      'a=1; Expires=Fri, 05 Feb 2027 00:00:00 GMT',
    )
    expect(onFinding.mock.calls.map(([finding]) => [finding.code, finding.severity])).toEqual([
      ['lifetime-clamped', 'changed'],
      ['lifetime-clamped', 'changed'],
    ])
  })

  it('begins after 400 days', () => {
    const onFinding = vi.fn<(finding: Finding) => void>()
    const expires = new Date(now() + days(400) * 1000)
    expect(stringifySetCookie('a', '1', { maxAge: days(400), expires }, { onFinding, clock: now })).toContain(
      'Max-Age=34560000',
    )
    expect(onFinding).not.toHaveBeenCalled()
  })
})

describe("a programmer's mistake", () => {
  const mistake = (...args: Parameters<typeof stringifySetCookie>) => {
    try {
      stringifySetCookie(...args)
    } catch (error) {
      if (error instanceof ConsentError) return error
      throw error
    }
    return undefined
  }

  it.each(['', 'my cookie', 'a=b', 'a\r\nSet-Cookie: b', 'é'])('throws for the name %j', (name) => {
    expect(mistake(name, '1')?.code).toBe('invalid-cookie-name')
  })

  it.each<CookieAttributes>([
    { domain: 'a.com; Path=/' },
    { domain: 'a.com\r\n' },
    { domain: 'a b.com' },
    { domain: 'münchen.de' },
    { path: '/; Secure' },
    { path: '/\n' },
    { path: '/é' },
    { expires: new Date('never') },
    { maxAge: 1.5 },
    { maxAge: NaN },
    { maxAge: Infinity },
    // As JavaScript without types passes them.
    JSON.parse('{ "maxAge": "60" }') as CookieAttributes,
    JSON.parse('{ "sameSite": "Lax" }') as CookieAttributes,
    JSON.parse('{ "sameSite": true }') as CookieAttributes,
    JSON.parse('{ "priority": "urgent" }') as CookieAttributes,
  ])('throws for %j', (attributes) => {
    expect(mistake('a', '1', attributes)?.code).toBe('invalid-attribute')
  })

  it('throws for an encode that leaves what ends the value or the line', () => {
    for (const value of ['a;b', 'a\nb', 'a\x7f']) {
      expect(mistake('a', value, {}, { encode: (text) => text })?.code).toBe('invalid-attribute')
    }
  })

  it('is explained in development and only named in production', () => {
    expect(mistake('my cookie', '')?.message).toMatch(
      /"my cookie" cannot be the name.*\(assent\/docs\/errors\.md#invalid-cookie-name\)/,
    )
    expect(mistake('a', '', { maxAge: 0.5 })?.message).toMatch(/0\.5/)
    vi.stubEnv('NODE_ENV', 'production')
    expect(mistake('my cookie', '')?.message).toBe('assent/docs/errors.md#invalid-cookie-name')
    expect(mistake('a', '', { maxAge: 0.5 })?.message).toBe('assent/docs/errors.md#invalid-attribute')
  })
})

it('is read back by parseSetCookie', () => {
  const label = fc.stringMatching(/^[a-z\d]{1,8}$/)
  const flag = fc.constant(true)
  const cookie = fc.record<SetCookie, 'name' | 'value'>(
    {
      name: fc.stringMatching(/^[\w!#$%&'*+.^`|~-]{1,20}$/),
      value: fc.string({ unit: 'binary', maxLength: 100 }),
      domain: fc.tuple(label, label).map((labels) => labels.join('.')),
      path: fc.array(label).map((labels) => `/${labels.join('/')}`),
      expires: fc
        .date({ min: new Date('1601-01-01'), max: new Date(now() + days(400) * 1000), noInvalidDate: true })
        .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
      maxAge: fc.integer({ min: 0, max: days(400) }),
      secure: flag,
      httpOnly: flag,
      partitioned: flag,
      sameSite: fc.constantFrom('strict', 'lax', 'none'),
      priority: fc.constantFrom('low', 'medium', 'high'),
    },
    { requiredKeys: ['name', 'value'], noNullPrototype: true },
  )
  fc.assert(
    fc.property(cookie, (written) => {
      expect(parseSetCookie(stringifySetCookie(written, { clock: now }))).toEqual(written)
    }),
  )
})
