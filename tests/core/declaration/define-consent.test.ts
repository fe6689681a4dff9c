import {
  ConsentError,
  days,
  defineConsent,
  defineCookie,
  type ConsentConfig,
  type ConsentErrorCode,
  type CookieEntry,
} from 'assent/core'
import { afterEach, describe, expect, it, vi } from 'vitest'

const essential = { name: 'Essential', description: 'Needed.', required: true }
const ads = { name: 'Ads', description: 'Advertise.' }
const valid = { version: 1, categories: { essential, ads } }

/** What untyped JavaScript could pass. */
const untyped = (config: unknown): ConsentConfig => config as ConsentConfig
const errorOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

const mistakes: [ConsentErrorCode, string, unknown][] = [
  ['invalid-version', 'without a version', { categories: { essential } }],
  ['invalid-version', 'with version 0', { ...valid, version: 0 }],
  ['invalid-version', 'with version 1.5', { ...valid, version: 1.5 }],
  ['invalid-version', 'with a version as text', { ...valid, version: '1' }],
  ['invalid-config', 'without an argument', undefined],
  ['invalid-config', 'without categories', { version: 1 }],
  ['invalid-config', 'with categories that are null', { version: 1, categories: null }],
  ['invalid-config', 'with no category at all', { version: 1, categories: {} }],
  [
    'invalid-config',
    'with a word for required',
    { version: 1, categories: { ads: { name: 'Ads', description: 'Ads.', required: 'false' } } },
  ],
  ['invalid-config', 'with a category that is null', { version: 1, categories: { ads: null } }],
  ['invalid-config', 'with a category without a name', { version: 1, categories: { ads: { description: '' } } }],
  ['invalid-config', 'with a category without a description', { version: 1, categories: { ads: { name: '' } } }],
  ['invalid-config', 'with cookies that are no list', { version: 1, categories: { ads: { ...ads, cookies: 'id' } } }],
  ['invalid-config', 'with storage that is no list', { version: 1, categories: { ads: { ...ads, storage: 'id' } } }],
  ['invalid-config', 'with a misspelt regime', { version: 1, categories: { ads: { ...ads, regime: 'optin' } } }],
  ['invalid-config', 'with a misspelt key', { ...valid, endpiont: '/consent' }],
  ['invalid-config', 'with a misspelt key of its cookie', { ...valid, cookie: { maxage: 60 } }],
  [
    'invalid-config',
    'with a misspelt key in a category',
    { version: 1, categories: { a: { ...ads, cokies: ['id'] } } },
  ],
  [
    'invalid-config',
    'with a misspelt key in a service',
    { version: 1, categories: { a: { ...ads, services: { s: { name: 'S', cokies: ['id'] } } } } },
  ],
  ['invalid-category-id', 'with a space in an id', { version: 1, categories: { 'my ads': ads } }],
  ['invalid-category-id', 'with an id that is a number', { version: 1, categories: { 1: ads } }],
  ['invalid-category-id', 'with an empty id', { version: 1, categories: { '': ads } }],
  [
    'invalid-category-id',
    'with __proto__ as an id',
    { version: 1, categories: Object.fromEntries([['__proto__', ads]]) },
  ],
  [
    'duplicate-cookie',
    'with one cookie in two categories',
    { version: 1, categories: { a: { ...ads, cookies: ['id'] }, b: { ...ads, cookies: [{ name: 'id' }] } } },
  ],
  [
    'duplicate-cookie',
    'with one cookie twice in a category',
    { version: 1, categories: { a: { ...ads, cookies: ['id', 'id'] } } },
  ],
  [
    'duplicate-cookie',
    'with one pattern in a category and in a service',
    { version: 1, categories: { a: { ...ads, cookies: [/^id/], services: { s: { name: 'S', cookies: [/^id/] } } } } },
  ],
  [
    'duplicate-cookie',
    'with a definition of a declared name',
    { version: 1, categories: { a: { ...ads, cookies: ['id', defineCookie('id')] } } },
  ],
  [
    'duplicate-service',
    'with one service id in two categories',
    {
      version: 1,
      categories: { a: { ...ads, services: { s: { name: 'S' } } }, b: { ...ads, services: { s: { name: 'S' } } } },
    },
  ],
  [
    'duplicate-service',
    'with a comma in a service id',
    { version: 1, categories: { a: { ...ads, services: { 's,t': { name: 'S' } } } } },
  ],
  [
    'required-with-services',
    'with a switch in a required category',
    { version: 1, categories: { a: { ...essential, services: { s: { name: 'S' } } } } },
  ],
  [
    'invalid-cookie-name',
    'with a space before a cookie name',
    { version: 1, categories: { a: { ...ads, cookies: [' my id'] } } },
  ],
  [
    'invalid-cookie-name',
    'with a semicolon in a pattern',
    { version: 1, categories: { a: { ...ads, cookies: ['id;*'] } } },
  ],
  [
    'invalid-cookie-name',
    'with an equals sign in a service',
    { version: 1, categories: { a: { ...ads, services: { s: { name: 'S', cookies: ['a=b'] } } } } },
  ],
  ['invalid-cookie-name', 'with a bad consent cookie', { ...valid, cookie: { name: 'my consent' } }],
  ['invalid-cookie-name', 'with an empty consent cookie', { ...valid, cookie: { name: '' } }],
  ['invalid-pattern', 'with a pattern of every cookie', { version: 1, categories: { a: { ...ads, cookies: ['*'] } } }],
  ...[/^/, /$/, /(?:)/, /.*/, /^.*$/, /./, /.+?/s, /[^]*/, /^[\s\S]+$/, /..*/].map(
    (all): [ConsentErrorCode, string, unknown] => [
      'invalid-pattern',
      `with ${String(all)} for cookies`,
      { ...valid, categories: { a: { ...ads, cookies: [all] } } },
    ],
  ),
  ...['*', '**', '*******', /^/, /.*/, /./g, /(?:)/, /^[^]*$/].map((all): [ConsentErrorCode, string, unknown] => [
    'invalid-pattern',
    `with ${String(all)} for keys`,
    { ...valid, categories: { a: { ...ads, storage: ['k', all] } } },
  ]),
  [
    'invalid-pattern',
    'with every key of a service',
    { ...valid, categories: { a: { ...ads, services: { s: { name: 'S', storage: ['*'] } } } } },
  ],
  [
    'invalid-pattern',
    'with a star in the name of a definition',
    { ...valid, categories: { a: { ...ads, cookies: [defineCookie('s*')] } } },
  ],
  ['invalid-pattern', 'with an empty cookie name', { version: 1, categories: { a: { ...ads, cookies: [''] } } }],
  ['invalid-pattern', 'with a number for a cookie', { version: 1, categories: { a: { ...ads, cookies: [1] } } }],
  ['invalid-pattern', 'with null for a cookie', { version: 1, categories: { a: { ...ads, cookies: [null] } } }],
  [
    'invalid-pattern',
    'with an entry without a name',
    { version: 1, categories: { a: { ...ads, cookies: [{ provider: 'X' }] } } },
  ],
  ['invalid-pattern', 'with a number for a storage key', { version: 1, categories: { a: { ...ads, storage: [1] } } }],
  ['lifetime-too-long', 'with a consent of 401 days', { ...valid, cookie: { maxAge: days(401) } }],
  ['invalid-attribute', 'with a consent of no time', { ...valid, cookie: { maxAge: 0 } }],
  ['invalid-attribute', 'with a lifetime that is no number', { ...valid, cookie: { maxAge: NaN } }],
  ['invalid-attribute', 'with a relative path', { ...valid, cookie: { path: 'shop' } }],
  ['invalid-attribute', 'with an attribute in the domain', { ...valid, cookie: { domain: 'a.example; Secure' } }],
  [
    'invalid-attribute',
    'with SameSite=None that is not Secure',
    { ...valid, cookie: { sameSite: 'none', secure: false } },
  ],
  [
    'invalid-attribute',
    'with __Host- and a domain',
    { ...valid, cookie: { name: '__Host-consent', domain: 'a.example' } },
  ],
  [
    'invalid-attribute',
    'with a bad path of a foreign cookie',
    { version: 1, categories: { a: { ...ads, cookies: [{ name: 'id', path: 'x' }] } } },
  ],
  ['invalid-url', 'with a script for a policy', { ...valid, policy: 'javascript:alert(1)' }],
  ['invalid-url', 'with data for a policy', { ...valid, policy: 'data:text/html,x' }],
  ['invalid-url', 'with an endpoint of another host', { ...valid, endpoint: '//evil.example/consent' }],
  ['invalid-url', 'with an endpoint that browsers read as another host', { ...valid, endpoint: '/\\evil.example' }],
  ['invalid-url', 'with a tab that browsers drop', { ...valid, endpoint: '/\t/evil.example' }],
]

afterEach(() => vi.unstubAllEnvs())

describe('in development', () => {
  it.each(mistakes)('refuses, as %s, a declaration %s', (code, _, config) => {
    const error = errorOf(() => defineConsent(untyped(config)))
    expect(error).toBeInstanceOf(ConsentError)
    expect(error).toMatchObject({ name: 'ConsentError', code, link: `assent/docs/errors.md#${code}` })
  })

  it.each(mistakes)('explains %s %s: what, why and how to fix it', (code, _, config) => {
    const { message } = errorOf(() => defineConsent(untyped(config))) as ConsentError
    expect(message).toMatch(new RegExp(` \\(assent/docs/errors\\.md#${code}\\)$`))
    // At least two sentences, or one with a colon that tells the fix.
    expect(message.split(/[.:] /).length).toBeGreaterThan(1)
    expect(message.length).toBeGreaterThan(60)
  })

  it('names an unknown key, and the keys to use', () => {
    const config = untyped({ version: 1, categories: { a: { ...ads, cokies: ['id'] } } })
    expect(() => defineConsent(config)).toThrow(
      /The category "a" has the unknown key "cokies"\..* Use one of these keys: name, .*cookies/,
    )
  })

  it('names the cookie and both of its owners', () => {
    const config = {
      version: 1,
      categories: { a: { ...ads, cookies: ['id'] }, b: { ...ads, services: { s: { name: 'S', cookies: ['id'] } } } },
    }
    expect(() => defineConsent(config)).toThrow('The cookie "id" is declared in "a" and in "b (s)".')
  })
})

describe('in production', () => {
  it('checks nothing, so that the checks can be left out of the build', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const consent = defineConsent({
      version: 1,
      categories: { a: { ...ads, cookies: ['id'] }, b: { ...ads, cookies: ['id'] } },
    })
    expect(consent.ids).toEqual(['a', 'b'])
  })

  it('asks every category that claims a cookie', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const consent = defineConsent({
      version: 1,
      categories: { a: { ...ads, cookies: ['id'] }, b: { ...ads, cookies: ['id'] } },
    })
    const grant = (categories: string[]) => ({ categories, services: [], changesAt: null })
    expect(consent.isCookieAllowed('id', grant(['a']))).toBe(false)
    expect(consent.isCookieAllowed('id', grant(['a', 'b']))).toBe(true)
  })
})

describe('what is declared', () => {
  it('gets its defaults: half a year, everywhere, Lax', () => {
    expect(defineConsent(valid).cookie).toEqual({
      name: 'cookie_consent',
      maxAge: days(182),
      path: '/',
      sameSite: 'lax',
      domain: undefined,
      secure: undefined,
    })
  })

  it('keeps its own cookie, endpoint, policy and order', () => {
    const cookie = {
      name: 'choice',
      maxAge: 60,
      path: '/shop',
      sameSite: 'strict',
      domain: 'example.com',
      secure: true,
    } as const
    const consent = defineConsent({ ...valid, cookie, endpoint: '/consent', policy: 'https://example.com/privacy' })
    expect(consent).toMatchObject({
      version: 1,
      cookie,
      endpoint: '/consent',
      policy: 'https://example.com/privacy',
      ids: ['essential', 'ads'],
    })
    expect(consent.categories).toBe(valid.categories)
  })

  it.each([
    '/privacy',
    '/',
    './privacy',
    '../privacy',
    '?page=privacy',
    '#privacy',
    'https://a.example/',
    'http://a.example/',
  ])('takes %s for a link', (policy) => {
    expect(defineConsent({ ...valid, policy }).policy).toBe(policy)
  })

  it('may be computed, and then its ids are any text', () => {
    const names: string[] = Array.from({ length: 40 }, (_, i) => `category_${i}`)
    const categories = Object.fromEntries(
      names.map((id, i) => [
        id,
        { name: id, description: id, required: i === 0, cookies: [`cookie_${i}`, `many_${i}_*`] },
      ]),
    )
    const consent = defineConsent({ version: 1, categories })
    expect(consent.ids).toEqual(names)
    expect(consent.categoryOf('many_39_x')).toBe('category_39')
    expect(consent.isEssential('cookie_0')).toBe(true)
  })

  it('finds its definitions by name, those in services too', () => {
    const a = defineCookie('a')
    const b = defineCookie('b')
    const consent = defineConsent({
      version: 1,
      categories: { ads: { ...ads, cookies: [a, 'c'], services: { s: { name: 'S', cookies: [b] } } } },
    })
    expect([...consent.definitions]).toEqual([
      ['a', a],
      ['b', b],
    ])
  })
})

it.each([
  'AMCV_1%40AdobeOrg',
  'AMCV_*',
  'prefs[lang]',
  'prefs*',
  'a b',
  'a@b{c}',
  '"q"',
  'ä',
  'a:b',
  '日本',
  '(x)',
  'a,b',
])('takes the name %s, which a browser keeps verbatim', (name) => {
  const consent = defineConsent({ version: 1, categories: { a: { name: 'A', description: '', cookies: [name] } } })
  expect(consent.categoryOf(name.replace('*', 'x'))).toBe('a')
})

it.each<[string, object]>([
  ['a scheme', { domain: 'https://host' }],
  ['a port', { domain: 'host:3000' }],
  ['a path', { domain: 'example.com/shop' }],
  ['an empty label', { domain: 'a..example.com' }],
  ['an address with a port', { domain: '127.0.0.1:80' }],
  ['a space', { domain: 'my host' }],
  ['no number of seconds', { maxAge: NaN }],
  ['endless seconds', { maxAge: Infinity }],
  ['an invalid date', { expires: new Date('31.12.2026') }],
])('refuses %s in the consent cookie, an entry and a definition', (_, attributes) => {
  const categories = { a: { name: 'A', description: '' } }
  const refused = expect.objectContaining({ code: 'invalid-attribute' }) as Error
  if (!('expires' in attributes))
    expect(() => defineConsent({ version: 1, categories, cookie: attributes })).toThrow(refused)
  if ('domain' in attributes)
    expect(() =>
      defineConsent({
        version: 1,
        categories: { a: { ...categories.a, cookies: [{ name: 'x', ...attributes } as CookieEntry] } },
      }),
    ).toThrow(refused)
  expect(() => defineCookie('x', attributes)).toThrow(refused)
})
