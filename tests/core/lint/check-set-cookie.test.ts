import {
  checkSetCookie,
  defineConsent,
  defineCookie,
  type SetCookie,
  type SetCookieContext,
  stringifySetCookie,
} from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const now = () => Date.UTC(2026, 0, 1)
const GOOD = 'Path=/; Secure; HttpOnly; SameSite=Lax'
const codes = (cookie: SetCookie | string, context: SetCookieContext = {}, severity?: string) =>
  checkSetCookie(cookie, { clock: now, ...context })
    .filter((finding) => !severity || finding.severity === severity)
    .map((finding) => finding.code)

describe('refused', () => {
  it.each<[string, SetCookieContext | undefined, string[]]>([
    [`a=1; ${GOOD}`, {}, []],
    [`a=1\x01; ${GOOD}`, {}, ['control-character']],
    ['a=1; Path=/\x7f', {}, ['control-character']],
    ['', {}, ['empty-cookie']],
    ['=; Secure', {}, ['empty-cookie']],
    [`a=${'v'.repeat(4095)}`, {}, []],
    [`a=${'v'.repeat(4096)}`, {}, ['name-value-too-large']],
    ['__Secure-a=1', {}, ['secure-prefix']],
    ['__sEcUrE-a=1; Secure', {}, []],
    ['__Host-a=1; Secure; Path=/', {}, []],
    ['__HOST-a=1; Path=/', {}, ['host-prefix']],
    ['__host-a=1; Secure', {}, ['host-prefix']],
    ['__Host-a=1; Secure; Path=/x', {}, ['host-prefix']],
    ['__Host-a=1; Secure; Path=/; Domain=example.com', {}, ['host-prefix']],
    ['__Http-a=1; Secure', {}, ['http-prefix']],
    ['__Http-a=1; Secure; HttpOnly; Path=/x', {}, []],
    ['__Host-Http-a=1; Secure; Path=/', {}, ['host-http-prefix']],
    ['__host-http-a=1; Secure; HttpOnly; Path=/', {}, []],
    ['__Host-Http-a=1; Secure; HttpOnly', {}, ['host-http-prefix']],
    ['__Hostage=1', {}, []],
    ['=__Host-a=1; Secure; Path=/', {}, ['prefix-in-nameless-value']],
    ['__secure-a; Secure', {}, ['prefix-in-nameless-value']],
    ['a=1; SameSite=None', {}, ['same-site-none-without-secure']],
    ['a=1; SameSite=None; Secure', {}, []],
    ['a=1; Partitioned', {}, ['partitioned-without-secure']],
    ['a=1; Partitioned; Secure', {}, []],
    ['a=1; Secure', { secure: false }, ['secure-over-http']],
    ['a=1; Secure', { secure: false, host: 'example.com' }, ['secure-over-http']],
    ['a=1; Secure', { secure: false, host: 'localhost:3000' }, []],
    ['a=1; Secure', { secure: false, host: 'app.localhost' }, []],
    ['a=1; Secure', { secure: false, host: '127.0.0.1:80' }, []],
    ['a=1; Secure', { secure: false, host: '[::1]:80' }, []],
    ['a=1; Domain=münchen.de', {}, ['domain-not-ascii']],
    ['a=1; Domain=com', { host: 'example.com' }, ['domain-public-suffix']],
    ['a=1; Domain=com', {}, ['domain-public-suffix']],
    ['a=1; Domain=.localhost', {}, []],
    ['a=1; Domain=intranet', { host: 'intranet' }, []],
    ['a=1; Domain=localhost', { host: 'app.localhost' }, ['domain-public-suffix']],
    ['a=1; Domain=example.com', { host: 'www.Example.com:8080' }, []],
    ['a=1; Domain=.example.com', { host: 'example.com' }, []],
    ['a=1; Domain=example.com', { host: 'badexample.com' }, ['domain-mismatch']],
    ['a=1; Domain=www.example.com', { host: 'example.com' }, ['domain-mismatch']],
    ['a=1; Domain=0.0.1', { host: '127.0.0.1' }, ['domain-mismatch']],
    ['a=1; Domain=127.0.0.1', { host: '127.0.0.1' }, []],
  ])('%s of %j', (line, context, expected) => {
    expect(codes(line, context, 'refused')).toEqual(expected)
  })
})

describe('the date of Expires', () => {
  const found = (date: string) => codes(`a=1; ${GOOD}; Expires=${date}`).filter((code) => code.startsWith('expires-'))

  it.each([
    'Wed, 06 May 2026 10:00:00 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    'Sat, 29 Feb 2020 00:00:00 GMT',
  ])('%s is as it should be', (date) => {
    expect(found(date)).toEqual([])
  })

  it.each([
    'Wed, 06 May 2026 10:00:00 +0200',
    'Wed, 06 May 2026 10:00:00 -05:00',
    'Wed, 06 May 2026 10:00:00+0530',
    'Wed May 06 2026 10:00:00 GMT+0200 (Central European Summer Time)',
    'Wed, 06 May 2026 10:00:00 UTC-3:00',
    'Wed, 06 May 2026 10:00:00 EST',
    'Wed, 06-May-2026 10:00:00 CEST',
    'Wed, 06 May 2026 10:00:00 pdt',
    'Wed, 06 May 2026 10:00:00 JST',
  ])('%s names a zone that browsers ignore', (date) => {
    expect(found(date)).toEqual(['expires-zone'])
  })

  it.each([
    'Wed, 06-May-2026 10:00:00 GMT',
    'Wednesday, 06-May-26 10:00:00 GMT',
    'Wed May  6 10:00:00 2026',
    'Wed, 6 May 2026 10:00:00 GMT',
    'Wed, 06 May 2026 10:00:00',
    'Wed, 06 May 2026 10:00:00 gmt',
    'wed, 06 may 2026 10:00:00 GMT',
    'Wed, 06 May 2026 10:00:00 UTC',
    'Wed, 06 May 2026 10:00:00 +0000',
    'Wed, 06 May 2026 10:00:00 GMT+0000',
    '06 May 2026 10:00:00 GMT',
    '10:00:00 06-May-2026',
    'Wed, 06 May 2026 10:00:00 GMT.',
    'Mit, 06 May 2026 10:00:00 GMT',
    'Foo, 06 May 2026 10:00:00 GMT',
  ])('%s is read, and in another form than the fixed one', (date) => {
    expect(found(date)).toEqual(['expires-format'])
  })

  it.each([
    ['Mon, 06 May 2026 10:00:00 GMT', ['expires-weekday']],
    ['Sun, 01 Jan 1970 00:00:00 GMT', ['expires-weekday']],
    ['Tuesday, 06-May-26 10:00:00 GMT', ['expires-format', 'expires-weekday']],
    ['Tue, 06 May 2026 10:00:00 +0200', ['expires-zone', 'expires-weekday']],
    ['Mon, never', ['expires-ignored']],
    ['', ['expires-ignored']],
  ])('%s has the findings %j', (date, expected) => {
    expect(found(date)).toEqual(expected)
  })

  it('is as it should be where an object is written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1601-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (expires) => {
          const findings = checkSetCookie({ name: 'a', value: '1', expires })
          expect(findings.filter(({ code }) => code.startsWith('expires-'))).toEqual([])
        },
      ),
    )
  })
})

describe('changed', () => {
  it.each<[string, string[]]>([
    [`a=1; ${GOOD}; Domain=example.com; Partitioned; Priority=High;`, []],
    ['a=1; Max-Age=34560000', []],
    ['a=1; Max-Age=34560001', ['lifetime-clamped']],
    ['a=1; Expires=Fri, 05 Feb 2027 00:00:00 GMT', []],
    ['a=1; Expires=Fri, 05 Feb 2027 00:00:01 GMT', ['lifetime-clamped']],
    ['a=1; Expires=Fri, 05 Feb 2028 00:00:00 GMT; Max-Age=60', []],
    [`a=1; Path=/${'p'.repeat(1023)}`, []],
    [`a=1; Path=/${'p'.repeat(1024)}`, ['attribute-too-long']],
    ['a=1; Http-Only', ['attribute-unknown']],
    ['a=1; Path=/; path=/x', ['attribute-repeated']],
    ['a=1; Max-Age=1.5', ['max-age-ignored']],
    ['a=1; Max-Age', ['max-age-ignored']],
    ['a=1; Expires=2027-02-05', ['expires-ignored']],
    ['a=1; SameSite=No', ['same-site-ignored']],
    ['a=1; Path=x', ['path-ignored']],
    ['a=1; Path=', ['path-ignored']],
  ])('%s', (line, expected) => {
    expect(codes(line, {}, 'changed')).toEqual(expected)
  })
})

describe('advice', () => {
  it.each<[string, SetCookieContext | undefined, string[]]>([
    [`theme=dark; ${GOOD}`, { host: 'example.com', path: '/a/b', secure: true }, []],
    [`theme="dark"; ${GOOD}`, {}, []],
    [`value; ${GOOD}`, {}, ['nameless']],
    [`a b=1; ${GOOD}`, {}, ['invalid-name']],
    [`a=1 2; ${GOOD}`, {}, ['value-characters']],
    [`a="1,2"; ${GOOD}`, {}, ['value-characters']],
    [`a=é; ${GOOD}`, {}, ['value-characters']],
    ['a=1; Path=/; SameSite=Lax', {}, ['missing-secure']],
    ['a=1; Path=/; SameSite=Lax', { secure: false }, []],
    ['a=1; Path=/; Secure', {}, ['missing-same-site']],
    [`a=1; ${GOOD}; Domain=example.com`, { host: 'example.com' }, ['wide-domain']],
    ['a=1; Secure; SameSite=Lax', {}, []],
    ['a=1; Secure; SameSite=Lax', { path: '/' }, []],
    ['a=1; Secure; SameSite=Lax', { path: '/page' }, []],
    ['a=1; Secure; SameSite=Lax', { path: '/folder/page' }, ['default-path']],
    ['a=1; Secure; SameSite=Lax; Path=/x', {}, ['path-not-root']],
    ['a=1; Secure; SameSite=Lax; Path=/x', { path: '/x/y' }, ['path-not-root']],
    ['a=1; Secure; SameSite=Lax; Path=/x', { path: '/xy' }, ['path-elsewhere']],
    ['a=1; Secure; SameSite=Lax; Path=/x/', { path: '/x' }, ['path-elsewhere']],
    [`a=1; ${GOOD}; Max-Age=31536000`, {}, []],
    [`a=1; ${GOOD}; Max-Age=31536001`, {}, ['long-lifetime']],
    [`a=1; ${GOOD}; Max-Age=99999999`, {}, []],
    [`a=1; ${GOOD}; Max-Age=60; Expires=Thu, 01 Jan 2026 00:01:30 GMT`, {}, []],
    [`a=1; ${GOOD}; Max-Age=60; Expires=Thu, 01 Jan 2026 00:02:30 GMT`, {}, ['lifetimes-disagree']],
    ['a=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT', {}, []],
    ['a=; Max-Age=0; Expires=Thu, 01 Jan 2026 00:00:30 GMT', {}, ['lifetimes-disagree']],
    ['sessionid=; Max-Age=0; Domain=example.com; Path=/x', {}, []],
    ['sessionid=""; Expires=Thu, 01 Jan 1970 00:00:00 GMT', {}, []],
    [`a=jane.doe%40example.com; ${GOOD}`, {}, ['personal-data']],
    [`a=1; ${GOOD}`, {}, []],
    [
      'sessionid=1; Path=/',
      {},
      ['sensitive-without-http-only', 'sensitive-without-secure', 'sensitive-without-same-site'],
    ],
    ['sessionid=1; Path=/; Secure; HttpOnly; SameSite=None', {}, ['sensitive-without-same-site']],
    [`sessionid=1; ${GOOD}; Max-Age=2592001`, {}, ['session-without-strict', 'sensitive-long-lifetime']],
    ['sessionid=1; Path=/; Secure; HttpOnly; SameSite=Strict', {}, []],
    [`access_token=1; ${GOOD}`, {}, []],
    ['sessionid=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0', {}, []],
    [`a=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x; Path=/; Secure; SameSite=Lax`, {}, ['sensitive-without-http-only']],
  ])('%s of %j', (line, context, expected) => {
    expect(codes(line, context, 'advice')).toEqual(expected)
  })

  it.each([
    'sessionid',
    'sid',
    'connect.sid',
    'session',
    '__Host-session',
    'csrftoken',
    'XSRF-TOKEN',
    'auth',
    'auth_token',
    'accessToken',
    'jwt',
    'PHPSESSID',
    'JSESSIONID',
    'ASP.NET_SessionId',
  ])('takes %s for a secret', (name) => {
    expect(codes(`${name}=1; Secure; Path=/; SameSite=Strict`, {}, 'advice')).toEqual(['sensitive-without-http-only'])
  })

  it.each(['sessionid', 'sid', '__Host-session', 'csrftoken', 'XSRF-TOKEN', '_csrf', 'PHPSESSID', 'connect.sid'])(
    'would have %s stay away from links of other sites',
    (name) => {
      expect(codes(`${name}=1; ${GOOD}`, {}, 'advice')).toEqual(['session-without-strict'])
    },
  )

  it.each(['author', 'inside', 'theme', '_ga', 'residence', 'tokenizer', 'obsession', '_hjSession_1'])(
    'takes %s for no secret',
    (name) => {
      expect(codes(`${name}=1; Secure; Path=/; SameSite=Strict`)).toEqual([])
    },
  )
})

describe('plain data', () => {
  const base64 = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
  const jwt = (claims: object) => `${base64({ alg: 'HS256' })}.${base64(claims)}.c2lnbmF0dXJl`
  const json = (value: object) => encodeURIComponent(JSON.stringify(value))
  const SIGNATURE = 'jpbHRqUP1-8-RyLBbgYyT0vKYfO_T3mXVlPSn3pQnWY'
  const find = (pair: string) => codes(`${pair}; Path=/; Secure; HttpOnly; SameSite=Strict`)

  it.each([
    'a=jane.doe%40example.com',
    `a=${json({ mail: 'jane@example.com' })}`,
    `a=${jwt({ sub: 1, email: 'jane@example.com' })}`,
    `a=${base64({ email: 'jane@example.com' })}:1tLwVW:${SIGNATURE}`,
    `a=jane@example.com:1tLwVW:${SIGNATURE}`,
  ])('is an e-mail address in %s', (pair) => {
    expect(find(pair)).toEqual(['personal-data'])
  })

  it.each([
    'a=4111-1111-1111-1111',
    'a=4111%201111%201111%201111',
    'a=3782-822463-10005',
    'pay_card=5555555555554444',
    'cc=378282246310005',
    `checkout=${json({ cardHolder: 'Jane', cardNo: '4111111111111111' })}`,
    `checkout=${json({ card: 4111111111111111 })}`,
    `a=${jwt({ pan: '6011111111111117' })}`,
  ])('is a payment card in %s', (pair) => {
    expect(find(pair)).toEqual(['payment-card'])
  })

  it.each([
    'a=4111-1111-1111-1112',
    'a=1111-1111-1111-1117',
    'a=4111111111111111',
    'a=04111-1111-1111-11110',
    'a=96de2510-0006-1000-9556-000000000000',
    'card=4111111111111112',
    'loyalty_card=12345678',
    'discard=1',
  ])('is no payment card in %s', (pair) => {
    expect(find(pair)).toEqual([])
  })

  it.each([
    'password=hunter2',
    'db-pwd=x',
    'userPassword=hunter2',
    '__Host-passphrase=x%20y',
    'API_KEY=abc',
    'stripe.secret_key=sk_live',
    'clientSecret=abc',
    'cvv=123',
    'ssn=078-05-1120',
    'iban=DE02120300000000202051',
    `form=${json({ name: 'Jane', password: 'hunter2' })}`,
    `form=${jwt({ pwd: 'hunter2' })}`,
  ])('is a secret in %s', (pair) => {
    expect(find(pair)).toEqual(['plain-secret'])
  })

  it.each([
    'show_password=1',
    'password=',
    'remember_password=True',
    'password_reset=abc',
    'secretary=jane',
    'bypass=abc',
  ])('is no secret in %s', (pair) => {
    expect(find(pair)).toEqual([])
  })

  it.each([
    'user_id=42',
    'userId=42',
    'is_admin=false',
    'role=editor',
    'app_permissions=read',
    `me=${json({ user_id: 1 })}`,
  ])('is who the visitor is, for anyone to edit, in %s', (pair) => {
    expect(find(pair)).toEqual(['unsigned-identity'])
  })

  it.each([
    `user_id=42:1tLwVW:${SIGNATURE}`,
    `user_id=s%3A42.${SIGNATURE}`,
    'user_id=42--5ae6ba1b5dd2f1e3bb2b9d4b0b0e5d3c6d1e3f7a',
    'user_id=0f8fad5b-d9cb-469f-a165-70867728950e',
    `role=${jwt({ role: 'admin' })}aaaaaaaaaaaaaaaaaaaaaaaaaaaa`,
    'user_id=',
    'carousel_role_model=1',
  ])('is no more than a signature lets pass in %s', (pair) => {
    expect(find(pair)).not.toContain('unsigned-identity')
  })

  it.each([
    'cart_total=99.99',
    'total=100',
    'cartTotal=1.299%2C50',
    'price=0',
    'item_price=%E2%82%AC12.50',
    'order-amount=1,299.00',
    'discount=10%25',
    'balance=-5',
    'shipping_cost=4.95EUR',
    'grand_total=$20',
    'subtotal=7',
    'price_cents=999',
    'service.fee=USD 3',
    `shopping_cart=${json({ items: [], total: 99.99 })}`,
    `order=${json({ unitPrice: '12.00' })}`,
  ])('is money, for anyone to edit, in %s', (pair) => {
    expect(find(pair)).toContain('unsigned-amount')
  })

  it.each([
    'total_pages=3',
    'page_total=12',
    'results_total=12',
    'price_sort=asc',
    'price=asc',
    'sort=price',
    'show_price=1',
    'show-total=0',
    'discount=',
    'discount_code=SUMMER10',
    'discount=SUMMER10',
    'balance=left',
    'totally=1',
    'feed=1',
    'amountless=1',
    'total=1:2:3',
    'price=2026-01-01',
    `cart_total=99.99:1tLwVW:${SIGNATURE}`,
    `cart_total=s%3A99.99.${SIGNATURE}`,
    `cart=${json({ items: ['total'], count: 3 })}`,
    `price=${'1'.repeat(4000)}x`,
  ])('is no money, or signed, in %s', (pair) => {
    expect(find(pair)).not.toContain('unsigned-amount')
  })

  it('is too much from 2049 bytes to the 4096 over which it is dropped', () => {
    expect(find(`a=${'v'.repeat(2047)}`)).toEqual([])
    expect(find(`a=${'v'.repeat(2048)}`)).toEqual(['large-value'])
    expect(find(`a=${'v'.repeat(4095)}`)).toEqual(['large-value'])
    expect(find(`a=${'v'.repeat(4096)}`)).toEqual(['name-value-too-large'])
  })

  it('is not looked for in what deletes', () => {
    expect(codes('password=jane@example.com; Max-Age=0')).toEqual([])
  })

  it.each(['eyJ', 'eyJh', 'eyJhb', 'eyJ-_-_', 'eyJhbGciOiJIUzI1NiJ9.eyJ', `${base64({ a: 'b' })}.eyJhbGci!`])(
    'is not found in the broken base64 of %s',
    (value) => {
      expect(() => find(`a=${value}`)).not.toThrow()
    },
  )

  it('is not found in ids, times, hashes and what tools of others write', () => {
    const id = fc.oneof(
      fc.uuid(),
      fc.integer({ min: 0 }).map(String),
      fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String),
      fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }).map(String),
      fc.uint8Array({ minLength: 8, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
      fc.uint8Array({ minLength: 8, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc
        .tuple(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }))
        .map(([visitor, time]) => `GA1.1.${visitor}.${time}`),
      fc
        .tuple(fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }), fc.integer({ min: 1, max: 2 ** 31 }))
        .map(([time, visitor]) => `fb.1.${time}.${visitor}`),
    )
    const name = fc.constantFrom('_ga', '_fbp', 'visitor_id', 'theme', 'cart', 'pref_language', 'last_login', '_hjid')
    fc.assert(
      fc.property(name, id, (named, value) => {
        expect(find(`${named}=${value}`)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
})

describe('an object', () => {
  it.each<[SetCookie, string[]]>([
    [{ name: 'a', value: 'x; "y" é', path: '/', secure: true, sameSite: 'lax' }, []],
    [{ name: 'a', value: 'é'.repeat(682), path: '/', secure: true, sameSite: 'lax' }, ['large-value']],
    [{ name: 'a', value: 'é'.repeat(683), path: '/', secure: true, sameSite: 'lax' }, ['name-value-too-large']],
    [{ name: '__Host-a', value: '1', secure: true, sameSite: 'lax' }, ['host-prefix']],
    [{ name: 'a\n', value: '1', secure: true, sameSite: 'lax' }, ['control-character', 'invalid-name']],
    [{ name: 'a', value: '1', secure: true, sameSite: 'lax', maxAge: 1.5 }, ['max-age-ignored']],
    [{ name: 'a', value: '1', secure: true, sameSite: 'lax', expires: new Date(NaN) }, ['expires-ignored']],
    [{ name: 'a', value: '1', secure: true, sameSite: 'lax', maxAge: 40_000_000 }, ['lifetime-clamped']],
    [{ name: 'a', value: 'b@example.com', secure: true, httpOnly: false, sameSite: 'lax' }, ['personal-data']],
  ])('%j', (cookie, expected) => {
    expect(codes(cookie)).toEqual(expected)
  })

  it('is judged as the line that stringifySetCookie writes', () => {
    const cookie = fc.record<SetCookie, 'name' | 'value'>(
      {
        name: fc.constantFrom('a', 'sid', '__Host-a', '__Secure-a', '__Http-a'),
        value: fc.string({ unit: 'binary' }),
        domain: fc.constantFrom('example.com', 'com'),
        path: fc.constantFrom('/', '/x', 'x'),
        maxAge: fc.integer({ min: 0, max: 34_560_000 }),
        expires: fc.date({ min: new Date(0), max: new Date(now()), noInvalidDate: true }),
        secure: fc.boolean(),
        httpOnly: fc.boolean(),
        partitioned: fc.boolean(),
        sameSite: fc.constantFrom('strict', 'lax', 'none'),
        priority: fc.constantFrom('low', 'high'),
      },
      { requiredKeys: ['name', 'value'], noNullPrototype: true },
    )
    fc.assert(
      fc.property(cookie, (value) => {
        expect(checkSetCookie(value, { clock: now })).toEqual(
          checkSetCookie(stringifySetCookie(value, { clock: now }), { clock: now }),
        )
      }),
    )
  })
})

describe('beside a declaration', () => {
  const consent = defineConsent({
    version: 1,
    categories: {
      essential: { name: '', description: '', required: true, cookies: ['sessionid'] },
      functional: {
        name: '',
        description: '',
        cookies: [
          'pref_*',
          /^exp_/,
          { name: 'sid_*', httpOnly: true },
          { name: 'ext_*', provider: 'Chat' },
          defineCookie('lang', { default: 'en' }),
          defineCookie('token', { httpOnly: true }),
        ],
      },
    },
  })
  const found = (line: string) => codes(line, { consent }).filter((code) => code.startsWith('http-only'))

  it.each([
    ['pref_id=1; HttpOnly', ['http-only-undeclared']],
    ['pref_é=1; httponly=no', ['http-only-undeclared']],
    ['pref_\xc3\xa9=1; HttpOnly', ['http-only-undeclared']],
    ['lang=1; HttpOnly', ['http-only-undeclared']],
    ['pref_id=1', []],
    ['pref_id=; HttpOnly; Max-Age=0', []],
    ['sid_1=1; HttpOnly', []],
    ['token=1; HttpOnly', []],
    // These stay on the server anyway.
    ['sessionid=1; HttpOnly', []],
    ['ext_1=1; HttpOnly', []],
    ['exp_1=1; HttpOnly', []],
    ['other=1; HttpOnly', []],
    ['cookie_consent.sig=1; HttpOnly', []],
    ['sid_1=1', ['http-only-missing']],
    ['token=1', ['http-only-missing']],
    ['sid_1=; Max-Age=0', []],
  ])('finds where the two differ about HttpOnly: %s', (line, expected) => {
    expect(found(line)).toEqual(expected)
    expect(codes(line).filter((code) => code.startsWith('http-only'))).toEqual([])
  })
})

it('orders findings by severity and says on what', () => {
  const findings = checkSetCookie('sid=1; SameSite=None; Max-Age=40000000', { clock: now })
  expect(findings.map(({ severity }) => severity)).toEqual([
    'refused',
    'changed',
    'advice',
    'advice',
    'advice',
    'advice',
  ])
  expect(findings[1]).toMatchObject({ code: 'lifetime-clamped', clause: 'RFC 6265bis §5.5' })
  expect(findings[1]?.message).toMatch(/400 days.*\(463 days\)$/)
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
    '@a.',
    ' ',
    '\0',
    '9',
  )
  const context = fc.record({ host: fc.string(), path: fc.string(), secure: fc.boolean() }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), context, (texts, page) => {
      expect(Array.isArray(checkSetCookie(texts.join(''), page))).toBe(true)
    }),
  )
})
