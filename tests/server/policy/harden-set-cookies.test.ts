import { ConsentError, defineConsent, grantFor, parseSetCookie } from 'assent/core'
import { hardenSetCookies, type CookieRules } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'

const now = () => NOON
const TOMORROW = 'Mon, 02 Mar 2026 12:00:00 GMT'
const IN_AN_HOUR = 'Sun, 01 Mar 2026 13:00:00 GMT'
const IN_400_DAYS = 'Mon, 05 Apr 2027 12:00:00 GMT'
/** What one line becomes: no rule but those given. */
const harden = (line: string, rules: CookieRules = {}) =>
  hardenSetCookies([line], { clock: now, secure: false, sameSite: false, ...rules }).lines[0]

describe('session and CSRF cookies', () => {
  const strict: CookieRules = { session: { sameSite: 'strict' }, sameSite: 'lax' }
  it.each([
    ['sessionid=1', 'sessionid=1; SameSite=Strict; HttpOnly'],
    ['csrftoken=1; HttpOnly; SameSite=Lax', 'csrftoken=1; HttpOnly; SameSite=Strict'],
    ['sessionid=1; samesite=none; HttpOnly; Secure', 'sessionid=1; SameSite=Strict; HttpOnly; Secure'],
    ['sessionid=1; SameSite=Lux; HttpOnly', 'sessionid=1; SameSite=Strict; HttpOnly'],
    ['sessionid=1; SameSite=Strict; HttpOnly', 'sessionid=1; SameSite=Strict; HttpOnly'],
    ['sessionid=1; SameSite=None; HttpOnly', 'sessionid=1; SameSite=Strict; HttpOnly'],
    ['sessionid=; Max-Age=0', 'sessionid=; Max-Age=0'],
    ['other=1', 'other=1; SameSite=Lax'],
    ['other=1; SameSite=Lax', 'other=1; SameSite=Lax'],
    ['cookie_consent=1; SameSite=Lax', 'cookie_consent=1; SameSite=Lax'],
  ])('are Strict where the rule says so: %s', (line, hardened) => {
    expect(harden(line, strict)).toBe(hardened)
    expect(harden(hardened, strict)).toBe(hardened)
  })

  it.each<[string, CookieRules, string]>([
    ['sid=1', { session: { names: ['sid'], sameSite: 'strict' } }, 'sid=1; SameSite=Strict; HttpOnly'],
    ['auth_a=1', { session: { names: ['auth_*'] } }, 'auth_a=1; HttpOnly'],
    ['sessionid=1', { session: { names: ['sid'], sameSite: 'strict' } }, 'sessionid=1'],
    ['sid=1', { sessionNames: ['sid'], session: { sameSite: 'strict' } }, 'sid=1; SameSite=Strict; HttpOnly'],
    [
      'sessionid=1; SameSite=Strict',
      { session: { sameSite: 'lax' }, sameSite: 'lax' },
      'sessionid=1; SameSite=Strict; HttpOnly',
    ],
    ['sessionid=1; SameSite=Strict', { session: { sameSite: 'lax' } }, 'sessionid=1; SameSite=Strict; HttpOnly'],
    [
      'sessionid=1; SameSite=None; Secure',
      { session: { sameSite: 'lax' } },
      'sessionid=1; SameSite=Lax; Secure; HttpOnly',
    ],
  ])('%s by %j', (line, rules, hardened) => {
    expect(harden(line, rules)).toBe(hardened)
  })

  it('are reported as changed', () => {
    const { changes } = hardenSetCookies(['sessionid=1; SameSite=Lax; HttpOnly'], { ...strict, secure: false })
    expect(changes).toEqual([
      { name: 'sessionid', code: 'same-site-added', before: 'SameSite=Lax', after: 'SameSite=Strict' },
    ])
  })
})

describe('Secure', () => {
  it.each([
    ['a=1', 'a=1; Secure'],
    ['a=1;', 'a=1; Secure'],
    ['a=1; Path=/; ', 'a=1; Path=/; Secure'],
    ['a=1; Secure', 'a=1; Secure'],
    ['a=1;SECURE', 'a=1;SECURE'],
    ['a=1; secure=no', 'a=1; secure=no'],
    ['a=secure', 'a=secure; Secure'],
    [`a=1; Secure=${'x'.repeat(1025)}`, `a=1; Secure=${'x'.repeat(1025)}; Secure`],
  ])('is added to %s', (line, hardened) => {
    expect(harden(line, { secure: true })).toBe(hardened)
  })

  it.each([
    ['__Secure-a=1', '__Secure-a=1; Secure'],
    ['__hOsT-a=1; Path=/', '__hOsT-a=1; Path=/; Secure'],
    ['__Http-a=1; HttpOnly', '__Http-a=1; HttpOnly; Secure'],
    ['a=1; SameSite=None', 'a=1; SameSite=None; Secure'],
    ['a=1; Partitioned', 'a=1; Partitioned; Secure'],
    ['__Host-a=; Path=/; Max-Age=0', '__Host-a=; Path=/; Max-Age=0; Secure'],
    ['__Http-a=; Max-Age=0', '__Http-a=; Max-Age=0; HttpOnly; Secure'],
  ])('is added to %s everywhere, as browsers drop it without', (line, hardened) => {
    expect(harden(line)).toBe(hardened)
  })

  it.each(['a=1', '__Secure=1', '__Hostage-a=1', 'a=1; SameSite=None; SameSite=Lax', 'a=__Host-b'])(
    'is left out of %s in development',
    (line) => {
      expect(harden(line)).toBe(line)
    },
  )

  it.each([
    ['production', 'a=1; SameSite=Lax; Secure'],
    ['development', 'a=1; SameSite=Lax'],
    ['test', 'a=1; SameSite=Lax'],
  ])('goes by the environment where no rule says: %s', (environment, hardened) => {
    vi.stubEnv('NODE_ENV', environment)
    expect(hardenSetCookies(['a=1']).lines).toEqual([hardened])
  })
})

describe('HttpOnly', () => {
  it.each([
    ['sessionid=1', 'sessionid=1; HttpOnly'],
    ['csrftoken=1', 'csrftoken=1; HttpOnly'],
    ['sessionid=1; httponly', 'sessionid=1; httponly'],
    ['my_sessionid=1', 'my_sessionid=1'],
    ['SessionId=1', 'SessionId=1'],
    ['theme=dark', 'theme=dark'],
  ])('is added to sessions: %s', (line, hardened) => {
    expect(harden(line)).toBe(hardened)
  })

  it('is added to the names given, and to no others', () => {
    const rules = { sessionNames: ['sid', 'auth_*', /^JS/] }
    const lines = ['sid=1', 'auth_x=1', 'JSESSIONID=1', 'sessionid=1', 'csrftoken=1', 'xsid=1']
    expect(lines.filter((line) => harden(line, rules) !== line)).toEqual(['sid=1', 'auth_x=1', 'JSESSIONID=1'])
  })

  it('is added to the prefixes that promise it', () => {
    expect(harden('__Http-a=1')).toBe('__Http-a=1; HttpOnly; Secure')
    expect(harden('__Host-Http-a=1; Path=/')).toBe('__Host-Http-a=1; Path=/; HttpOnly; Secure')
  })

  it('is added to what the declaration calls HttpOnly', () => {
    const consent = defineConsent({
      version: 1,
      categories: {
        essential: {
          name: '',
          description: '',
          required: true,
          cookies: ['a', { name: 's_*', httpOnly: true }, 's_a'],
        },
      },
    })
    const lines = ['a=1', 's_1=1', 's_a=1', 's_1=; Max-Age=0', 'cookie_consent=1']
    expect(lines.map((line) => harden(line, { consent }))).toEqual([
      'a=1',
      's_1=1; HttpOnly',
      's_a=1',
      's_1=; Max-Age=0',
      'cookie_consent=1',
    ])
  })

  it('is never added to the record, which scripts read', () => {
    const consent = defineConsent({
      version: 1,
      categories: { ads: { name: '', description: '' } },
      cookie: { name: 'choice' },
    })
    expect(harden('cookie_consent=1', { sessionNames: [/./] })).toBe('cookie_consent=1')
    expect(harden('choice=1', { sessionNames: [/./], consent, request: null })).toBe('choice=1')
    expect(harden('choice.sig=1', { sessionNames: [/./], consent, request: null })).toBe('choice.sig=1; HttpOnly')
  })
})

describe('SameSite', () => {
  it.each([
    ['a=1', 'a=1; SameSite=Lax'],
    ['a=1; SameSite=Strict', 'a=1; SameSite=Strict'],
    ['a=1; samesite=lax', 'a=1; samesite=lax'],
    ['a=1; SameSite=None; Secure', 'a=1; SameSite=None; Secure'],
    ['a=1; SameSite; Path=/', 'a=1; SameSite=Lax; Path=/'],
    ['a=1;SameSite = Never;Path=/', 'a=1; SameSite=Lax;Path=/'],
    ['a=1; SameSite=Lax; SameSite=x', 'a=1; SameSite=Lax; SameSite=Lax'],
    ['a=1; SameSite=x; SameSite=Strict', 'a=1; SameSite=x; SameSite=Strict'],
    [`a=1; SameSite=${'x'.repeat(1025)}`, 'a=1; SameSite=Lax'],
  ])('is Lax where browsers see none: %s', (line, hardened) => {
    expect(harden(line, { sameSite: 'lax' })).toBe(hardened)
  })

  it('is the one asked for', () => {
    expect(harden('a=1', { sameSite: 'strict' })).toBe('a=1; SameSite=Strict')
    expect(harden('a=1', { sameSite: 'none' })).toBe('a=1; SameSite=None; Secure')
    expect(harden('a=1', { sameSite: false })).toBe('a=1')
  })
})

describe('a lifetime', () => {
  it.each([
    ['temp_a=1; Max-Age=3600', 'temp_a=1; Max-Age=3600'],
    ['temp_a=1; Max-Age=3601; Path=/', 'temp_a=1; Max-Age=3600; Path=/'],
    ['temp_a=1;max-age = 99999999999999999999', 'temp_a=1; Max-Age=3600'],
    ['temp_=1; Max-Age=7200', 'temp_=1; Max-Age=3600'],
    [`temp_a=1; Expires=${TOMORROW}`, `temp_a=1; Expires=${IN_AN_HOUR}; Max-Age=3600`],
    [`temp_a=1; Expires=${TOMORROW}; Max-Age=86400`, `temp_a=1; Expires=${IN_AN_HOUR}; Max-Age=3600`],
    [`temp_a=1; Expires=${TOMORROW}; Max-Age=60`, `temp_a=1; Expires=${IN_AN_HOUR}; Max-Age=60`],
    ['temp_a=1; Max-Age=86400; Max-Age=7200', 'temp_a=1; Max-Age=3600; Max-Age=3600'],
    ['temp_a=1', 'temp_a=1; Max-Age=3600'],
    ['temp_a=1; Max-Age=1.5e9', 'temp_a=1; Max-Age=1.5e9; Max-Age=3600'],
    ['temp_a=1; Expires=never', 'temp_a=1; Expires=never; Max-Age=3600'],
    ['mytemp_a=1; Max-Age=86400', 'mytemp_a=1; Max-Age=86400'],
  ])('of a temporary cookie is an hour at most: %s', (line, hardened) => {
    expect(harden(line)).toBe(hardened)
  })

  it('is 400 days at most', () => {
    expect(harden('a=1; Max-Age=34560000')).toBe('a=1; Max-Age=34560000')
    expect(harden('a=1; Max-Age=34560001')).toBe('a=1; Max-Age=34560000')
    expect(harden(`a=1; Expires=${IN_400_DAYS}`)).toBe(`a=1; Expires=${IN_400_DAYS}`)
    expect(harden('a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT')).toBe(`a=1; Expires=${IN_400_DAYS}; Max-Age=34560000`)
  })

  it('is what the rules say at most, and never more than 400 days', () => {
    expect(harden('a=1; Max-Age=100', { maxAge: 60 })).toBe('a=1; Max-Age=60')
    expect(harden('temp_a=1; Max-Age=100', { maxAge: 60 })).toBe('temp_a=1; Max-Age=60')
    expect(harden('a=1; Max-Age=99999999', { maxAge: 99_999_999 })).toBe('a=1; Max-Age=34560000')
    const temporary = { names: ['flash', /^tmp/], maxAge: 60 }
    expect(harden('flash=1; Max-Age=3600', { temporary })).toBe('flash=1; Max-Age=60')
    expect(harden('tmp1=1; Max-Age=3600', { temporary })).toBe('tmp1=1; Max-Age=60')
    expect(harden('temp_a=1; Max-Age=7200', { temporary })).toBe('temp_a=1; Max-Age=7200')
    expect(harden('temp_a=1; Max-Age=7200', { temporary: false })).toBe('temp_a=1; Max-Age=7200')
  })

  it('of the choice is what the declaration says', () => {
    expect(harden('cookie_consent=1; Max-Age=15724800', { maxAge: 60 })).toBe('cookie_consent=1; Max-Age=15724800')
    expect(harden('cookie_consent.sig=1; Max-Age=15724800', { maxAge: 60 })).toBe(
      'cookie_consent.sig=1; Max-Age=15724800',
    )
  })

  it.each([0, -1, 1.5, NaN, Infinity])('of %d seconds is a mistake', (maxAge) => {
    for (const rules of [{ maxAge }, { temporary: { names: ['temp_*'], maxAge } }]) {
      const attempt = () => hardenSetCookies([], rules)
      expect(attempt).toThrow(ConsentError)
      expect(attempt).toThrow(expect.objectContaining({ code: 'invalid-attribute' }))
    }
  })
})

describe('consent', () => {
  const LINES = ['sessionid=1', 'theme=dark', '_ga=1', '_fbp=1', '_uetsid=1', 'ad_x=1', 'other=1', 'cookie_consent=1']
  const namesOf = (lines: readonly string[]) => lines.map((line) => line.split('=')[0])
  const pass = (rules: CookieRules, lines: readonly string[] = LINES) =>
    namesOf(hardenSetCookies(lines, { clock: now, consent: site, ...rules }).lines)
  const request = (cookie: string) => new Request('https://shop.example/', { headers: { cookie } })

  it('lets nothing pass but what is required, before a choice', () => {
    for (const source of [null, '', request(''), new Headers()])
      expect(pass({ request: source })).toEqual(['sessionid', 'cookie_consent'])
  })

  it('lets pass what the request grants', () => {
    const cookie = recordCookie({ categories: ['analytics', 'marketing'], services: ['meta'] })
    const names = ['sessionid', '_ga', '_fbp', 'ad_x', 'cookie_consent']
    for (const source of [cookie, request(cookie), request(cookie).headers])
      expect(pass({ request: source })).toEqual(names)
  })

  it('goes by the clock', () => {
    const source = recordCookie({ categories: ['analytics'] })
    expect(pass({ request: source }, ['_ga=1'])).toEqual(['_ga'])
    expect(pass({ request: source, clock: () => NOON + 183 * 86_400_000 }, ['_ga=1'])).toEqual([])
  })

  it('goes by a grant that is given, also against the request', () => {
    const grant = grantFor(undefined, site, { now: NOON })
    expect(pass({ grant, request: recordCookie({ categories: ['analytics'] }) })).toEqual([
      'sessionid',
      'cookie_consent',
    ])
  })

  it('is closed where neither is given, also for what stands until a no', () => {
    const consent = defineConsent({
      version: 1,
      categories: { told: { name: '', description: '', regime: 'opt-out', cookies: ['a'] } },
    })
    expect(pass({ consent }, ['a=1'])).toEqual([])
    expect(pass({ consent, request: undefined }, ['a=1'])).toEqual([])
    expect(pass({ consent, request: null }, ['a=1'])).toEqual(['a'])
    expect(pass({ consent, request: new Headers({ 'sec-gpc': '1' }) }, ['a=1'])).toEqual([])
  })

  it('heeds the region', () => {
    const consent = defineConsent({
      version: 1,
      categories: {
        local: { name: '', description: '', cookies: ['a'], regime: (at) => (at === 'US-CA' ? 'opt-out' : 'opt-in') },
      },
    })
    expect(pass({ consent, request: null, region: 'US-CA' }, ['a=1'])).toEqual(['a'])
    expect(pass({ consent, request: null, region: 'DE' }, ['a=1'])).toEqual([])
  })

  it.each([
    '_ga=; Max-Age=0',
    '_ga=; Expires=Fri, 31 Dec 9999 23:59:59 GMT; Max-Age=-1',
    'other=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/',
    '_ga; Max-Age=0',
  ])('lets deletions pass as they are: %s', (line) => {
    expect(hardenSetCookies([line], { clock: now, consent: site, request: null }).lines).toEqual([line])
  })

  // Chromium, Firefox or WebKitGTK keeps a cookie of each of these, as tried.
  const KEPT = [
    '_ga=1; Max-Age=0; Max-Age=x',
    '_ga=1; Max-Age=0; Max-Age=',
    '_ga=1; Max-Age=-1; Max-Age=+5;',
    '_ga=1; max-age = 0 ; Max-Age=1e9',
    '_ga=1; Max-Age=0; Expires=Fri, 31 Dec 9999 23:59:59 GMT',
    `_ga=1; Max-Age=0; Max-Age=${'0'.repeat(1100)}100`,
    '_ga=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=+9',
    '_ga=1; Expires=Thu, 01 Jan 1970abc 00:00:00 GMT',
    '_ga=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=foo',
    '_ga=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=',
    '_ga=1; Expires=01st 01 Jan 1970 00:00:00',
    '_ga=1; Expires=01 Jan 1970 00:00:00; Expires=15 Nov 2027',
    '_ga=1; Expires=Sun, 01 Mar 2026 11:00:00 PST', // an hour ago; in Firefox in seven hours
    '_ga=1; Expires=Sun, 01 Mar 2026 12:00:00 GMT', // this moment, by a clock that a visitor may not share
  ]
  it.each(KEPT)('makes a line delete that passes because it deletes by the RFC: %s', (line) => {
    const rules = { clock: now, consent: site, request: null }
    const { lines, changes } = hardenSetCookies([line], rules)
    expect(lines).toEqual([`${line.replace(/;$/, '')}; Max-Age=0`])
    expect(changes).toEqual([{ name: '_ga', code: 'lifetime-capped', before: undefined, after: 'Max-Age=0' }])
    expect(hardenSetCookies(lines, rules).lines).toEqual(lines)
  })

  it.each(KEPT)('makes it delete where nothing is against its name, too: it is spared HttpOnly: %s', (line) => {
    const named = line.replace('_ga', 'sessionid')
    expect(harden(named)).toBe(`${named.replace(/;$/, '')}; Max-Age=0`)
  })

  it.each([
    '_ga=1; Max-Age=1',
    '_ga=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    '_ga=1; Max-Age=0; Max-Age=9',
  ])('takes what lives for no deletion: %s', (line) => {
    expect(pass({ request: null }, [line])).toEqual([])
  })

  it('lets the record and its signature pass, and no name that is like them', () => {
    const lines = ['cookie_consent=1', 'cookie_consent.sig=1', 'Cookie_Consent=1', 'cookie_consent.sig.sig=1']
    expect(pass({ request: null }, lines)).toEqual(['cookie_consent', 'cookie_consent.sig'])
  })

  it('drops a name in no category, or tells of it alone', () => {
    const lines = ['other=1', 'nameless', '_ga=1']
    expect(pass({ request: null }, lines)).toEqual([])
    const { lines: kept, changes } = hardenSetCookies(lines, {
      clock: now,
      secure: true,
      consent: site,
      request: null,
      undeclared: 'report',
    })
    expect(kept).toEqual(['other=1; SameSite=Lax; Secure', 'nameless; SameSite=Lax; Secure'])
    expect(changes.filter(({ code }) => code === 'undeclared' || code === 'dropped')).toEqual([
      { name: 'other', code: 'undeclared' },
      { name: '', code: 'undeclared' },
      { name: '_ga', code: 'dropped', category: 'analytics', service: undefined },
    ])
  })
})

describe('the report', () => {
  it('says what each rule did, in order, and never a value', () => {
    const onChange = vi.fn()
    const { changes } = hardenSetCookies(
      [
        'sessionid=secret1; SameSite=Foo',
        'temp_a=secret2; Max-Age=86400; SameSite=Lax; Secure',
        '_fbp=secret3',
        'other=secret4',
        'theme=dark; Max-Age=0; Secure',
      ],
      { clock: now, secure: true, consent: site, grant: grantOf('marketing'), onChange, sessionNames: ['sessionid'] },
    )
    expect(changes).toEqual([
      { name: 'sessionid', code: 'same-site-added', before: 'SameSite=Foo', after: 'SameSite=Lax' },
      { name: 'sessionid', code: 'http-only-added', before: undefined, after: 'HttpOnly' },
      { name: 'sessionid', code: 'secure-added', before: undefined, after: 'Secure' },
      { name: 'temp_a', code: 'dropped', category: undefined, service: undefined },
      { name: '_fbp', code: 'dropped', category: 'marketing', service: 'meta' },
      { name: 'other', code: 'dropped', category: undefined, service: undefined },
    ])
    expect(onChange.mock.calls).toEqual(changes.map((change) => [change]))
    expect(JSON.stringify(changes)).not.toContain('secret')
  })

  it('says what a lifetime was and is', () => {
    const lines = [`temp_a=1; expires=${TOMORROW};Max-Age = 86400; SameSite=Lax`]
    expect(hardenSetCookies(lines, { clock: now }).changes).toEqual([
      { name: 'temp_a', code: 'lifetime-capped', before: `expires=${TOMORROW}`, after: `Expires=${IN_AN_HOUR}` },
      { name: 'temp_a', code: 'lifetime-capped', before: 'Max-Age = 86400', after: 'Max-Age=3600' },
    ])
  })

  it('is empty where nothing was to do', () => {
    const onChange = vi.fn()
    const lines = ['sessionid=1; Path=/; Secure; HttpOnly; SameSite=Strict', 'a=; Max-Age=0; Secure']
    expect(hardenSetCookies(lines, { secure: true, onChange })).toEqual({ lines, changes: [] })
    expect(hardenSetCookies([], { onChange })).toEqual({ lines: [], changes: [] })
    expect(onChange).not.toHaveBeenCalled()
  })
})

describe('what browsers read in different ways', () => {
  // Each of these lived longer in Chromium, Firefox or WebKitGTK, as tried.
  it.each([
    ['Max-Age=+86400', 'Max-Age=+86400; Max-Age=3600'],
    ['Max-Age=+60', 'Max-Age=+60; Max-Age=60'],
    ['Max-Age=60; Max-Age=x', 'Max-Age=60; Max-Age=x; Max-Age=60'],
    ['Max-Age=60; Max-Age=', 'Max-Age=60; Max-Age=; Max-Age=60'],
    ['Expires=Fri, 01 Jan 20380 00:00:00 GMT', 'Expires=Fri, 01 Jan 20380 00:00:00 GMT; Max-Age=3600'],
    ['Expires=Thu, 01 Jan 2037', 'Expires=Thu, 01 Jan 2037; Max-Age=3600'],
    ['Expires=1 Jan 2037 10:00', 'Expires=1 Jan 2037 10:00; Max-Age=3600'],
    ['Expires=01/02/2037 10:00:00', 'Expires=01/02/2037 10:00:00; Max-Age=3600'],
    ['Expires=Sun, 01 Mar 2026 12:30:00 -1200', 'Expires=Sun, 01 Mar 2026 12:30:00 -1200; Max-Age=1800'],
    ['Expires=Sun, 01 Mar 2026 12:30:00 PST', 'Expires=Sun, 01 Mar 2026 12:30:00 PST; Max-Age=1800'],
    ['Expires=15Nov2027 08:12:31', 'Expires=15Nov2027 08:12:31; Max-Age=3600'],
    ['Expires=31 Feb 2027 10:00:00', 'Expires=31 Feb 2027 10:00:00; Max-Age=3600'],
    ['Expires=Sun, 01 Mar 2026 12:30:00 GMT', 'Expires=Sun, 01 Mar 2026 12:30:00 GMT'],
    ['Expires=Sunday, 01-Mar-2026 12:30:00 GMT', 'Expires=Sunday, 01-Mar-2026 12:30:00 GMT'],
  ])('gets a plain Max-Age: a lifetime of %s', (lifetime, capped) => {
    expect(harden(`flash=1; ${lifetime}`, { maxAge: 3600, temporary: false })).toBe(`flash=1; ${capped}`)
    expect(harden(`temp_a=1; ${lifetime}; Path=/`)).toContain(`; ${capped.replace(/; Max-Age=\d+$/, '')}; Path=/`)
    expect(harden(`flash=1; ${capped}`, { maxAge: 3600, temporary: false })).toBe(`flash=1; ${capped}`)
  })

  it.each([
    'Expires=0',
    'Expires=-1',
    'Expires=never',
    'Max-Age=x',
    'Max-Age=1e9',
    'Expires=2037-01-01T10:00:00Z',
    'Max-Age',
  ])('stays a cookie of the session, as it is one in every browser: %s', (lifetime) => {
    expect(harden(`a=1; ${lifetime}`)).toBe(`a=1; ${lifetime}`)
  })

  it('holds a cookie without a name to the rules of the name that servers read', () => {
    expect(harden('=sessionid=1')).toBe('=sessionid=1; HttpOnly')
    expect(harden('sessionid')).toBe('sessionid; HttpOnly')
    expect(harden('= temp_a=1')).toBe('= temp_a=1; Max-Age=3600')
    expect(harden('temp_a; Max-Age=7200')).toBe('temp_a; Max-Age=3600')
    expect(harden('==sessionid')).toBe('==sessionid')
  })

  it('deletes by a date before 1601, which the RFC ignores and browsers count as past', () => {
    expect(harden('a=; Expires=Mon, 01 Jan 0001 00:00:00 GMT')).toMatch(/; Max-Age=0$/)
  })

  it('keeps a SameSite that a longer one would replace in Firefox', () => {
    const long = 'x'.repeat(1100)
    expect(harden(`a=1; SameSite=Strict; SameSite=${long}`)).toBe('a=1; SameSite=Strict; SameSite=Strict')
  })

  // WebKitGTK reads nothing behind a tab, a character beyond ASCII, or a comma in the name of an attribute.
  it.each([
    ['a=1; x,y; Secure', 'a=1; Secure; HttpOnly; x,y'],
    ['a=1; note=é; HttpOnly; Path=/', 'a=1; HttpOnly; Path=/; Secure; note=é'],
    ['a=1\t; HttpOnly\t; Secure', 'a=1 ; HttpOnly ; Secure'],
    ['\ta\t=\t1; HttpOnly', ' a = 1; HttpOnly; Secure'],
    ['a=1; HttpOnly=é; Secure=é', 'a=1; HttpOnly; Secure'],
    ['a=1; Path=/é; Path=/x', 'a=1; Path=/x; HttpOnly; Secure'],
    ['a=1; Path=/x; Path=/é', 'a=1; Path=/x; HttpOnly; Secure; Path=/é'],
    ['a=1; Max-Age=9é; Max-Age=60', 'a=1; Max-Age=60; HttpOnly; Secure'],
    ['a=1; Partitioned=é', 'a=1; HttpOnly; Secure; Partitioned=é'],
  ])('stands before what stops a browser: %j', (line, hardened) => {
    const rules = { secure: true, sessionNames: ['a'] }
    expect(harden(line, rules)).toBe(hardened)
    expect(harden(hardened, rules)).toBe(hardened)
  })

  it('moves no lifetime behind a deletion, and keeps a line that others drop for a control character', () => {
    expect(harden('_ga=1; Max-Age=0; Max-Age=09\x01')).toBe('_ga=1; Max-Age=0;\x01')
    expect(harden('_ga=1; Max-Age=0; Expires=\x02Fri, 31 Dec 9999 23:59:59 GMT')).toContain('; Max-Age=0;\x02')
  })

  it('does not hide a deletion behind its value', () => {
    expect(harden('_ga=Zürich; Path=/; Max-Age=0')).toBe('_ga=; Path=/; Max-Age=0')
    expect(harden('_ga=a\tb; Max-Age=0')).toBe('_ga=; Max-Age=0')
  })

  it.each(['=_ga=1', '_ga', ' = _ga=1', '_ga=', '=_ga', '_ga\xe4x_ok=1', 'AMCV_x; Secure'])(
    'is judged by each name that a browser gives it: %j',
    (line) => {
      const consent = defineConsent({
        version: 1,
        categories: {
          essential: { name: '', description: '', required: true, cookies: ['*_ok', /^$/] },
          analytics: { name: '', description: '', cookies: ['_ga', 'AMCV_*'] },
        },
      })
      for (const undeclared of ['drop', 'report'] as const) {
        const { lines, changes } = hardenSetCookies([line], { consent, request: null, undeclared })
        expect(lines).toEqual([])
        expect(changes).toMatchObject([{ code: 'dropped', category: 'analytics' }])
      }
    },
  )
})

describe('every other byte', () => {
  it.each([
    'a="{\\"b\\": 1\\054 \\"c\\": 2}"',
    'a=b=c==',
    'a = 1 2 ',
    '  a=1',
    'a=%zz%',
    'a="',
    'a=é\xff',
    'a=b,c=d',
    'a=1\0',
    '=',
    '',
    'a',
  ])('stays: %j', (pair) => {
    const line = `${pair};Path = /x ; Foo=Bar; Priority=High;; DOMAIN=.Example.com`
    expect(harden(line, { secure: true, sameSite: 'lax' })).toBe(`${line}; SameSite=Lax; Secure`)
  })

  const piece = fc.oneof(
    fc.constantFrom(
      'a=1',
      'sessionid="a\\054b"',
      'temp_x=1',
      '_ga=1',
      '__Host-Http-a=1',
      ' Secure',
      'HttpOnly',
      'Partitioned',
      'SameSite=None',
      'SameSite=Lax',
      'SameSite=?',
      'SameSite',
      'Max-Age=0',
      'Max-Age=99999999',
      'Max-Age=-5',
      `Expires=${TOMORROW}`,
      'Expires=Fri, 31 Dec 9999 23:59:59 GMT',
      'Foo=Bar',
      '',
      ' ',
      '=',
    ),
    fc.string({ unit: 'binary' }),
  )
  const line = fc.oneof(
    fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(';')),
    fc.string({ unit: 'binary' }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
  )
  const rules = fc.record(
    {
      secure: fc.boolean(),
      sameSite: fc.constantFrom<CookieRules['sameSite']>('strict', 'lax', 'none', false),
      maxAge: fc.integer({ min: 1, max: 40_000_000 }),
      consent: fc.constant(site),
      request: fc.constantFrom('', recordCookie({ categories: ['analytics'] })),
      undeclared: fc.constantFrom<CookieRules['undeclared']>('drop', 'report'),
      clock: fc.constant(now),
    },
    { requiredKeys: ['clock'] },
  )

  /** Browsers differ in what a tab is, so it may be written as a space, with those around it. */
  const untabbed = (text: string): string => text.replace(/[\t ]*\t[\t ]*/g, ' ')

  it('stays in whatever comes: name, value and unknown attributes', () => {
    fc.assert(
      fc.property(line, rules, (text, given) => {
        const { lines } = hardenSetCookies([text], { ...given, undeclared: 'report' })
        const [pair = '', ...attributes] = text.split(';')
        const isDeletion = (parseSetCookie(text)?.maxAge ?? 1) <= 0
        for (const hardened of lines) {
          const first = hardened.split(';')[0] ?? ''
          if (!isDeletion || !/[^ -~]/.test(pair)) expect(untabbed(first)).toBe(untabbed(pair))
          const unknown = attributes.filter(
            (one) =>
              !/^[ \t]*(samesite|max-age|expires|secure|httponly|path|domain|priority)[ \t]*(=|$)/i.test(one) &&
              one.trim(),
          )
          const spaced = (one: string) => one.replace(/[\t ]+/g, ' ')
          const left = hardened.split(';').slice(1).map(spaced)
          expect(left.filter((one) => unknown.map(spaced).includes(one)).length).toBeGreaterThanOrEqual(unknown.length)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('stays the second time', () => {
    fc.assert(
      fc.property(fc.array(line), rules, (texts, given) => {
        const once = hardenSetCookies(texts, given)
        const twice = hardenSetCookies(once.lines, given)
        expect(twice.lines).toEqual(once.lines)
        expect(twice.changes.filter(({ code }) => code !== 'undeclared')).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('is read by browsers as before, and what they read keeps the rules', () => {
    fc.assert(
      fc.property(line, (text) => {
        const before = parseSetCookie(text)
        const after = parseSetCookie(hardenSetCookies([text], { clock: now, secure: true }).lines[0] ?? '')
        expect(after?.name).toBe(before?.name)
        if (!after || !before) return
        if (!(before.maxAge !== undefined && before.maxAge <= 0)) expect(after.value).toBe(before.value)
        expect(after.secure).toBe(true)
        if (before.maxAge !== undefined && before.maxAge <= 0) expect(after.maxAge).toBeLessThanOrEqual(0)
        else expect(after.maxAge ?? 0).toBeLessThanOrEqual(34_560_000)
        expect(after.path).toBe(before.path)
        expect(after.domain).toBe(before.domain)
      }),
      { numRuns: 1000 },
    )
  })
})

function grantOf(...categories: string[]) {
  return { categories: ['essential', ...categories], services: [], changesAt: null }
}
