import { consentHandler, type ConsentHandlerOptions } from 'assent/server'
import { describe, expect, it } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'
import { setCookies } from './endpoint.js'

type Headers = Readonly<Record<string, string>>

const post = (headers: Headers, url = 'https://shop.example/consent') =>
  new Request(url, {
    method: 'POST',
    body: 'choice=accept',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: recordCookie(), ...headers },
  })
const answer = async (headers: Headers, url?: string, options: Partial<ConsentHandlerOptions> = {}) => {
  const response = await consentHandler({ consent: site, clock: () => NOON, ...options })(post(headers, url))
  if (response.status === 403) {
    expect(setCookies(response)).toEqual([])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  } else expect(setCookies(response)).not.toEqual([])
  return response.status
}

describe('a choice is taken', () => {
  it.each<[string, Headers, string?]>([
    ['when the browser says same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['when the browser says so behind a proxy', { 'sec-fetch-site': 'same-origin' }, 'http://10.0.0.7:8080/consent'],
    ['of a page without a referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['with its own Origin', { origin: 'https://shop.example' }],
    ['with its own Origin and port', { origin: 'http://shop.example:8080' }, 'http://shop.example:8080/consent'],
    ['with its own Origin, where a proxy ends TLS', { origin: 'https://shop.example' }, 'http://shop.example/consent'],
    [
      'with its own Origin, the port written out',
      { origin: 'https://shop.example' },
      'http://shop.example:443/consent',
    ],
    ['with its own Referer alone', { referer: 'https://shop.example/page?q#x' }],
  ])('%s', async (_, headers, url) => {
    expect(await answer(headers, url)).toBe(303)
  })
})

describe('a choice is refused', () => {
  it.each<[string, Headers, string?]>([
    ['when the browser says cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['when the browser says same-site', { 'sec-fetch-site': 'same-site', origin: 'https://blog.shop.example' }],
    ['when the browser says none', { 'sec-fetch-site': 'none' }],
    ['when the browser says what nobody knows', { 'sec-fetch-site': 'same-origin, same-origin' }],
    [
      'when the browser says cross-site, whatever the Origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://shop.example' },
    ],
    ['of another Origin', { origin: 'https://evil.example' }],
    ['of another Origin, whatever the Referer', { origin: 'https://evil.example', referer: 'https://shop.example/' }],
    ['of a subdomain', { origin: 'https://blog.shop.example' }],
    ['of a host that ends so', { origin: 'https://evilshop.example' }],
    ['of a host that starts so', { origin: 'https://shop.example.evil.example' }],
    ['of another port', { origin: 'https://shop.example:8443' }],
    ['of http, on https', { origin: 'http://shop.example' }],
    ['of no origin', { origin: 'null' }],
    ['of an empty origin', { origin: '' }],
    ['of two origins', { origin: 'https://shop.example, https://evil.example' }],
    ['of another scheme', { origin: 'ftp://shop.example' }],
    ['of a foreign Referer', { referer: 'https://evil.example/https://shop.example/' }],
    ['of a Referer that hides its host', { referer: 'https://shop.example@evil.example/' }],
    ['of a Referer that is none', { referer: 'shop.example' }],
    ['when nothing tells where it came from', {}],
    [
      'for a forwarded host, when no proxy is trusted',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
  ])('%s', async (_, headers, url) => {
    expect(await answer(headers, url)).toBe(403)
  })
})

describe('other origins', () => {
  const origins = ['https://www.shop.example', 'http://localhost:3000']

  it.each<[string, Headers, number]>([
    ['are taken', { origin: 'https://www.shop.example' }, 303],
    [
      'are taken where the browser says cross-site',
      { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
      303,
    ],
    ['are one scheme', { origin: 'http://www.shop.example' }, 403],
    ['are one port', { origin: 'http://localhost:3001' }, 403],
    ['are no Referers', { referer: 'https://www.shop.example/' }, 403],
  ])('%s', async (_, headers, status) => {
    expect(await answer(headers, undefined, { origins })).toBe(status)
  })

  it.each(['www.shop.example', 'https://www.shop.example/', 'https://www.shop.example:443', 'null', '*', ''])(
    'are a mistake as %j, which no browser sends',
    (origin) => {
      expect(() => consentHandler({ consent: site, origins: [origin] })).toThrow(
        expect.objectContaining({ code: 'invalid-url' }),
      )
    },
  )
})

describe('behind a trusted proxy', () => {
  const forwarded = { 'x-forwarded-host': 'shop.example', 'x-forwarded-proto': 'https' }
  const inside = 'http://10.0.0.7:8080/consent'

  it.each<[string, Headers, number]>([
    ['the site is the one that the visitor sees', { ...forwarded, origin: 'https://shop.example' }, 303],
    ['its scheme counts too', { ...forwarded, origin: 'http://shop.example' }, 403],
    [
      'the first host of several is it',
      { 'x-forwarded-host': 'shop.example, inner', origin: 'https://shop.example' },
      303,
    ],
    ['its port counts', { 'x-forwarded-host': 'shop.example:8443', origin: 'https://shop.example' }, 403],
    ['the site inside is none', { ...forwarded, origin: 'http://10.0.0.7:8080' }, 403],
    ['no forwarded host means the one of the request', { origin: 'http://10.0.0.7:8080' }, 303],
    ['a forwarded host that is none means so too', { 'x-forwarded-host': '///', origin: 'http://10.0.0.7:8080' }, 303],
  ])('%s', async (_, headers, status) => {
    expect(await answer(headers, inside, { trustProxy: true })).toBe(status)
  })
})
