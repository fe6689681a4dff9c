import { consentHandler, readConsent } from 'assent/server'
import { defineConsent, parseSetCookie } from 'assent/core'
import { describe, expect, it } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'
import { cookieHeader, get, ID, post, postForm, postJson, recordOf, setCookies, stateOf } from './endpoint.js'

const handle = consentHandler({ consent: site, clock: () => NOON, createId: () => ID })

describe('asked for the state', () => {
  it('tells what the cookie says', async () => {
    const response = await handle(get(recordCookie({ categories: ['analytics'] })))
    expect(response.status).toBe(200)
    expect(await stateOf(response)).toEqual({
      status: 'decided',
      record: { categories: ['essential', 'analytics'], timestamp: '2026-02-01T00:00:00.000Z', version: 2 },
      grant: {
        categories: ['essential', 'analytics'],
        services: [],
        changesAt: Date.parse('2026-08-02T00:00:00.000Z'),
      },
    })
    expect(setCookies(response)).toEqual([])
  })

  it('says that nothing was decided', async () => {
    for (const cookie of ['', 'cookie_consent=x', `${recordCookie()}; ${recordCookie()}`])
      expect(await stateOf(await handle(get(cookie)))).toMatchObject({ status: 'undecided', record: null })
  })

  it('is answered for this visitor alone, as JSON and nothing else', async () => {
    const { headers } = await handle(get(''))
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      vary: 'Cookie',
      'x-content-type-options': 'nosniff',
    })
  })

  it('answers HEAD with the same headers and nothing more', async () => {
    const [full, head] = await Promise.all([handle(get('')), handle(get('', {}, 'HEAD'))])
    expect([...head.headers]).toEqual([...full.headers])
    expect(await head.text()).toBe('')
  })

  it('heeds Global Privacy Control and the region', async () => {
    const texts = { name: 'Ads', description: '' }
    const consent = defineConsent({
      version: 1,
      categories: {
        told: { ...texts, regime: 'opt-out' },
        local: { ...texts, regime: (region) => (region === 'US-CA' ? 'opt-out' : 'opt-in') },
      },
    })
    const region = ({ headers }: Request) => headers.get('x-region') ?? undefined
    const ask = consentHandler({ consent, regionOf: region })
    const granted = async (headers: Readonly<Record<string, string>>) =>
      (await stateOf(await ask(get('', headers)))).grant.categories
    expect(await granted({})).toEqual(['told'])
    expect(await granted({ 'sec-gpc': '1' })).toEqual([])
    expect(await granted({ 'x-region': 'US-CA' })).toEqual(['told', 'local'])
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await handle(get(recordCookie(), {}, method))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(setCookies(response)).toEqual([])
  })
})

describe('a choice of a form', () => {
  it('is set as the cookie that a page would write, and leads back', async () => {
    const response = await handle(postForm('choice=save&categories=analytics'))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/#assent-saved')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const record = `{"categories":["essential","analytics"],"timestamp":"2026-03-01T12:00:00.000Z","version":2,"id":"${ID}","via":"save"}`
    expect(setCookies(response)).toEqual([
      `cookie_consent=${record.replaceAll('"', '%22').replaceAll(',', '%2C')}; Path=/; Max-Age=15724800; Secure; SameSite=Lax`,
    ])
    expect(parseSetCookie(setCookies(response)[0] ?? '')?.value).toBe(record)
  })

  it.each([
    ['choice=accept', ['essential', 'functional', 'analytics', 'marketing'], 'accept'],
    ['choice=reject', ['essential'], 'reject'],
    ['choice=reject&categories=analytics', ['essential'], 'reject'],
    ['choice=withdraw', ['essential'], 'withdraw'],
    ['choice=save', ['essential'], 'save'],
    ['choice=save&categories=marketing&categories=functional', ['essential', 'functional', 'marketing'], 'save'],
    ['choice=save&choice=save&categories=analytics', ['essential', 'analytics'], 'save'],
    ['categories=analytics', ['essential', 'analytics'], 'save'],
    ['choice=save&categories=unknown&categories=__proto__&categories=toString', ['essential'], 'save'],
    ['choice=save&categories=analytics%00&categories=Analytics', ['essential'], 'save'],
    ['csrfmiddlewaretoken=x&choice=accept&id=mine', ['essential', 'functional', 'analytics', 'marketing'], 'accept'],
  ])('of %s grants %j by %s', async (body, categories, via) => {
    const response = await handle(postForm(body))
    expect(response.status).toBe(303)
    expect(recordOf(response)).toMatchObject({ categories, via, id: ID, timestamp: '2026-03-01T12:00:00.000Z' })
  })

  it('grants all services of a category when the form has no switches for them', async () => {
    const response = await handle(postForm('choice=save&categories=marketing'))
    expect(recordOf(response)?.services).toBeUndefined()
    expect(readConsent(cookieHeader(response), site, { now: NOON }).grant.services).toEqual(['meta', 'uet'])
  })

  it.each([
    ['categories=marketing&services=meta', ['meta']],
    ['categories=marketing&services=&services=uet', ['uet']],
    ['categories=marketing&services=', []],
    ['categories=marketing&services=gone', []],
    ['services=meta&categories=analytics', undefined],
  ])('grants the ticked services of a form that has switches: %s', async (body, services) => {
    const response = await handle(postForm(`choice=save&${body}`))
    expect(recordOf(response)?.services).toEqual(services)
    expect(readConsent(cookieHeader(response), site, { now: NOON }).grant.services).toEqual(services ?? [])
  })

  it.each([
    ['a category alone, new', 'groups=marketing&categories=marketing', ['marketing'], ['meta', 'uet']],
    ['a category with a service, new', 'groups=marketing&categories=marketing&services=meta', ['marketing'], ['meta']],
    ['a service alone, new', 'groups=marketing&services=meta', [], undefined],
    ['nothing', 'groups=marketing', [], undefined],
    ['a category with a service, as before', 'services=&categories=marketing&services=uet', ['marketing'], ['uet']],
    ['a category, its services unticked', 'services=&categories=marketing', ['marketing'], []],
    ['no category, its services left', 'services=&services=meta&services=uet', [], undefined],
    ['a group that is none', 'groups=__proto__&groups=analytics&categories=marketing', ['marketing'], []],
  ])('grants what is ticked in the form of the components: %s', async (_, body, categories, services) => {
    const response = await handle(postForm(`choice=save&${body}`))
    expect(recordOf(response)).toMatchObject({ categories: ['essential', ...categories] })
    expect(recordOf(response)?.services).toEqual(services)
  })

  it('keeps the language in which was asked', async () => {
    expect(recordOf(await handle(postForm('choice=accept&language=de-AT')))?.language).toBe('de-AT')
    expect(recordOf(await handle(postForm('choice=accept&language=%3Cb%3E')))?.language).toBeUndefined()
  })

  it('is read from multipart/form-data too', async () => {
    const form = new FormData()
    form.append('choice', 'save')
    form.append('categories', 'analytics')
    form.append('categories', 'functional')
    form.append('note', new Blob(['ignored']), 'note.txt')
    const response = await handle(post(form))
    expect(response.status).toBe(303)
    expect(recordOf(response)?.categories).toEqual(['essential', 'functional', 'analytics'])
  })
})

describe('a choice of a page', () => {
  it('is answered with the state', async () => {
    const response = await handle(postJson({ choice: 'save', categories: ['marketing'], services: ['meta'] }))
    expect(response.status).toBe(200)
    const { status, record, grant } = await stateOf(response)
    const read = readConsent(cookieHeader(response), site, { now: NOON })
    expect({ status, record, grant }).toEqual({ status: 'decided', record: read.record, grant: read.grant })
    expect(grant.services).toEqual(['meta'])
  })

  it.each(['accept', 'reject', 'withdraw'])('is %s for everything, whatever else is said', async (choice) => {
    const response = await handle(postJson({ choice, categories: ['analytics'], services: [] }))
    const categories = choice === 'accept' ? site.ids : ['essential']
    expect(recordOf(response)).toMatchObject({ categories, via: choice })
    expect(recordOf(response)?.services).toBeUndefined()
  })

  it('keeps id and time of the record that the page has written', async () => {
    for (const timestamp of ['2026-03-01T12:00:02.500Z', '2026-02-28T12:00:00.000Z', '2026-03-02T12:00:00.000Z'])
      expect(recordOf(await handle(postJson({ choice: 'accept', id: 'page-1', timestamp })))).toMatchObject({
        id: 'page-1',
        timestamp,
      })
  })

  it.each([
    ['2026-02-28T11:59:59.999Z', 'x'.repeat(65)],
    ['2026-03-02T12:00:00.001Z', 'a b'],
    ['no time', ''],
    ['1970-01-01T00:00:00.000Z', '<script>'],
    ['+275760-09-13T00:00:00.001Z', 'ä'],
  ])('has the time of the server and an id of its own for %s and %j', async (timestamp, id) => {
    expect(recordOf(await handle(postJson({ choice: 'accept', id, timestamp })))).toMatchObject({
      id: ID,
      timestamp: '2026-03-01T12:00:00.000Z',
    })
  })

  it('has nothing in it that a time may be written with', async () => {
    const timestamp = '2026-03-01T12:00:00.000Z'
    const odd = `Sun, 01 Mar 2026 12:00:00 GMT (${'x'.repeat(5000)})`
    expect(Date.parse(odd)).toBe(NOON)
    expect(recordOf(await handle(postJson({ choice: 'accept', timestamp: odd })))).toMatchObject({ timestamp })
  })

  it('is named by random digits', async () => {
    const named = consentHandler({ consent: site, clock: () => NOON })
    const ids = await Promise.all([1, 2].map(async () => recordOf(await named(postJson({ choice: 'accept' })))?.id))
    expect(ids[0]).toMatch(/^[\w-]{32,64}$/)
    expect(ids[1]).not.toBe(ids[0])
  })

  it('may be reset: the record and its signature are forgotten', async () => {
    const response = await handle(
      postJson({ choice: 'reset' }, { cookie: recordCookie({ categories: ['analytics'] }) }),
    )
    expect(await stateOf(response)).toMatchObject({
      status: 'undecided',
      record: null,
      grant: { categories: ['essential'] },
    })
    expect(setCookies(response).slice(0, 1)).toEqual(['cookie_consent=; Path=/; Max-Age=0; Secure; SameSite=None'])
    expect(setCookies(response)).toContain('cookie_consent.sig=; Path=/; Max-Age=0; Secure; SameSite=None')
    expect(cookieHeader(response)).toBe('')
  })
})

it('belongs to the host that the browser asked for, whatever the server calls itself', async () => {
  const headers = {
    host: 'www.shop.example',
    origin: 'http://www.shop.example',
    referer: 'http://www.shop.example/about',
    'content-type': 'application/x-www-form-urlencoded',
    cookie: '_ga=1',
  }
  const request = new Request('http://localhost:3000/consent', { method: 'POST', body: 'choice=reject', headers })
  const response = await handle(request)
  expect([response.status, response.headers.get('location')]).toEqual([303, '/about#assent-saved'])
  const domains = setCookies(response).map((line) => parseSetCookie(line)?.domain)
  expect(domains).toContain('shop.example')
})
