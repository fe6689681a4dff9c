import { consentHandler } from 'assent/server'
import { parseCookie, parseRecord } from 'assent/core'
import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'
import { cookieHeader, setCookies } from './endpoint.js'

const secret = 'a secret of the shop that is long enough'
const handles = [
  consentHandler({ consent: site, clock: () => NOON }),
  consentHandler({ consent: site, clock: () => NOON, secret, trustProxy: true, origins: ['https://other.example'] }),
]
const STATUSES = [200, 303, 400, 403, 405, 413]

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}) // it tells what it refused
})

const check = async (request: Request) => {
  for (const handle of handles) {
    const response = await handle(request.clone())
    expect(STATUSES).toContain(response.status)
    const location = response.headers.get('location')
    if (location !== null) expect(new URL(location, request.url).origin).toBe(new URL(request.url).origin)
    const lines = setCookies(response)
    if (response.status >= 400 || request.method !== 'POST') expect(lines).toEqual([])
    else {
      expect(lines).not.toEqual([])
      expect(lines.join('\r\nSet-Cookie: ').length).toBeLessThan(8192)
      const kept = parseCookie(cookieHeader(response))
      expect(Object.keys(kept).every((name) => /^cookie_consent(\.sig)?$/.test(name))).toBe(true)
      if ('cookie_consent' in kept) expect(parseRecord(kept.cookie_consent, site, { now: NOON })).toBeDefined()
    }
  }
}

const types = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'multipart/form-data; boundary="',
  'text/plain',
  '',
)
const own = { origin: 'https://shop.example' }

it('takes any bytes of any type: nothing is set unless they are a choice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), types, async (bytes, type) => {
      const headers = { ...own, 'content-type': type, cookie: `_ga=1; ${recordCookie()}` }
      const body = new Uint8Array(bytes)
      await check(new Request('https://shop.example/consent', { method: 'POST', headers, body }))
    }),
    { numRuns: 1000 },
  )
})

it('takes any JSON and any fields', async () => {
  const choice = fc.oneof(fc.constantFrom('accept', 'reject', 'save', 'withdraw', 'reset', '__proto__'), fc.string())
  const ids = fc.oneof(
    fc.constantFrom(...site.ids, 'meta', '', 'constructor', '__proto__'),
    fc.string({ unit: 'binary' }),
  )
  const fields = fc.array(
    fc.tuple(fc.constantFrom('choice', 'categories', 'services', 'language', 'id'), fc.oneof(choice, ids)),
  )
  const form = fields.map((pairs) => ['application/x-www-form-urlencoded', new URLSearchParams(pairs).toString()])
  const members = fc.record(
    { choice, categories: fc.array(ids), services: fc.array(ids), id: ids, timestamp: ids, language: ids },
    { requiredKeys: ['choice'] },
  )
  const json = fc
    .oneof(
      fc.json(),
      members.map((data) => JSON.stringify(data)),
    )
    .map((text) => ['application/json', text])
  await fc.assert(
    fc.asyncProperty(fc.oneof(form, json), async ([type = '', body = '']) => {
      const headers = { ...own, 'content-type': type, cookie: `_ga=1; ${recordCookie()}; cookie_consent=x` }
      await check(new Request('https://shop.example/consent', { method: 'POST', headers, body }))
    }),
    { numRuns: 1000 },
  )
})

it('takes any Cookie, Origin, Referer, Host and forwarded header', async () => {
  const character = fc.oneof(
    fc.constantFrom('=', ';', ' ', '"', '%', '\\', '/', ':', '.', '@', '#', '?', '_', 'ga', 'cookie_consent'),
    fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('\t', '\u0001', '\u007f'),
  )
  const text = fc.array(character, { maxLength: 60 }).map((parts) => parts.join('').trim())
  const url = fc.oneof(
    text,
    text.map((rest) => `https://shop.example${rest}`),
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom('null', 'https://shop.example', 'https://other.example'),
  )
  const headers = fc.record(
    {
      cookie: text,
      origin: url,
      referer: url,
      'sec-fetch-site': fc.oneof(text, fc.constantFrom('same-origin', 'cross-site')),
      'sec-gpc': text,
      'x-forwarded-host': fc.oneof(text, fc.domain()),
      'x-forwarded-proto': fc.oneof(text, fc.constantFrom('http', 'https')),
      'content-length': text,
    },
    { requiredKeys: [] },
  )
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.constant('shop.example'),
  )
  await fc.assert(
    fc.asyncProperty(headers, host, fc.constantFrom('GET', 'POST'), async (given, name, method) => {
      const body = method === 'POST' ? 'choice=reject' : null
      const all = { ...given, 'content-type': 'application/x-www-form-urlencoded' }
      await check(new Request(`http://${name}/consent`, { method, headers: all, body }))
    }),
    { numRuns: 1000 },
  )
})
