import { consentHandler } from 'assent/server'
import { defineConsent, defineCookie, parseSetCookie, type Consent } from 'assent/core'
import { describe, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'
import { postForm, postJson, recordOf, setCookies } from './endpoint.js'

const text = { name: '', description: '' }
const erased = async (cookie: string, body: unknown, consent: Consent = site, url?: string): Promise<string[]> => {
  const handle = consentHandler({ consent, clock: () => NOON })
  const response = await handle(postJson(body, { cookie }, url))
  return setCookies(response).filter((line) => line.includes('Max-Age=0'))
}
const namesOf = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split('=')[0]))]
const REJECT = { choice: 'reject' }

describe('a refusal', () => {
  it('deletes a cookie where it may be: as declared, on the host, on each domain above, partitioned or not', async () => {
    const lines = await erased('_ga=1', REJECT, site, 'https://www.shop.example.com/consent')
    expect(lines).toEqual([
      '_ga=; Domain=.example.com; Path=/; Max-Age=0; Secure; SameSite=None',
      '_ga=; Path=/; Max-Age=0; Secure; SameSite=None',
      '_ga=; Domain=www.shop.example.com; Path=/; Max-Age=0; Secure; SameSite=None',
      '_ga=; Domain=shop.example.com; Path=/; Max-Age=0; Secure; SameSite=None',
      '_ga=; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
      '_ga=; Domain=www.shop.example.com; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
      '_ga=; Domain=shop.example.com; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
      '_ga=; Domain=example.com; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
    ])
  })

  it.each(['http://localhost:3000/consent', 'http://127.0.0.1:3000/consent', 'http://[::1]:3000/consent'])(
    'names no domain on %s',
    async (url) => {
      const lines = await erased('theme=dark', REJECT, site, url)
      expect(lines).toEqual(['theme=; Path=/; Max-Age=0'])
    },
  )

  it('leaves what is required, undeclared or only looks alike, and the record', async () => {
    const cookie = 'sessionid=1; csrftoken=2; other=_ga; foo_gid=3; x_ga=4; _GA=5; theme=dark; cookie_consent.sig=x'
    const lines = await erased(`${cookie}; ${recordCookie({ categories: ['functional'] })}`, REJECT)
    expect(namesOf(lines)).toEqual(['theme'])
  })

  it('deletes an HttpOnly cookie at its declared place, also one that the request did not bring', async () => {
    const consent = defineConsent({
      version: 1,
      categories: {
        ads: {
          ...text,
          cookies: [
            { name: 'sid', httpOnly: true, path: '/shop' },
            { name: 'x_*', httpOnly: true, path: '/a' },
          ],
        },
      },
    })
    expect(await erased('', REJECT, consent)).toEqual(['sid=; Path=/shop; Max-Age=0; Secure; SameSite=None'])
  })

  it('leaves what a required category claims alike', async () => {
    const consent = defineConsent({
      version: 1,
      categories: {
        essential: { ...text, required: true, cookies: ['a_*'] },
        ads: { ...text, cookies: ['*_b'] },
      },
    })
    expect(namesOf(await erased('a_b=1; x_b=2; a_=3', REJECT, consent))).toEqual(['x_b'])
  })

  it('deletes by pattern, names that are no tokens too', async () => {
    expect(namesOf(await erased('_ga(x)=1; _ga_\u00e9=2; _ga a=3; _ga_X="q"', REJECT))).toEqual([
      '_ga(x)',
      '_ga_\u00e9',
      '_ga a',
      '_ga_X',
    ])
  })

  it('leaves a name with a control character, which no browser has', async () => {
    expect(await erased('_ga\u0001=1; _ga\u007f=1', REJECT)).toEqual([])
  })
})

describe('a choice for some', () => {
  it('deletes what it forbids and keeps what it grants', async () => {
    const cookie = 'theme=dark; _ga=1; _fbp=2; _uetsid=3; ad_x=4'
    const body = { choice: 'save', categories: ['analytics', 'marketing'], services: ['meta'] }
    expect(namesOf(await erased(cookie, body))).toEqual(['theme', '_uetsid'])
  })

  it('that grants everything deletes nothing', async () => {
    expect(await erased('theme=dark; _ga=1; _fbp=2', { choice: 'accept' })).toEqual([])
  })

  it.each(['withdraw', 'reset'])('taken back by %s deletes what it had granted', async (choice) => {
    const lines = await erased(`_ga=1; ${recordCookie({ categories: ['analytics'] })}`, { choice })
    expect(lines.filter((line) => line.startsWith('_ga='))).toEqual([
      '_ga=; Domain=.example.com; Path=/; Max-Age=0; Secure; SameSite=None',
      '_ga=; Path=/; Max-Age=0; Secure; SameSite=None',
      '_ga=; Domain=shop.example; Path=/; Max-Age=0; Secure; SameSite=None',
      '_ga=; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
      '_ga=; Domain=shop.example; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
    ])
  })

  it('that is reset keeps what needs no yes', async () => {
    const consent = defineConsent({
      version: 1,
      categories: { told: { ...text, regime: 'opt-out', cookies: ['t'] }, asked: { ...text, cookies: ['a'] } },
    })
    expect(namesOf(await erased('t=1; a=1', { choice: 'reset' }, consent)).slice(2)).toEqual(['a'])
  })
})

describe('definitions', () => {
  const consent = defineConsent({
    version: 1,
    categories: {
      essential: { ...text, required: true, cookies: [defineCookie('sid', { httpOnly: true })] },
      ads: {
        ...text,
        cookies: [
          defineCookie('seen', { httpOnly: true, path: '/shop', domain: 'shop.example' }),
          defineCookie('__Host-ad', { httpOnly: true }),
          defineCookie('frame', { partitioned: true, sameSite: 'none' }),
          defineCookie('deep', { path: '/deep' }),
        ],
        services: { spy: { name: '', cookies: [defineCookie('__Secure-spy', { httpOnly: true })] } },
      },
    },
  })

  it('that are HttpOnly are deleted where they live, though they were not sent', async () => {
    expect(await erased('', REJECT, consent)).toEqual([
      'seen=; Domain=shop.example; Path=/shop; Max-Age=0; Secure; SameSite=None',
      '__Host-ad=; Path=/; Max-Age=0; Secure; SameSite=None',
      '__Secure-spy=; Path=/; Max-Age=0; Secure; SameSite=None',
    ])
    expect(await erased('', { choice: 'save', categories: ['ads'], services: [] }, consent)).toEqual([
      '__Secure-spy=; Path=/; Max-Age=0; Secure; SameSite=None',
    ])
    expect(await erased('', { choice: 'accept' }, consent)).toEqual([])
  })

  it('of a service are deleted where its entries say, when it alone is unticked', async () => {
    const services = {
      spy: { name: '', cookies: [{ name: 'spy_*', domain: '.example', path: '/shop' }] },
      map: { name: '', cookies: ['map_*'] },
    }
    const consent = defineConsent({ version: 1, categories: { ads: { ...text, services } } })
    const body = { choice: 'save', categories: ['ads'], services: ['map'] }
    const lines = await erased('spy_1=1; map_1=1', body, consent)
    expect(lines[0]).toBe('spy_1=; Domain=.example; Path=/shop; Max-Age=0; Secure; SameSite=None')
    expect(namesOf(lines)).toEqual(['spy_1'])
  })

  it('are deleted with the attributes that a browser asks for', async () => {
    const lines = await erased('frame=1; deep=2; __Host-ad=3', REJECT, consent)
    expect(lines).toContain('frame=; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned')
    expect(lines).toContain('deep=; Path=/deep; Max-Age=0; Secure; SameSite=None')
    expect(lines.filter((line) => line.startsWith('__Host-ad'))).toEqual([
      '__Host-ad=; Path=/; Max-Age=0; Secure; SameSite=None',
      '__Host-ad=; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
    ])
    for (const line of lines) expect(parseSetCookie(line)).toMatchObject({ value: '', maxAge: 0 })
  })

  it('come first where not all lines fit into a reply, and what is left out is told', async () => {
    const debug = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const handle = consentHandler({ consent: site, clock: () => NOON })
    const names = Array.from({ length: 300 }, (_, i) => `_ga_${i}`)
    const response = await handle(postForm('choice=reject', { cookie: names.map((name) => `${name}=1`).join('; ') }))
    const lines = setCookies(response)
    expect(lines.join('\r\nSet-Cookie: ').length).toBeLessThan(8192)
    expect(lines.length).toBeGreaterThan(90)
    expect(recordOf(response)?.via).toBe('reject')
    expect(lines[0]).toBe('_ga_0=; Domain=.example.com; Path=/; Max-Age=0; Secure; SameSite=None')
    expect(debug).toHaveBeenCalledOnce()
    expect(debug.mock.lastCall?.[1]).toContain('_ga_200=; Path=/; Max-Age=0; Secure; SameSite=None')
  })
})

describe('a record that is there twice', () => {
  it('is deleted elsewhere before the new one is set, so that one is left', async () => {
    const cookie = `${recordCookie()}; ${recordCookie({ categories: ['analytics'] })}`
    const handle = consentHandler({ consent: site, clock: () => NOON })
    const lines = setCookies(
      await handle(postForm('choice=accept', { cookie }, 'https://www.shop.example/api/consent')),
    )
    const own = lines.findIndex((line) => line.startsWith('cookie_consent={'))
    expect(own).toBe(lines.length - 1)
    expect(lines.slice(0, own)).toEqual(
      [undefined, 'www.shop.example', 'shop.example']
        .flatMap((domain) =>
          ['/', '/api/consent', '/api', '/api/'].map(
            (path) =>
              `cookie_consent=; ${domain ? `Domain=${domain}; ` : ''}Path=${path}; Max-Age=0; Secure; SameSite=None`,
          ),
        )
        .filter((line) => line !== 'cookie_consent=; Path=/; Max-Age=0; Secure; SameSite=None'),
    )
  })

  it('is left where the declaration puts it', async () => {
    const consent = defineConsent({
      version: 1,
      categories: { ads: text },
      cookie: { domain: '.shop.example', path: '/shop' },
    })
    const cookie = 'cookie_consent=1; cookie_consent=2'
    const lines = await erased(cookie, REJECT, consent, 'https://www.shop.example/shop/consent')
    expect(lines).toContain('cookie_consent=; Path=/; Max-Age=0; Secure; SameSite=None')
    expect(lines).toContain('cookie_consent=; Domain=shop.example; Path=/; Max-Age=0; Secure; SameSite=None')
    expect(lines).not.toContain('cookie_consent=; Domain=shop.example; Path=/shop; Max-Age=0; Secure; SameSite=None')
  })

  it('leaves room for the new one, whatever path and host a request has', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {}) // it tells what does not fit
    const handle = consentHandler({ consent: site, clock: () => NOON })
    const cookie = `${recordCookie()}; ${recordCookie()}; cookie_consent.sig=; cookie_consent.sig=; _ga=1`
    for (const path of ['b/'.repeat(3000), `${'b'.repeat(500)}/consent`, 'a/b/c/d/e/f/g/h/i/j/consent']) {
      const url = `https://${'a.'.repeat(100)}shop.example/${path}`
      const response = await handle(postForm('choice=reject', { cookie }, url))
      expect(recordOf(response)?.via).toBe('reject')
      expect(setCookies(response).join('\r\nSet-Cookie: ').length).toBeLessThan(8192)
    }
  })

  it('is looked for on the domains nearest to the site, where a host is deep', async () => {
    const lines = await erased('_ga=1', REJECT, site, `https://${'a.'.repeat(100)}shop.example/consent`)
    expect(lines).toContain('_ga=; Domain=shop.example; Path=/; Max-Age=0; Secure; SameSite=None')
    expect(lines.filter((line) => !line.includes('Partitioned'))).toHaveLength(10)
  })

  it('is looked for on eight paths, where the path of the endpoint is deep', async () => {
    const cookie = `${recordCookie()}; ${recordCookie()}`
    const lines = await erased(cookie, REJECT, site, 'http://localhost/a/b/c/d/e/f/g/consent')
    expect(lines).toContain('cookie_consent=; Path=/a/b/c/d/e/f/g/consent; Max-Age=0')
    expect(lines).toHaveLength(7)
  })
})
