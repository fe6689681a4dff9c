import { days, defineCookie, parseSetCookie, type CookieOptions } from 'assent/core'
import { createCookies, type SetOptions } from 'assent/server'
import { describe, expect, it } from 'vitest'

const secret = 'a secret of this test, long enough'
const NOON = Date.parse('2026-03-01T12:00:00Z')
const inDays = (count: number) => new Date(NOON + days(count) * 1000)
const at = (day: number, header = '') => createCookies(header, { secret, clock: () => inDays(day).getTime() })
const sent = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ')

describe.each(['signed', 'sealed'] as const)('the lifetime of a %s cookie', (protection) => {
  const define = (options: CookieOptions) => defineCookie('session', { default: '', [protection]: true, ...options })

  it.each<[declared: CookieOptions, given: SetOptions]>([
    [{ maxAge: days(1) }, { maxAge: days(30) }],
    [{ maxAge: days(1) }, { maxAge: days(1) + 1 }],
    [{ maxAge: days(1) }, { maxAge: days(500) }],
    [{ maxAge: days(1) }, { expires: inDays(30) }],
    [{ maxAge: days(1) }, { expires: inDays(30), maxAge: days(2) }],
    [{ expires: inDays(1) }, { maxAge: days(2) }],
    [{ expires: inDays(1) }, { expires: inDays(2) }],
  ])('of %j is not made longer by %j, for it would be expired while the browser keeps it', (declared, given) => {
    const cookies = at(0)
    expect(() => cookies.set(define(declared), 'ada', given)).toThrow(
      expect.objectContaining({ name: 'ConsentError', code: 'lifetime-too-long' }),
    )
    expect(cookies.toHeaders()).toEqual([])
  })

  it.each<[declared: CookieOptions, given: SetOptions, lives: number]>([
    [{ maxAge: days(30) }, { maxAge: days(1) }, 1],
    [{ maxAge: days(30) }, { maxAge: days(30) }, 30],
    [{ maxAge: days(30) }, { expires: inDays(2) }, 2],
    [{ maxAge: days(30) }, {}, 30],
    [{}, { maxAge: days(60) }, 60],
    [{}, { expires: inDays(60) }, 60],
    [{ expires: inDays(9) }, {}, 9],
    [{ expires: inDays(9) }, { maxAge: days(3) }, 3],
  ])('of %j with %j is what the browser is told: it counts for %i days', (declared, given, lives) => {
    const cookie = define(declared)
    const cookies = at(0)
    cookies.set(cookie, 'ada', given)
    const [line = ''] = cookies.toHeaders()
    const { maxAge, expires } = parseSetCookie(line) ?? {}
    expect(maxAge ?? ((expires?.getTime() ?? 0) - NOON) / 1000).toBe(days(lives))
    expect(at(lives - 0.01, sent([line])).get(cookie)).toBe('ada')
  })

  it.each<[declared: CookieOptions, day: number]>([
    [{ maxAge: days(1) }, 1.1],
    [{ expires: inDays(9) }, 9.1],
  ])('of %j is over on day %d, also where a browser still has it', (declared, day) => {
    const cookies = at(0)
    cookies.set(define(declared), 'ada')
    const header = sent(cookies.toHeaders())
    expect(at(day, header).checkSigned(define(declared))).toEqual({ ok: false, reason: 'expired' })
    expect(at(day, header).get(define(declared))).toBe('')
  })

  it('may end at once: that deletes', () => {
    const cookies = at(0, 'session=x')
    expect(cookies.set(define({ maxAge: days(1) }), 'ada', { maxAge: 0 })).toEqual({ ok: true })
    expect(cookies.toHeaders()).toEqual([expect.stringMatching(/^session=; /)])
  })
})

it('the expires of a call wins over the maxAge of a definition', () => {
  const cookies = at(0)
  cookies.set(defineCookie('theme', { default: 'light', maxAge: days(365) }), 'dark', { expires: inDays(2) })
  expect(cookies.toHeaders()).toEqual([expect.not.stringContaining('Max-Age')])
})

it.each([
  ['maxAge: 0', { maxAge: 0 }],
  ['a negative maxAge', { maxAge: -5, path: '/shop' }],
  ['less than a second', { maxAge: 0.5 }],
  ['an expires in the past', { expires: new Date(0), domain: 'example.com' }],
])('a cookie that is set with %s is deleted as delete() does it', (_, attributes) => {
  const [setting, deleting] = [createCookies(null, { secure: true }), createCookies(null, { secure: true })]
  setting.set('a', '1', attributes)
  const { path, domain } = attributes as { path?: string; domain?: string }
  deleting.delete('a', { path, domain })
  expect(setting.toHeaders()).toEqual(deleting.toHeaders())
  expect(setting.toHeaders()).toEqual([expect.stringMatching(/; Max-Age=0; Secure; SameSite=None$/)])
})
