import {
  defineConsent,
  defineCookie,
  embedSnapshot,
  snapshotOf,
  type Consent,
  type CookieDeclaration,
  type Snapshot,
} from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'

const namesIn = (header: string, consent: Consent = site) =>
  Object.keys(snapshotOf(header, consent, { now: NOON }).cookies)
const headers = (init: Readonly<Record<string, string>>) => new Headers(init)

describe('a snapshot', () => {
  it('holds the record, the signal, the region, the moment and the cookies that a page may see', () => {
    const cookie = `${recordCookie({ categories: ['analytics'] })}; theme=dark; sessionid=s3cret; csrftoken=t0ken; language=de; _ga=GA1; other=x`
    const snapshot = snapshotOf(headers({ cookie, 'sec-gpc': '1' }), site, { region: 'US-CA', now: NOON })
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual({
      record: { categories: ['essential', 'analytics'], timestamp: '2026-02-01T00:00:00.000Z', version: 2 },
      signals: { gpc: true },
      region: 'US-CA',
      now: NOON,
      cookies: { theme: 'dark', language: 'de' },
    })
  })

  it.each([null, undefined, ''])('of %j holds the moment alone', (source) => {
    expect(snapshotOf(source, site, { now: NOON })).toStrictEqual({ now: NOON, cookies: {} })
  })

  it('of headers without cookies holds the moment alone', () => {
    expect(snapshotOf(headers({}), site, { now: NOON })).toStrictEqual({ now: NOON, cookies: {} })
  })

  it('takes the moment from the clock, where none is given', () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
    expect(snapshotOf(null, site).now).toBe(NOON)
    vi.useRealTimers()
  })

  it.each(['0', 'true', '1.0', ' 1 1', '?1', ''])('takes Sec-GPC: %j for no signal', (value) => {
    expect(snapshotOf(headers({ 'sec-gpc': value }), site, { now: NOON })).not.toHaveProperty('signals')
  })

  it('hears no signal in a Cookie header', () => {
    expect(snapshotOf('sec-gpc=1', site, { now: NOON })).not.toHaveProperty('signals')
  })
})

describe('of the cookies', () => {
  it.each<[string, string]>([
    ['shopping_cart', 'a client definition in a required category'],
    ['theme', 'a client definition'],
    ['language', 'a name as text'],
    ['pref_compact', 'a name by a pattern'],
    ['density', 'an entry about a cookie of this site'],
    ['tracking_id', 'a name by a pattern'],
    ['fb_x', 'a name of a service'],
  ])('%s crosses: %s', (name) => {
    expect(namesIn(`${name}=x`)).toEqual([name])
  })

  it.each<[string, string]>([
    ['sessionid', 'an HttpOnly definition'],
    ['csrftoken', 'a name as text in a required category'],
    ['_ga', 'an entry about a cookie of somebody else'],
    ['other', 'an undeclared name'],
    ['cookie_consent', 'the consent cookie, which crosses as the record'],
    ['cookie_consent.sig', 'its signature'],
    ['__proto__', 'a name that nobody declared'],
    ['', 'a cookie without a name'],
  ])('%s stays on the server: %s', (name) => {
    expect(namesIn(`${name}=x`)).toEqual([])
  })

  it('an essential one stays, though a pattern of another category matches it too', () => {
    const text = { name: '', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: {
        essential: { ...text, required: true, cookies: ['pref_session', { name: 'pref_csrf' }, 'pref_*_token'] },
        functional: { ...text, cookies: ['pref_*', defineCookie('pref_secret', { httpOnly: true })] },
      },
    })
    expect(namesIn('pref_session=1; pref_csrf=2; pref_secret=3; pref_a_token=4; pref_theme=5', consent)).toEqual([
      'pref_theme',
    ])
  })

  it('one that a required category claims as much as another stays', () => {
    const text = { name: '', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: {
        essential: { ...text, required: true, cookies: ['sess*'] },
        functional: { ...text, cookies: ['*ssid'] },
      },
    })
    expect(namesIn('sessid=secret; abssid=1', consent)).toEqual(['abssid'])
  })

  it('the text crosses, decoded once', () => {
    expect(snapshotOf('language=%22a%2520b%22', site, { now: NOON }).cookies).toEqual({ language: '"a%20b"' })
  })
})

describe('the record', () => {
  it('is none where the consent cookie is there twice', () => {
    const yes = recordCookie({ categories: ['analytics', 'marketing'] })
    const no = recordCookie({ categories: [] })
    for (const header of [
      `${yes}; ${no}`,
      `${no}; ${yes}`,
      `${yes}; theme=dark; ${yes}`,
      `${yes}; cookie_consent=`,
      `cookie_consent=; ${yes}`,
    ])
      expect(snapshotOf(header, site, { now: NOON })).not.toHaveProperty('record')
  })

  it('is told from the moment of the snapshot', () => {
    const header = recordCookie({ timestamp: new Date(NOON).toISOString() })
    expect(snapshotOf(header, site, { now: NOON })).toHaveProperty('record')
    expect(snapshotOf(header, site, { now: NOON - 31 * 86_400_000 })).not.toHaveProperty('record')
  })
})

describe('an embedded snapshot', () => {
  const embed = (text: string) => embedSnapshot({ now: NOON, cookies: { language: text } })

  it.each(['</script>', '</SCRIPT >', '<!--', '<script>', ']]>', '\u2028\u2029', '"', '\\', '\ud800'])(
    'survives %j',
    (text) => {
      expect((JSON.parse(embed(text)) as Snapshot).cookies).toEqual({ language: text })
    },
  )

  it('cannot end its element, nor open another', () => {
    const piece = fc.constantFrom('<', '/', 'script', '>', '!--', '-->', '\\', 'u003c', '"')
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          expect(embed(text)).not.toContain('<')
          expect(JSON.parse(embed(text))).toEqual({ now: NOON, cookies: { language: text } })
        },
      ),
    )
  })
})

describe('a cookie that is declared HttpOnly', () => {
  const declared = (...cookies: readonly CookieDeclaration[]) =>
    defineConsent({
      version: 1,
      categories: {
        essential: { name: '', description: '', required: true, cookies: [{ name: 'req_*', httpOnly: true }] },
        functional: {
          name: '',
          description: '',
          cookies,
          services: { chat: { name: '', cookies: [{ name: 'chat_*', httpOnly: true }, 'chat_theme'] } },
        },
      },
    })

  it.each<[string, readonly CookieDeclaration[]]>([
    ['sid', [{ name: 'sid', httpOnly: true }]],
    ['sid_1', [{ name: 'sid_*', httpOnly: true }]],
    ['sid_1', ['sid_*', { name: 'sid_1', httpOnly: true }]],
    ['sid_1', ['sid_1*', { name: 'sid_*', httpOnly: true }]], // also where another pattern ranks higher
    ['sid_1', ['sid_*', { name: /^sid/, httpOnly: true }]],
    ['sid_1', ['s*', { name: '*_1', httpOnly: true, purpose: 'Signs in.', path: '/app' }]],
    ['chat_1', ['chat_1*']],
    ['req_1', ['req_1*']],
    ['__Host-id', [{ name: '__Host-*', httpOnly: true }, '__*']],
  ])('never crosses: %s by %j', (name, cookies) => {
    expect(namesIn(`${name}=secret; ${name}=twice`, declared(...cookies))).toEqual([])
    expect(embedSnapshot(snapshotOf(`${name}=secret`, declared(...cookies)))).not.toContain('secret')
  })

  it.each<[string, readonly CookieDeclaration[]]>([
    ['sid_theme', [{ name: 'sid_*', httpOnly: true }, 'sid_theme']],
    ['sid_theme', [{ name: 'sid_*', httpOnly: true }, defineCookie('sid_theme', { default: 'light' })]],
    ['lang', [{ name: 'lang', httpOnly: false }]],
    ['chat_theme', []],
  ])('does not hide what is declared by its exact name: %s', (name, cookies) => {
    expect(namesIn(`${name}=x`, declared(...cookies))).toEqual([name])
  })

  describe('and as a client definition of the same name', () => {
    const sid = () => defineCookie('sid', { default: '' })
    const secret = { name: 'sid', httpOnly: true } as const
    const text = { name: '', description: '' }
    const twice: [string, () => Consent][] = [
      ['the definition first', () => declared(sid(), secret)],
      ['the entry first', () => declared(secret, sid())],
      ['three times', () => declared(sid(), secret, 'sid')],
      ['a server definition', () => declared(defineCookie('sid', { httpOnly: true }), sid())],
      ['a sealed definition', () => declared(defineCookie('sid', { sealed: true, httpOnly: true }), sid())],
      [
        'in another category',
        () =>
          defineConsent({
            version: 1,
            categories: { a: { ...text, cookies: [sid()] }, b: { ...text, required: true, cookies: [secret] } },
          }),
      ],
      [
        'in a service',
        () =>
          defineConsent({
            version: 1,
            categories: { a: { ...text, cookies: [sid()], services: { chat: { name: '', cookies: [secret] } } } },
          }),
      ],
    ]
    it.each(twice)('never crosses in production: %s', (_, declare) => {
      vi.stubEnv('NODE_ENV', 'production')
      expect(namesIn('sid=secret', declare())).toEqual([])
    })
    it.each(twice)('is an error in development: %s', (_, declare) => {
      expect(declare).toThrow(expect.objectContaining({ code: 'duplicate-cookie' }))
    })
  })
})
