import { days, defineConsent, defineCookie, parseSetCookie } from 'assent/core'
import { createCookies, type CookiesOptions, type SetOptions } from 'assent/server'
import { describe, expect, it, vi } from 'vitest'

const request = (cookie = '', url = 'https://shop.example/') => new Request(url, { headers: { cookie } })
const cookiesOf = (cookie = '', options?: CookiesOptions) => createCookies(request(cookie), options)
const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light', maxAge: days(365) })
const cart = defineCookie('cart', {
  default: { items: [''] },
  maxAge: days(7),
  maxBytes: 40,
  httpOnly: true,
  path: '/shop',
})

describe('setting a cookie', () => {
  it('uses the attributes of its definition, and of the call', () => {
    const cookies = cookiesOf()
    expect(cookies.set(theme, 'dark')).toEqual({ ok: true })
    cookies.set(cart, { items: ['a'] }, { sameSite: 'strict' })
    expect(cookies.toHeaders()).toEqual([
      'theme=dark; Path=/; Max-Age=31536000; Secure; SameSite=Lax',
      'cart={%22items%22:[%22a%22]}; Path=/shop; Max-Age=604800; Secure; HttpOnly; SameSite=Strict',
    ])
  })

  it('takes a name and any value that its type reads back', () => {
    const cookies = cookiesOf()
    cookies.set('text', 'a; b')
    cookies.set('n', 1.5)
    cookies.set('on', true)
    cookies.set('list', [1, 'é'])
    expect(cookies.toHeaders().map((line) => line.split(';')[0])).toEqual([
      'text=a%3B%20b',
      'n=1.5',
      'on=true',
      'list=[1%2C%22%C3%A9%22]',
    ])
    expect(cookies.get('list', [0, ''])).toEqual([1, 'é'])
  })

  it('is read back at once, and the last word counts', () => {
    const cookies = cookiesOf('theme=light')
    cookies.set(theme, 'dark')
    expect(cookies.get(theme)).toBe('dark')
    cookies.delete(theme)
    expect(cookies.has(theme)).toBe(false)
    expect(cookies.toHeaders()).toEqual(['theme=; Path=/; Max-Age=0; Secure; SameSite=None'])
    cookies.set(theme, 'dark')
    expect(cookies.toHeaders()).toEqual([expect.stringMatching(/^theme=dark;/)])
  })

  it('keeps cookies of one name on different paths apart', () => {
    const cookies = cookiesOf()
    cookies.set('a', '1', { path: '/x' })
    cookies.set('a', '2', { path: '/y' })
    cookies.set('a', '3', { path: '/x' })
    expect(cookies.toHeaders().map((line) => line.split('; S')[0])).toEqual(['a=2; Path=/y', 'a=3; Path=/x'])
  })

  it.each<[CookiesOptions, string, boolean]>([
    [{}, 'https://shop.example/', true],
    [{}, 'http://localhost:3000/', false],
    [{ secure: true }, 'http://localhost:3000/', true],
    [{ secure: false }, 'https://shop.example/', false],
    [{ secure: 'auto' }, 'http://shop.example/', false],
  ])('with %j at %s is Secure: %s', (options, url, isSecure) => {
    const cookies = createCookies(request('', url), options)
    cookies.set('a', '1')
    expect(parseSetCookie(cookies.toHeaders()[0] ?? '')?.secure ?? false).toBe(isSecure)
  })

  it('is Secure in production, whatever a proxy made of the URL', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const cookies = createCookies(request('', 'http://shop.example/'))
    cookies.set('a', '1')
    expect(cookies.toHeaders()[0]).toContain('; Secure')
  })

  it('believes a proxy only when told to', () => {
    const forwarded = new Request('http://shop.example/', { headers: { 'x-forwarded-proto': 'https, http' } })
    for (const [trustProxy, expected] of [
      [true, true],
      [false, false],
    ]) {
      const cookies = createCookies(forwarded, { secure: 'auto', trustProxy })
      cookies.set('a', '1')
      expect(cookies.toHeaders()[0]?.includes('Secure')).toBe(expected)
    }
  })

  it.each<[string, SetOptions]>([
    ['a', { sameSite: 'none' }],
    ['a', { partitioned: true }],
    ['__Host-a', {}],
    ['__Secure-a', {}],
  ])('%s with %j is Secure also on http, because it cannot do without', (name, options) => {
    const cookies = createCookies(request('', 'http://localhost/'))
    cookies.set(name, '1', options)
    expect(cookies.toHeaders()[0]).toContain('; Secure')
  })

  it.each<[string, SetOptions, string]>([
    ['a b', {}, 'invalid-cookie-name'],
    ['', {}, 'invalid-cookie-name'],
    ['a', { path: 'x' }, 'invalid-attribute'],
    ['a', { path: '/;x' }, 'invalid-attribute'],
    ['a', { domain: 'a b' }, 'invalid-attribute'],
    ['a', { maxAge: NaN }, 'invalid-attribute'],
    ['a', { expires: new Date(NaN) }, 'invalid-attribute'],
    ['a', { sameSite: 'none', secure: false }, 'invalid-attribute'],
    ['__Host-a', { path: '/x' }, 'invalid-attribute'],
    ['__Host-a', { domain: 'shop.example' }, 'invalid-attribute'],
    ['__secure-a', { secure: false }, 'invalid-attribute'],
    ['a', { path: `/${'x'.repeat(1100)}` }, 'invalid-attribute'],
  ])('%j with %j is a mistake, and sets nothing', (name, options, code) => {
    const cookies = cookiesOf()
    expect(() => cookies.set(name, '1', options)).toThrow(expect.objectContaining({ name: 'ConsentError', code }))
    expect(cookies.toHeaders()).toEqual([])
  })

  it.each([undefined, () => 1, NaN, Infinity])('to %s is a mistake', (value) => {
    expect(() => cookiesOf().set('a', value)).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })

  it('to a value that is none of its definition is a mistake', () => {
    const untyped: { set(cookie: unknown, value: unknown): unknown } = cookiesOf()
    expect(() => untyped.set(theme, 'pink')).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })

  it('counts bytes on the wire, and refuses what a browser would drop', () => {
    const cookies = cookiesOf('cart=old')
    expect(cookies.set('abc', 'x'.repeat(4093))).toEqual({ ok: true })
    for (const value of ['x'.repeat(4094), 'é'.repeat(700), '"'.repeat(1400)])
      expect(cookies.set('abc', value)).toEqual({ ok: false, reason: 'too-large' })
    expect(cookies.set(cart, { items: ['a long name of a thing'] })).toEqual({ ok: false, reason: 'too-large' })
    expect(cookies.toHeaders()).toHaveLength(1)
    expect(cookies.get('cart')).toBe('old')
  })

  it('shortens a life over 400 days, as browsers would', () => {
    const cookies = cookiesOf()
    cookies.set('a', '1', { maxAge: days(730) })
    expect(cookies.toHeaders()[0]).toContain('Max-Age=34560000')
  })

  it('for Django is written as Django writes', () => {
    const cookies = cookiesOf('', { wire: 'python' })
    cookies.set('prefs', { a: 1, b: 'é' })
    cookies.set('plain', 'x:y')
    cookies.set('js', 'a b', { wire: 'js' })
    expect(cookies.toHeaders().map((line) => line.split('; P')[0])).toEqual([
      'prefs="{\\"a\\":1\\054\\"b\\":\\"\\351\\"}"',
      'plain=x:y',
      'js=a%20b',
    ])
    expect(cookies.get('prefs', { a: 0, b: '' })).toEqual({ a: 1, b: 'é' })
  })

  it('writes what is beyond Latin-1 as bytes of UTF-8, which headers take', () => {
    const cookies = cookiesOf('', { wire: 'python' })
    cookies.set('x', '中')
    const response = cookies.commit(new Response(null))
    expect(response.headers.getSetCookie()[0]).toMatch(/^x="\u00e4\u00b8\u00ad"; /)
  })

  it('sets preferences for a year, and tells what became of each', () => {
    const cookies = cookiesOf()
    expect(cookies.setPreferences({ theme: 'dark', items_per_page: 50, long: 'x'.repeat(5000) })).toEqual({
      theme: { ok: true },
      items_per_page: { ok: true },
      long: { ok: false, reason: 'too-large' },
    })
    expect(cookies.toHeaders()).toEqual([
      'pref_theme=dark; Path=/; Max-Age=31536000; Secure; SameSite=Lax',
      'pref_items_per_page=50; Path=/; Max-Age=31536000; Secure; SameSite=Lax',
    ])
    expect(cookies.preferences({ theme: 'light', items_per_page: 20 })).toEqual({ theme: 'dark', items_per_page: 50 })
  })
})

describe('consent', () => {
  const consent = defineConsent({
    version: 1,
    categories: {
      essential: { name: 'Essential', description: '', required: true, cookies: ['sessionid'] },
      functional: { name: 'Functional', description: '', cookies: [theme, 'pref_*'] },
      analytics: {
        name: 'Analytics',
        description: '',
        cookies: [{ name: '_ga*', domain: '.shop.example', path: '/x' }, 'visitor_id'],
      },
    },
  })
  const record = (...categories: string[]) =>
    `cookie_consent=${encodeURIComponent(JSON.stringify({ categories, timestamp: new Date().toISOString(), version: 1 }))}`

  it('is asked before a cookie is set', () => {
    const cookies = cookiesOf(`visitor_id=7; ${record('functional')}`, { consent })
    expect(cookies.set('sessionid', 'a')).toEqual({ ok: true })
    expect(cookies.set(theme, 'dark')).toEqual({ ok: true })
    expect(cookies.set('visitor_id', '8')).toEqual({ ok: false, reason: 'consent' })
    expect(cookies.set('other', '8')).toEqual({ ok: false, reason: 'undeclared' })
    expect(cookies.get('visitor_id')).toBe('7')
    expect(cookies.toHeaders()).toHaveLength(2)
  })

  it('that refuses a cookie deletes it, where that is wanted', () => {
    const cookies = cookiesOf('visitor_id=7', { consent, ungranted: 'delete' })
    expect(cookies.set('visitor_id', '8')).toEqual({ ok: false, reason: 'consent' })
    expect(cookies.set(theme, 'dark')).toEqual({ ok: false, reason: 'consent' })
    expect(cookies.toHeaders()).toEqual(['visitor_id=; Path=/; Max-Age=0; Secure; SameSite=None'])
    expect(cookies.has('visitor_id')).toBe(false)
  })

  it('is never needed to delete, and the declaration says where a cookie is', () => {
    const cookies = cookiesOf('_ga_X=1; visitor_id=7; pref_a=1; pref_b=2; sessionid=s', { consent })
    expect(cookies.deleteMatching(['_ga*', 'visitor_id'])).toEqual(['_ga_X', 'visitor_id'])
    expect(cookies.deleteAll({ keep: ['sessionid'] })).toEqual(['pref_a', 'pref_b'])
    expect(cookies.toHeaders()).toEqual([
      '_ga_X=; Domain=.shop.example; Path=/x; Max-Age=0; Secure; SameSite=None',
      'visitor_id=; Path=/; Max-Age=0; Secure; SameSite=None',
      'pref_a=; Path=/; Max-Age=0; Secure; SameSite=None',
      'pref_b=; Path=/; Max-Age=0; Secure; SameSite=None',
    ])
    expect({ ...cookies.all() }).toEqual({ sessionid: 's' })
  })
})

it('says that a life of over 400 days is shortened', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const cookies = cookiesOf()
  expect(cookies.set('analytics', 'a', { maxAge: days(730) })).toEqual({ ok: true })
  expect(cookies.toHeaders()).toEqual(['analytics=a; Path=/; Max-Age=34560000; Secure; SameSite=Lax'])
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/"analytics" .*400 days/))
})

describe('deleting', () => {
  it('finds the record and its signature where the declaration keeps them', () => {
    const consent = defineConsent({
      version: 1,
      categories: { essential: { name: 'Essential', description: 'Needed.', required: true } },
      cookie: { name: 'choice', domain: 'shop.example', path: '/app' },
    })
    const cookies = cookiesOf('choice=a; choice.sig=b; cookie_consent=c', { consent })
    expect(cookies.deleteAll()).toEqual(['choice', 'choice.sig', 'cookie_consent'])
    expect(cookies.toHeaders()).toEqual([
      'choice=; Domain=shop.example; Path=/app; Max-Age=0; Secure; SameSite=None',
      'choice.sig=; Domain=shop.example; Path=/app; Max-Age=0; Secure; SameSite=None',
      'cookie_consent=; Path=/; Max-Age=0; Secure; SameSite=None',
    ])
  })

  it('needs the place that a cookie was set with, which a definition knows', () => {
    const cookies = cookiesOf('cart=a')
    cookies.delete(cart)
    cookies.delete('x', { path: '/y', domain: 'shop.example' })
    cookies.delete('__Host-z')
    expect(cookies.toHeaders()).toEqual([
      'cart=; Path=/shop; Max-Age=0; Secure; SameSite=None',
      'x=; Domain=shop.example; Path=/y; Max-Age=0; Secure; SameSite=None',
      '__Host-z=; Path=/; Max-Age=0; Secure; SameSite=None',
    ])
  })

  it.each(['', 'sessionid=evil; Domain=shop.example; x', 'a;b', 'a=b', 'x\r\n'])('%j is a mistake', (name) => {
    const cookies = cookiesOf()
    expect(() => cookies.delete(name)).toThrow(expect.objectContaining({ code: 'invalid-cookie-name' }))
    expect(() => cookies.delete('__Host-a', { path: '/x' })).toThrow(
      expect.objectContaining({ code: 'invalid-cookie-name' }),
    )
    expect(cookies.toHeaders()).toEqual([])
  })

  it('also takes away what was just set elsewhere', () => {
    const cookies = cookiesOf()
    cookies.set('pref_a', '1', { path: '/app' })
    cookies.set('pref_b', '1', { domain: 'shop.example' })
    cookies.delete('pref_a')
    cookies.deleteMatching(['pref_*'])
    expect(cookies.toHeaders()).toEqual([
      'pref_a=; Path=/; Max-Age=0; Secure; SameSite=None',
      'pref_a=; Path=/app; Max-Age=0; Secure; SameSite=None',
      'pref_b=; Path=/; Max-Age=0; Secure; SameSite=None',
      'pref_b=; Domain=shop.example; Path=/; Max-Age=0; Secure; SameSite=None',
    ])
  })

  it('tells no name that no line deletes, and deletes names beyond Latin-1', () => {
    const cookies = cookiesOf('nameless; \u00e6\u0097\u00a5=1')
    expect(cookies.deleteAll()).toEqual(['日'])
    expect(cookies.toHeaders()).toEqual(['\u00e6\u0097\u00a5=; Path=/; Max-Age=0; Secure; SameSite=None'])
  })

  it.each([
    ['__Http-a', '__Http-a=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None'],
    ['__Host-Http-a', '__Host-Http-a=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None'],
    ['__Secure-a', '__Secure-a=; Path=/; Max-Age=0; Secure; SameSite=None'],
  ])('%s keeps what its prefix promises', (name, line) => {
    const cookies = cookiesOf()
    cookies.set(name, '1')
    expect(cookies.toHeaders()[0]?.includes('HttpOnly')).toBe(line.includes('HttpOnly'))
    cookies.delete(name)
    expect(cookies.toHeaders()).toEqual([line])
    if (line.includes('HttpOnly'))
      expect(() => cookies.set(name, '1', { httpOnly: false })).toThrow(
        expect.objectContaining({ code: 'invalid-attribute' }),
      )
  })

  it('by pattern takes no name that only contains it', () => {
    const cookies = cookiesOf('pref_a=1; my_pref_a=2; PREF_a=3; analytics_1=x')
    expect(cookies.deleteMatching(['pref_*', /^analytics/])).toEqual(['pref_a', 'analytics_1'])
    expect(Object.keys(cookies.all())).toEqual(['my_pref_a', 'PREF_a'])
  })

  it('everything leaves what is kept', () => {
    const cookies = cookiesOf('csrftoken=1; sessionid=2; pref_a=3')
    expect(cookies.deleteAll({ keep: ['csrftoken', 'pref_*'] })).toEqual(['sessionid'])
    expect(cookies.deleteAll()).toEqual(['csrftoken', 'pref_a'])
  })
})

describe('committing', () => {
  it('adds the lines to what a response sets already, once', () => {
    const cookies = cookiesOf()
    const response = new Response('ok', { headers: { 'set-cookie': 'own=1' } })
    cookies.set('a', '1')
    expect(cookies.commit(response)).toBe(response)
    expect(cookies.commit(response).headers.getSetCookie()).toEqual(['own=1', expect.stringMatching(/^a=1;/)])
    expect(cookies.toHeaders()).toEqual([])
  })

  it('copies a response whose headers are immutable', async () => {
    const cookies = cookiesOf()
    cookies.set('a', '1')
    const redirect = Response.redirect('https://shop.example/next', 303)
    const response = cookies.commit(redirect)
    expect(response).not.toBe(redirect)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('https://shop.example/next')
    expect(response.headers.getSetCookie()).toHaveLength(1)
    expect(redirect.headers.getSetCookie()).toEqual([])
    expect(await response.text()).toBe('')
  })

  it('leaves a response alone to which nothing is added', () => {
    const redirect = Response.redirect('https://shop.example/next', 303)
    expect(cookiesOf().commit(redirect)).toBe(redirect)
  })
})

it.each([Infinity, -Infinity, NaN, null, '60'])(
  'a maxAge of %j is refused as on a page, and deletes nothing',
  (maxAge) => {
    const cookies = createCookies('theme=light')
    expect(() => cookies.set('theme', 'dark', { maxAge: maxAge as number })).toThrow(
      expect.objectContaining({ name: 'ConsentError', code: 'invalid-attribute' }),
    )
    expect(cookies.get('theme')).toBe('light')
    expect(cookies.toHeaders()).toEqual([])
  },
)
