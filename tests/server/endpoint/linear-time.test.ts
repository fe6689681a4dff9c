import { createCookies, consentHandler, readConsent } from 'assent/server'
import { defineConsent, type Consent } from 'assent/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { growth, LINEAR } from '../../fixtures/growth.js'
import { recordCookie } from '../../fixtures/site.js'

/** A declaration with `size` services in all, ten for each category. */
function declare(size: number): Consent {
  const categories = Array.from({ length: Math.ceil(size / 10) }, (_, i) => {
    const keys = Array.from({ length: 10 }, (_, j) => `s${i * 10 + j}`)
    const services = Object.fromEntries(keys.map((key) => [key, { name: key, cookies: [`${key}_*`] }]))
    return [`c${i}`, { name: `c${i}`, description: '', services }] as const
  })
  vi.stubEnv('NODE_ENV', 'production') // so that no cookie need hold all of the services
  const required = { name: 'Essential', description: '', required: true }
  return defineConsent({ version: 1, categories: { essential: required, ...Object.fromEntries(categories) } })
}

const consent = declare(200)
const handle = consentHandler({ consent, trustProxy: true })
const URL = 'https://shop.example/consent'
const FORM = 'application/x-www-form-urlencoded'

const request = (headers: Readonly<Record<string, string>>, body: string, url = URL) =>
  new Request(url, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
const form = (body: string, headers: Readonly<Record<string, string>> = {}, url = URL) =>
  request({ 'content-type': FORM, ...headers }, body, url)
const json = (body: unknown) => request({ 'content-type': 'application/json' }, JSON.stringify(body))
const list = (size: number, of: (i: number) => string) => Array.from({ length: size }, (_, i) => of(i))

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}) // it tells what it refused
})

describe('a request costs time in proportion to its length', () => {
  const requests: [name: string, make: (length: number) => Request, length: number][] = [
    ['a Host of labels', (n) => form('choice=reject', { host: 'a.'.repeat(n) }), 1000],
    ['an X-Forwarded-Host of labels', (n) => form('choice=reject', { 'x-forwarded-host': 'a.'.repeat(n) }), 1000],
    ['an X-Forwarded-Host of hosts', (n) => form('choice=reject', { 'x-forwarded-host': 'a.b,'.repeat(n) }), 500],
    ['a URL of labels', (n) => form('choice=reject', {}, `https://${'a.'.repeat(n)}example/consent`), 1000],
    [
      'an Origin of labels',
      (n) => form('x=', { origin: `https://${'a.'.repeat(n)}b`, 'sec-fetch-site': 'none' }),
      1000,
    ],
    ['a Referer of labels', (n) => form('choice=reject', { referer: `https://${'a.'.repeat(n)}b/` }), 1000],
    ['a Referer of folders', (n) => form('choice=reject', { referer: `https://shop.example/${'a/'.repeat(n)}` }), 1000],
    ['a path of folders', (n) => form('choice=reject', {}, `${URL}/${'a/'.repeat(n)}`), 1000],
    ['a path of slashes', (n) => form('choice=reset', {}, `${URL}${'/'.repeat(n)}`), 1000],
    ['cookies', (n) => form('choice=reject', { cookie: list(n, (i) => `s${i}_=1`).join('; ') }), 250],
    ['cookies of one name', (n) => form('choice=reject', { cookie: 's1_=1;'.repeat(n) }), 500],
    ['consent cookies', (n) => form('choice=reject', { cookie: 'cookie_consent=1;'.repeat(n) }), 250],
    ['groups', (n) => form(list(n, (i) => `groups=c${i}`).join('&')), 600],
    ['the same group', (n) => form(`services=&${'groups=c1&'.repeat(n)}`), 600],
    ['services', (n) => form(list(n, (i) => `services=s${i}`).join('&')), 500],
    ['groups and services', (n) => form(list(n, (i) => `groups=c${i % 20}&services=x${i}`).join('&')), 300],
    ['categories', (n) => form(`categories=c1&${list(n, (i) => `categories=c${i}`).join('&')}`), 500],
    ['choices', (n) => form('choice=save&'.repeat(n)), 600],
    ['misspelt fields', (n) => form(`categories[${']'.repeat(n)}x=1`), 8000],
    ['other fields', (n) => form('x=1&'.repeat(n)), 500],
    ['categories in JSON', (n) => json({ choice: 'save', categories: list(n, (i) => `c${i}`) }), 1000],
    ['services in JSON', (n) => json({ choice: 'save', categories: ['c1'], services: list(n, (i) => `s${i}`) }), 400],
    [
      'groups in JSON',
      (n) => json({ choice: 'save', services: list(n, (i) => `x${i}`), groups: list(n, () => 'c1') }),
      400,
    ],
    ['members of JSON', (n) => json(Object.fromEntries(list(n, (i) => `m${i}`).map((key) => [key, 1]))), 200],
    ['deep JSON', (n) => request({ 'content-type': 'application/json' }, '['.repeat(n)), 8000],
    ['a time', (n) => json({ choice: 'accept', timestamp: '(1'.repeat(n) }), 4000],
    ['a language', (n) => json({ choice: 'accept', language: 'a'.repeat(n) }), 8000],
    [
      'parts',
      (n) =>
        request(
          { 'content-type': `multipart/form-data; boundary=${'b'.repeat(30)}` },
          `${`--${'b'.repeat(30)}\r\nContent-Disposition: form-data; name="groups"\r\n\r\nc1\r\n`.repeat(n)}--${'b'.repeat(30)}--`,
        ),
      80,
    ],
    [
      'a boundary',
      (n) => request({ 'content-type': `multipart/form-data; boundary=b${'a'.repeat(n)}` }, 'a'.repeat(n * 4)),
      1500,
    ],
  ]

  it.each(requests)('%s', async (_, make, length) => {
    expect(await growth(make, handle, length)).toBeLessThan(LINEAR)
  })
})

describe('a request costs time in proportion to the declaration', () => {
  const handlers = new Map<number, { readonly consent: Consent; readonly handle: typeof handle }>()
  const at = (size: number) => {
    const known = handlers.get(size)
    if (known) return known
    const declared = declare(size)
    handlers.set(size, { consent: declared, handle: consentHandler({ consent: declared }) })
    return at(size)
  }
  const bodies: [name: string, make: (n: number) => Request][] = [
    ['accept', () => form('choice=accept')],
    ['all categories', (n) => form(list(n / 10, (i) => `categories=c${i}`).join('&'))],
    ['all groups', (n) => form(`services=&${list(n / 10, (i) => `categories=c${i}&groups=c${i}`).join('&')}`)],
    [
      'half of the services',
      (n) =>
        json({ choice: 'save', categories: list(n / 10, (i) => `c${i}`), services: list(n / 2, (i) => `s${i * 2}`) }),
    ],
  ]

  it.each(bodies)('%s', async (_, make) => {
    const ratio = await growth(
      (n) => ({ n, request: make(n) }),
      ({ n, request: posted }) => at(n).handle(posted),
      400,
    )
    expect(ratio).toBeLessThan(LINEAR)
  })

  it('readConsent of a record', async () => {
    const ratio = await growth(
      (n) => ({
        n,
        header: recordCookie({ categories: list(n / 10, (i) => `c${i}`), services: ['s1'] }, at(n).consent),
      }),
      ({ n, header }) => readConsent(header, at(n).consent),
      400,
    )
    expect(ratio).toBeLessThan(LINEAR)
  })
})

describe('createCookies costs time in proportion to the request', () => {
  const headers: [name: string, make: (n: number) => Headers, length: number][] = [
    ['names', (n) => new Headers({ cookie: list(n, (i) => `n${i}=1`).join('; ') }), 250],
    ['one name', (n) => new Headers({ cookie: 'a=1;'.repeat(n) }), 500],
    ['long names', (n) => new Headers({ cookie: `${'%'.repeat(n)}=1; ${'a'.repeat(n)}=2` }), 4000],
  ]
  it.each(headers)('%s', async (_, make, length) => {
    const ratio = await growth(
      make,
      (given) => {
        const cookies = createCookies(given, { consent })
        cookies.deleteMatching(['*a*', 'n*1'])
        cookies.deleteAll({ keep: ['sessionid'] })
        return cookies.toHeaders()
      },
      length,
    )
    expect(ratio).toBeLessThan(LINEAR)
  })

  it('the host and path of a request', async () => {
    const ratio = await growth(
      (n) => new Request(`https://${'a.'.repeat(n)}example/${'a/'.repeat(n)}`, { headers: { cookie: 'a=1' } }),
      (given) => createCookies(given).deleteAll(),
      1000,
    )
    expect(ratio).toBeLessThan(LINEAR)
  })
})
