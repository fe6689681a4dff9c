import { createCookies, consentHandler } from 'assent/server'
import { describe, expect, it } from 'vitest'
import { NOON, site } from '../../fixtures/site.js'
import { get, postForm, setCookies } from './endpoint.js'

const handle = consentHandler({ consent: site, clock: () => NOON })
const trusting = consentHandler({ consent: site, clock: () => NOON, trustProxy: true })

/** A host of exactly this many characters. */
const hostOf = (length: number) => `${'a.'.repeat(length)}shop.example`.slice(-length).replace(/^\./, 'a')
const LONGEST = hostOf(253)
const LABELS = hostOf(15_000)

describe('a host over 253 characters is no host', () => {
  const hosts = [
    hostOf(254),
    `${hostOf(254)}:443`,
    LABELS,
    `${LABELS}:8443`,
    'a'.repeat(15_000),
    '.'.repeat(300),
    `${'%61'.repeat(100)}.example`,
    `xn--${'a'.repeat(300)}`,
    `[${':'.repeat(300)}]`,
    '1.'.repeat(200),
    `user:pass@${hostOf(250)}`,
  ]
  it.each(hosts)('in Host: %.40s', async (host) => {
    const response = await handle(postForm('choice=accept', { host }))
    expect([response.status, setCookies(response)]).toEqual([400, []])
    expect((await handle(get('', { host }))).status).toBe(400)
  })

  it.each(hosts)('in X-Forwarded-Host: %.40s', async (host) => {
    const headers = { 'x-forwarded-host': `${host}, shop.example` }
    expect((await trusting(postForm('choice=accept', headers))).status).toBe(400)
    expect((await handle(postForm('choice=accept', headers))).status).toBe(303)
  })

  it('in the URL', async () => {
    const response = await handle(postForm('choice=accept', {}, `https://${LABELS}/consent`))
    expect([response.status, setCookies(response)]).toEqual([400, []])
  })

  it.each([`https://${LABELS}`, `https://${hostOf(254)}:8443`, `https://${LABELS}.shop.example`])(
    'in Origin: %.40s',
    async (origin) => {
      const headers = { origin, host: 'shop.example', 'sec-fetch-site': 'none' }
      expect((await handle(postForm('choice=accept', headers))).status).toBe(403)
    },
  )

  it('in Referer, so it leads to the default page', async () => {
    const response = await handle(postForm('choice=accept', { referer: `https://${LABELS}/page` }))
    expect(response.headers.get('location')).toBe('/#assent-saved')
  })

  it('and createCookies reads and writes all the same', () => {
    const cookies = createCookies(new Request(`https://${LABELS}/`, { headers: { cookie: 'a=1', host: LABELS } }))
    cookies.set('b', '2')
    expect(cookies.all()).toEqual({ a: '1', b: '2' })
    expect(cookies.deleteAll()).toEqual(['a', 'b'])
  })
})

describe('a host of 253 characters is one', () => {
  it.each([LONGEST, `${LONGEST}:8443`, hostOf(252)])('%.40s', async (host) => {
    const response = await handle(postForm('choice=reject', { host, cookie: '_ga=1' }))
    expect(response.status).toBe(303)
    const domains = setCookies(response).flatMap((line) => /Domain=([^;]+)/.exec(line)?.[1] ?? [])
    expect(domains).toContain('shop.example')
    expect(Math.max(...domains.map((domain) => domain.length))).toBeLessThan(40)
  })

  it('also as the origin', async () => {
    const headers = { host: LONGEST, origin: `https://${LONGEST}`, 'sec-fetch-site': 'same-origin' }
    expect((await handle(postForm('choice=accept', headers))).status).toBe(303)
  })
})

it('deletes nothing on a path that no browser keeps', async () => {
  const url = `https://shop.example/consent/${'a/'.repeat(2000)}`
  const lines = setCookies(await handle(postForm('choice=reset', {}, url)))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect((/Path=([^;]+)/.exec(line)?.[1] ?? '').length).toBeLessThanOrEqual(1024)
})
