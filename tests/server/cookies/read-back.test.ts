import { days, defineConsent, defineCookie, parseSetCookie } from 'assent/core'
import { createCookies, type CookiesOptions, type SetOptions } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const PAST = new Date('2001-01-01T00:00:00Z')
const at = (url: string, cookie = '', options?: CookiesOptions) =>
  createCookies(new Request(url, { headers: { cookie } }), options)

describe('a lifetime that is over deletes', () => {
  it.each<SetOptions>([
    { maxAge: 0 },
    { maxAge: -1 },
    { maxAge: -Number.MAX_SAFE_INTEGER },
    { maxAge: 0.4 },
    { expires: PAST },
    { expires: new Date(0) },
    { maxAge: 0, expires: new Date('2999-01-01') },
    { maxAge: 0, path: '/', sameSite: 'strict' },
  ])('%j', (options) => {
    const cookies = createCookies('cart=1; other=2')
    expect(cookies.set('cart', 'x', options)).toEqual({ ok: true })
    expect([cookies.has('cart'), cookies.get('cart'), { ...cookies.all() }]).toEqual([false, undefined, { other: '2' }])
    expect(cookies.toHeaders()).toEqual([expect.stringMatching(/^cart=; Path=\//)])
  })

  it('and Max-Age wins over Expires', () => {
    const cookies = createCookies('cart=1')
    cookies.set('cart', '2', { maxAge: 60, expires: PAST })
    expect(cookies.get('cart')).toBe('2')
  })

  it('by the clock that it is given', () => {
    const cookies = createCookies('cart=1', { clock: () => Date.parse('2030-01-01') })
    cookies.set('cart', '2', { expires: new Date('2029-01-01') })
    expect(cookies.has('cart')).toBe(false)
  })
})

describe('deleting needs no consent', () => {
  const theme = defineCookie('theme', { default: 'light', maxAge: days(1) })
  const consent = defineConsent({
    version: 1,
    categories: { functional: { name: 'Functional', description: '', cookies: [theme, { name: 'ad', path: '/x' }] } },
  })
  it.each<CookiesOptions>([{ consent }, { consent, ungranted: 'delete' }, { consent, ungranted: 'refuse' }])(
    'with options %#',
    (options) => {
      const cookies = createCookies('theme=dark; ad=1; undeclared=1; big=1', options)
      expect(cookies.set(theme, 'dark', { maxAge: 0 })).toEqual({ ok: true })
      expect(cookies.set('ad', '', { expires: PAST, path: '/x' })).toEqual({ ok: true })
      expect(cookies.set('undeclared', '', { maxAge: -5 })).toEqual({ ok: true })
      expect(cookies.set('big', 'x'.repeat(5000), { maxAge: 0 })).toEqual({ ok: true })
      expect(cookies.set(theme, 'dark')).toEqual({ ok: false, reason: 'consent' })
      expect({ ...cookies.all() }).toEqual({})
      expect(cookies.toHeaders().map((line) => line.slice(0, line.indexOf(';')))).toEqual([
        'theme=',
        'ad=',
        'undeclared=',
        'big=',
      ])
    },
  )

  it('also signed', () => {
    const cookies = createCookies('sid=x', { consent, secret: 'a secret of this test, long enough' })
    expect(cookies.setSigned('sid', '1', { maxAge: 0 })).toEqual({ ok: true })
    expect(cookies.has('sid')).toBe(false)
  })
})

describe('a place that this request does not see changes nothing that is read', () => {
  it('a deletion elsewhere leaves what was just set', () => {
    for (const cookies of [createCookies(''), at('https://www.example.com/', 'sid=old')]) {
      cookies.set('sid', 'new')
      cookies.delete('sid', { domain: '.example.com' })
      expect([cookies.get('sid'), cookies.has('sid')]).toEqual(['new', true])
      cookies.delete('sid', { path: '/' })
      expect(cookies.has('sid')).toBe(false)
    }
  })

  it.each<[url: string, options: SetOptions, isSeen: boolean]>([
    ['https://www.example.com/', { path: '/shop' }, false],
    ['https://www.example.com/shopping', { path: '/shop' }, false],
    ['https://www.example.com/shop', { path: '/shop' }, true],
    ['https://www.example.com/shop/cart', { path: '/shop' }, true],
    ['https://www.example.com/shop', { path: '/shop/' }, false],
    ['https://www.example.com/', { domain: 'example.com' }, true],
    ['https://www.example.com/', { domain: '.Example.COM' }, true],
    ['https://www.example.com/', { domain: 'api.example.com' }, false],
    ['https://www.example.com/', { domain: 'other.test' }, false],
    ['https://badexample.com/', { domain: 'example.com' }, false],
    ['http://localhost:3000/', { domain: 'localhost' }, true],
    ['http://127.0.0.1/', { domain: '0.0.1' }, false],
  ])('at %s, %j is seen: %s', (url, options, isSeen) => {
    const cookies = at(url, 'a=old')
    cookies.set('a', 'new', options)
    expect(cookies.get('a')).toBe(isSeen ? 'new' : 'old')
    const other = at(url, 'a=old')
    other.delete('a', options)
    expect(other.has('a')).toBe(!isSeen)
    expect(other.toHeaders()).toHaveLength(1)
  })

  it('as the browser was asked, whatever the server calls itself', () => {
    const headers = { host: 'internal:3000', 'x-forwarded-host': 'www.example.com' }
    const cookies = createCookies(new Request('http://internal:3000/', { headers }), { trustProxy: true })
    cookies.set('a', '1', { domain: 'example.com' })
    expect(cookies.get('a')).toBe('1')
  })

  it('where the URL is not known, every place may be seen', () => {
    for (const cookies of [
      createCookies('a=1'),
      createCookies({ headers: new Headers({ cookie: 'a=1' }), url: '/x' }),
    ]) {
      cookies.set('a', '2', { path: '/shop', domain: 'example.com' })
      expect(cookies.get('a')).toBe('2')
    }
  })
})

it('of several places the longest path is read, then the one that was set first', () => {
  const cookies = at('https://www.example.com/shop/cart')
  cookies.set('a', 'domain', { domain: 'example.com' })
  cookies.set('a', 'host')
  expect(cookies.get('a')).toBe('domain')
  cookies.set('a', 'shop', { path: '/shop' })
  expect(cookies.get('a')).toBe('shop')
  cookies.delete('a', { path: '/shop' })
  expect(cookies.get('a')).toBe('domain')
  cookies.delete('a')
  expect(cookies.has('a')).toBe(false)
})

interface Stored {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly isHostOnly: boolean
  readonly path: string
  readonly createdAt: number
}

/** A jar as RFC 6265bis §5.7 and §5.8.3 have it, as far as one host and these attributes need it. */
function createReferenceJar(url: string) {
  const { hostname, pathname } = new URL(url)
  let held: Stored[] = []
  let count = 0
  const isBelow = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)
  return {
    receive(line: string) {
      const cookie = parseSetCookie(line)
      if (!cookie) return
      const { name, value, domain = '', path = '/', maxAge = Infinity, expires } = cookie
      if (domain && !isBelow(hostname, domain)) return
      const key = [name, domain || hostname, !domain, path].join()
      const same = (one: Stored) => [one.name, one.domain, one.isHostOnly, one.path].join() === key
      const createdAt = held.find(same)?.createdAt ?? count++
      held = held.filter((one) => !same(one))
      const isOver = maxAge === Infinity ? expires !== undefined && expires <= new Date() : maxAge <= 0
      if (!isOver) held.push({ name, value, domain: domain || hostname, isHostOnly: !domain, path, createdAt })
    },
    send: () =>
      held
        .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
        .filter(({ domain, isHostOnly }) => (isHostOnly ? hostname === domain : isBelow(hostname, domain)))
        .sort((a, b) => b.path.length - a.path.length || a.createdAt - b.createdAt)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
  }
}

it('is what the browser sends to this URL next', () => {
  const name = fc.constantFrom('a', 'b', '__Host-c')
  const places = fc.record(
    {
      path: fc.constantFrom('/', '/shop', '/shop/', '/shop/cart', '/other'),
      domain: fc.constantFrom('example.com', '.example.com', 'www.example.com', 'api.example.com', 'com.test'),
    },
    { requiredKeys: [] },
  )
  const lives = fc.constantFrom(
    {},
    { maxAge: 60 },
    { maxAge: 0 },
    { expires: PAST },
    { expires: new Date('2999-01-01') },
  )
  const step = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), name, place: places, life: lives, value: fc.nat(99).map(String) }),
    fc.record({ kind: fc.constant('delete' as const), name, place: fc.option(places, { nil: undefined }) }),
    // What was brought is known to stand on the host and the path `/`.
    fc.record({
      kind: fc.constant('set' as const),
      name: fc.constant('brought'),
      place: fc.constant({}),
      life: lives,
      value: fc.constant('x'),
    }),
    fc.record({ kind: fc.constant('delete' as const), name: fc.constant('brought'), place: fc.constant(undefined) }),
  )
  const url = fc.constantFrom(
    'https://www.example.com/',
    'https://www.example.com/shop/cart',
    'https://example.com/shop/',
  )
  fc.assert(
    fc.property(url, fc.boolean(), fc.array(step, { maxLength: 12 }), (where, isBrought, steps) => {
      const jar = createReferenceJar(where)
      if (isBrought) jar.receive('brought=old; Path=/')
      const cookies = at(where, jar.send())
      for (const { name: key, place, ...rest } of steps) {
        const given = key.startsWith('__Host-') ? {} : place
        if (rest.kind === 'set') cookies.set(key, rest.value, { ...given, ...rest.life })
        else cookies.delete(key, given)
      }
      for (const line of cookies.toHeaders()) jar.receive(line)
      const next = createCookies(jar.send())
      expect({ ...cookies.all() }).toEqual({ ...next.all() })
      expect(cookies.has('a')).toBe(next.has('a'))
    }),
    { numRuns: 2000 },
  )
})
