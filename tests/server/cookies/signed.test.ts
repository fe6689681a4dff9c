import { days, decodePythonValue, defineCookie, parseSetCookie } from 'assent/core'
import { createCookies, TimestampSigner, type CookiesOptions } from 'assent/server'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import django from '../../fixtures/django-vectors.json' with { type: 'json' }

const secret = 'Vq3-9mTz_KxR7wLp2Hs8dYc5NbJf4GuE'
const NOON = Date.UTC(2026, 10, 25, 12)
const site = (options: CookiesOptions = {}) => ({ secret, clock: () => NOON, ...options })
const cookiesOf = (cookie = '', options?: CookiesOptions) =>
  createCookies(new Request('https://shop.example/', { headers: { cookie } }), site(options))
/** What the browser sends after a reply with these lines. */
const sent = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ')
const later = (seconds: number): CookiesOptions => ({ clock: () => NOON + seconds * 1000 })

interface Vector {
  readonly kind: string
  readonly key: string
  readonly salt: string | null
  readonly time: number
  readonly name?: string
  readonly value?: string
  readonly signed: string
  readonly header?: string
}
const vectors: readonly Vector[] = django.vectors

describe('signed cookies', () => {
  it.each(vectors.filter(({ kind }) => kind === 'cookie'))(
    'are those of Django, to the byte: $header',
    ({ key, salt, time, name = '', value = '', signed, header = '' }) => {
      const options = { secret: key, clock: () => time * 1000 }
      const cookies = createCookies(null, options)
      cookies.setSigned(name, value, { salt: salt ?? '', secure: false, httpOnly: false })
      const [line = ''] = cookies.toHeaders()
      expect(decodePythonValue(line.slice(name.length + 1, line.indexOf('; Path')))).toBe(signed)
      expect(line.split('; Path')[0]).toBe(header.split('; Path')[0])
      const back = createCookies(header.split('; Path')[0], options)
      expect(back.getSigned(name, { salt: salt ?? '', maxAge: 0 })).toBe(value)
    },
  )

  it('come back as they were set, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary' }), (value, salt) => {
        const cookies = cookiesOf()
        cookies.setSigned('user_id', value, { salt })
        const response = cookies.commit(new Response(null))
        expect(cookiesOf(sent(response.headers.getSetCookie())).getSigned('user_id', { salt })).toBe(value)
      }),
    )
  })

  it('are HttpOnly, unless that is unwanted', () => {
    const cookies = cookiesOf()
    cookies.setSigned('user_id', '42', { salt: 'auth', maxAge: 3600 })
    cookies.setSigned('shown', '42', { httpOnly: false })
    const [hidden, shown] = cookies.toHeaders().map((line) => parseSetCookie(line))
    expect(hidden).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 3600 })
    expect(shown).not.toHaveProperty('httpOnly')
  })

  it('tell why there is no value', () => {
    const setting = cookiesOf()
    setting.setSigned('user_id', '42', { salt: 'auth' })
    const cookie = sent(setting.toHeaders())
    const check = (header: string, seconds = 0, salt = 'auth') =>
      cookiesOf(header, later(seconds)).checkSigned('user_id', { salt, maxAge: 3600 })
    expect(check(cookie, 3600)).toEqual({ ok: true, value: '42' })
    expect(check('')).toEqual({ ok: false, reason: 'absent' })
    expect(check(cookie, 3601)).toEqual({ ok: false, reason: 'expired' })
    expect(check(cookie.replace('=42', '=43'))).toEqual({ ok: false, reason: 'bad-signature' })
    expect(check(cookie, 0, 'other')).toEqual({ ok: false, reason: 'bad-signature' })
    expect(check('user_id=42')).toEqual({ ok: false, reason: 'bad-signature' })
    expect(
      cookiesOf(cookie, later(3601)).getSigned('user_id', { salt: 'auth', maxAge: 3600, default: null }),
    ).toBeNull()
    expect(cookiesOf('user_id=42').getSigned('user_id')).toBeUndefined()
  })

  it('of another name do not count', () => {
    const setting = cookiesOf()
    setting.setSigned('user_id', '42')
    expect(cookiesOf(sent(setting.toHeaders()).replace('user_id', 'admin_id')).getSigned('admin_id')).toBeUndefined()
  })

  it('are refused with any one character changed', () => {
    const setting = cookiesOf()
    setting.setSigned('c', 'user 42')
    const cookie = sent(setting.toHeaders())
    fc.assert(
      fc.property(
        fc.nat(cookie.length - 3),
        fc.constantFrom('A', 'a', '0', '_', '-', ':', '"', ' ', '\\', '%', '='),
        (at, other) => {
          const changed = cookie.slice(0, at + 2) + other + cookie.slice(at + 3)
          const value = cookiesOf(changed).getSigned('c')
          // Only what Python's quoting writes in two ways may still be the same text.
          if (decodePythonValue(changed.slice(2)) !== decodePythonValue(cookie.slice(2))) expect(value).toBeUndefined()
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('are found behind one of the same name that somebody else has set', () => {
    const setting = cookiesOf()
    setting.setSigned('user_id', '42')
    expect(cookiesOf(`user_id=1:1AAAAA:forged; ${sent(setting.toHeaders())}`).getSigned('user_id')).toBe('42')
  })

  it('rotate their secrets', () => {
    const setting = createCookies(null, { secret: 'the secret that was used last year', clock: () => NOON })
    setting.setSigned('user_id', '42')
    const cookie = sent(setting.toHeaders())
    expect(cookiesOf(cookie).getSigned('user_id')).toBeUndefined()
    const fallbackSecrets = ['the secret that was used last year']
    expect(cookiesOf(cookie, { fallbackSecrets }).getSigned('user_id')).toBe('42')
  })

  it('of older Djangos are read where that is asked for, and never longer than they count', () => {
    const old = cookiesOf('', { cookieSalt: 'legacy' })
    old.setSigned('user_id', '42', { salt: 'auth' })
    const cookie = sent(old.toHeaders())
    const read = (options: CookiesOptions) =>
      cookiesOf(cookie, options).checkSigned('user_id', { salt: 'auth', maxAge: 60 })
    expect(read({})).toEqual({ ok: false, reason: 'bad-signature' })
    expect(read({ readLegacySalt: true })).toEqual({ ok: true, value: '42' })
    expect(read({ cookieSalt: 'legacy' })).toEqual({ ok: true, value: '42' })
    expect(read({ readLegacySalt: true, ...later(61) })).toEqual({ ok: false, reason: 'expired' })
    // `salt=key + salt` of `HttpRequest.get_signed_cookie`, with the key of `get_cookie_signer`.
    const signer = new TimestampSigner({ key: `django.http.cookies${secret}`, salt: 'user_idauth', now: () => NOON })
    expect(decodePythonValue(cookie.slice('user_id='.length))).toBe(signer.sign('42'))
  })

  it('of today that are too old are not tried as old ones', () => {
    // The same text signed in both ways: the first one is expired, whatever the second says.
    const setting = cookiesOf()
    setting.setSigned('c', 'x')
    const [line = ''] = setting.toHeaders()
    expect(cookiesOf(sent([line]), { readLegacySalt: true, ...later(61) }).checkSigned('c', { maxAge: 60 })).toEqual({
      ok: false,
      reason: 'expired',
    })
  })

  it('keep apart a salt and a name that are the same together', () => {
    const setting = cookiesOf()
    setting.setSigned('ab', 'x', { salt: 'c' })
    const cookie = sent(setting.toHeaders()).replace('ab=', 'b=')
    expect(cookiesOf(cookie).getSigned('b', { salt: 'ca' })).toBeUndefined()
  })

  it('are signed under the key and salt that Django documents', () => {
    const setting = cookiesOf()
    setting.setSigned('user_id', '42', { salt: '🍪' })
    const signer = new TimestampSigner({
      key: `django.http.cookies${secret}`,
      salt: 'django.http.cookies.v2:1:🍪user_id',
      now: () => NOON,
    })
    expect(sent(setting.toHeaders())).toBe(`user_id=${signer.sign('42')}`)
  })
})

describe.each([{ signed: true }, { sealed: true }] as const)('a definition that is %j', (protection) => {
  const session = defineCookie('session', {
    ...protection,
    schema: v.object({ id: v.number(), version: v.literal(1) }),
    maxAge: days(1),
    salt: 'login',
    sameSite: 'strict',
  })
  const set = (options?: CookiesOptions): string => {
    const cookies = cookiesOf('', options)
    expect(cookies.set(session, { id: 7, version: 1 })).toEqual({ ok: true })
    return sent(cookies.toHeaders())
  }

  it('is for servers, and HttpOnly', () => {
    expect(session.side).toBe('server')
    const cookies = cookiesOf()
    cookies.set(session, { id: 7, version: 1 })
    expect(parseSetCookie(cookies.toHeaders()[0] ?? '')).toMatchObject({
      httpOnly: true,
      sameSite: 'strict',
      maxAge: 86_400,
    })
  })

  it('is read as it was set, as long as it lives', () => {
    const cookie = set()
    expect(cookiesOf(cookie).get(session)).toEqual({ id: 7, version: 1 })
    expect(cookiesOf(cookie, later(86_400)).get(session)).toEqual({ id: 7, version: 1 })
    expect(cookiesOf(cookie, later(86_401)).get(session)).toBeUndefined()
    expect(cookiesOf(cookie, later(86_401)).checkSigned(session)).toEqual({ ok: false, reason: 'expired' })
  })

  it('has no value that nobody of the site has set', () => {
    for (const forged of ['session={"id":7,"version":1}', 'session=7', `${set()}x`, set().replace(/.$/, '!')])
      expect(cookiesOf(forged).get(session)).toBeUndefined()
    expect(cookiesOf(set()).checkSigned(session)).toEqual({ ok: true, value: { id: 7, version: 1 } })
    expect(cookiesOf(set(), { secret: 'another secret, which nobody has used' }).get(session)).toBeUndefined()
  })

  it('rotates its secrets', () => {
    const cookie = set({ secret: 'the secret that was used last year' })
    expect(cookiesOf(cookie).get(session)).toBeUndefined()
    expect(cookiesOf(cookie, { fallbackSecrets: ['the secret that was used last year'] }).get(session)).toMatchObject({
      id: 7,
    })
  })

  it('is read back at once', () => {
    const cookies = cookiesOf()
    cookies.set(session, { id: 8, version: 1 })
    expect(cookies.get(session)).toEqual({ id: 8, version: 1 })
  })
})

it('a sealed value shows nothing of itself', () => {
  const note = defineCookie('note', { sealed: true })
  const cookies = cookiesOf()
  cookies.set(note, 'nobody reads this')
  const [, wire = ''] = sent(cookies.toHeaders()).split('=')
  expect(wire).toMatch(/^[\w-]{40,}$/)
  expect(atob(wire.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('nobody')
})

describe('secrets', () => {
  it.each([
    ['setSigned', (cookies: ReturnType<typeof createCookies>) => cookies.setSigned('a', '1')],
    ['getSigned', (cookies: ReturnType<typeof createCookies>) => cookies.getSigned('a')],
    [
      'a signed definition',
      (cookies: ReturnType<typeof createCookies>) => cookies.get(defineCookie('a', { signed: true })),
    ],
  ])('are needed for %s', (_, task) => {
    expect(() => task(createCookies('a=1'))).toThrow(expect.objectContaining({ code: 'missing-secret' }))
  })

  it.each([
    [{ secret: undefined }, 'missing-secret'],
    [{ secret: '' }, 'missing-secret'],
    [{ secret: 'x'.repeat(31) }, 'weak-secret'],
    [{ secret: 'abcd'.repeat(20) }, 'weak-secret'],
    [{ secret: `django-insecure-${secret}` }, 'weak-secret'],
    [{ secret, fallbackSecrets: [''] }, 'missing-secret'],
    [{ secret, fallbackSecrets: ['short'] }, 'weak-secret'],
  ])('%j is refused in production', (options, code) => {
    expect(() => createCookies('', options)).not.toThrow()
    vi.stubEnv('NODE_ENV', 'production')
    expect(() => createCookies('', options)).toThrow(expect.objectContaining({ name: 'ConsentError', code }))
  })

  it('that can be guessed are warned of before production, once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    for (let i = 0; i < 3; i++) createCookies('', { secret: 'guess me' })
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('In production this is an error'))
  })

  it('that are strong are taken without a word', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(() => createCookies('', { secret, fallbackSecrets: [`${secret}!`] })).not.toThrow()
    expect(() => createCookies('')).not.toThrow()
  })
})
