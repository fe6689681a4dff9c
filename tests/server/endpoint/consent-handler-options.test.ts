import { consentHandler, type ConsentHandlerOptions } from 'assent/server'
import { defineConsent, parseSetCookie, type Consent } from 'assent/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'
import { get, postForm, postJson, recordOf, setCookies, stateOf } from './endpoint.js'

const warn = vi.fn()
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(warn.mockReset())
})

describe('the consent cookie', () => {
  const attributesOf = async (consent: Consent, options: Partial<ConsentHandlerOptions> = {}, url?: string) => {
    const secret = 'Vq3-9mTz_KxR7wLp2Hs8dYc5NbJf4GuE'
    const handle = consentHandler({ consent, secret, clock: () => NOON, ...options })
    const cookies = setCookies(await handle(postForm('choice=accept', { 'sec-fetch-site': 'same-origin' }, url)))
    const [record, companion] = cookies.slice(-2).map((line) => parseSetCookie(line))
    const { name, value: _value, ...attributes } = record ?? { name: '', value: '' }
    const { name: companionName, value: _signature, ...others } = companion ?? { name: '', value: '' }
    expect(companionName).toBe(`${name}.sig`)
    expect(others).toEqual({ ...attributes, httpOnly: true })
    return { name, ...attributes }
  }
  const categories = { ads: { name: '', description: '' } }
  const http = 'http://shop.example/consent'

  it('has the attributes that are declared, and its signature has them too', async () => {
    const cookie = {
      name: 'choice',
      maxAge: 3600.5,
      domain: 'shop.example',
      path: '/shop',
      sameSite: 'strict',
    } as const
    expect(await attributesOf(defineConsent({ version: 1, categories, cookie }))).toEqual({
      name: 'choice',
      domain: 'shop.example',
      path: '/shop',
      maxAge: 3600,
      sameSite: 'strict',
      secure: true,
    })
  })

  it.each<[string, Partial<ConsentHandlerOptions>, string, boolean]>([
    ['on https', {}, 'https://shop.example/consent', true],
    ['on http', {}, http, false],
    ['as told', { secure: true }, http, true],
    ['as told', { secure: false }, 'https://shop.example/consent', false],
  ])('is Secure %s (%j)', async (_, options, url, secure) => {
    expect(await attributesOf(site, options, url)).toMatchObject({ maxAge: 15_724_800, ...(secure && { secure }) })
    expect('secure' in (await attributesOf(site, options, url))).toBe(secure)
  })

  it.each([
    ['production', undefined, true],
    ['production', 'auto', false],
    ['production', false, false],
    ['development', undefined, false],
  ] as const)('in %s with secure: %j is Secure on http: %j', async (mode, secure, isSecure) => {
    vi.stubEnv('NODE_ENV', mode)
    expect('secure' in (await attributesOf(site, { secure }, http))).toBe(isSecure)
  })

  it('is Secure as a trusted proxy was asked', async () => {
    const secureFor = async (proto: string, trustProxy: boolean) => {
      const headers = { 'x-forwarded-proto': proto, 'sec-fetch-site': 'same-origin' }
      const handle = consentHandler({ consent: site, trustProxy, clock: () => NOON })
      return setCookies(await handle(postForm('choice=accept', headers, http)))[0]?.includes('; Secure')
    }
    expect(await secureFor('https', true)).toBe(true)
    expect(await secureFor('HTTPS, http', true)).toBe(true)
    expect(await secureFor('http', true)).toBe(false)
    expect(await secureFor('wss', true)).toBe(false)
    expect(await secureFor('https', false)).toBe(false)
  })

  it('is Secure where no browser would take it otherwise', async () => {
    const none = defineConsent({ version: 1, categories, cookie: { sameSite: 'none' } })
    const host = defineConsent({ version: 1, categories, cookie: { name: '__Host-consent' } })
    for (const consent of [none, host]) expect(await attributesOf(consent, {}, http)).toMatchObject({ secure: true })
  })

  it('that nobody can write is a mistake when the handler is made', () => {
    vi.stubEnv('NODE_ENV', 'production') // defineConsent checks in development
    const consent = defineConsent({ version: 1, categories, cookie: { name: 'a b' } })
    expect(() => consentHandler({ consent })).toThrow(expect.objectContaining({ code: 'invalid-cookie-name' }))
  })
})

describe('onDecision', () => {
  it('hears of the record, with request, choice and grant', async () => {
    const onDecision = vi.fn()
    const handle = consentHandler({ consent: site, onDecision, clock: () => NOON })
    const request = postJson({ choice: 'save', categories: ['analytics'] })
    const { record, grant } = await stateOf(await handle(request))
    expect(onDecision).toHaveBeenCalledExactlyOnceWith(record, { request, choice: 'save', grant })
    await handle(postForm('choice=reset'))
    expect(onDecision).toHaveBeenLastCalledWith(undefined, expect.objectContaining({ choice: 'reset' }))
  })

  it('hears of nothing else', async () => {
    const onDecision = vi.fn()
    const handle = consentHandler({ consent: site, onDecision })
    await handle(get(recordCookie()))
    await handle(postForm('choice=none'))
    await handle(postForm('choice=accept', { 'sec-fetch-site': 'cross-site' }))
    expect(onDecision).not.toHaveBeenCalled()
  })

  it.each<[string, () => unknown, boolean]>([
    [
      'throws',
      () => {
        throw new Error('down')
      },
      true,
    ],
    ['rejects', () => Promise.reject(new Error('down')), true],
    ['never ends', () => new Promise(() => {}), false],
  ])('breaks and delays nothing when it %s', async (_, onDecision, isTold) => {
    const handle = consentHandler({ consent: site, onDecision, clock: () => NOON })
    const response = await handle(postForm('choice=accept'))
    expect(response.status).toBe(303)
    expect(recordOf(response)?.via).toBe('accept')
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(isTold ? 1 : 0))
  })
})

describe('what the options do not know', () => {
  it('is no region: what depends on it waits for a yes', async () => {
    const texts = { name: '', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: { ads: { ...texts, regime: (region) => (region === 'US' ? 'opt-out' : 'opt-in') } },
    })
    const region = () => {
      throw new Error('no such header')
    }
    const handle = consentHandler({ consent, regionOf: region })
    const response = await handle(get(''))
    expect(response.status).toBe(200)
    expect((await stateOf(response)).grant.categories).toEqual([])
    expect(warn).toHaveBeenCalledOnce()
  })

  it('is asked of the request when a choice is forgotten, too', async () => {
    const texts = { name: '', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: { ads: { ...texts, cookies: ['ad'], regime: (region) => (region === 'US' ? 'opt-out' : 'opt-in') } },
    })
    const handle = consentHandler({ consent, regionOf: ({ headers }) => headers.get('x-region') ?? undefined })
    const granted = async (region: string) => {
      const response = await handle(postJson({ choice: 'reset' }, { cookie: 'ad=1', 'x-region': region }))
      return [(await stateOf(response)).grant.categories, setCookies(response).some((line) => line.startsWith('ad='))]
    }
    expect(await granted('US')).toEqual([['ads'], false])
    expect(await granted('DE')).toEqual([[], true])
  })

  it('breaks no page: a mistake in a callback is told, and nothing is set', async () => {
    const createId = () => {
      throw new Error('no entropy')
    }
    const response = await consentHandler({ consent: site, createId })(postForm('choice=accept'))
    expect(response.status).toBe(400)
    expect(setCookies(response)).toEqual([])
    expect(warn).toHaveBeenCalledOnce()
  })

  it('is no id that a record can keep, so it has none', async () => {
    const handle = consentHandler({ consent: site, createId: () => 'a; b', clock: () => NOON })
    expect(recordOf(await handle(postForm('choice=accept')))).not.toHaveProperty('id', 'a; b')
  })
})
