import { consentHandler } from 'assent/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'
import { post, postForm, postJson, recordOf, setCookies } from './endpoint.js'

const handle = consentHandler({ consent: site, clock: () => NOON })
const cookie = `_ga=1; ${recordCookie({ categories: ['analytics'] })}`
const JSON_TYPE = { 'content-type': 'application/json', cookie }
const FORM = { 'content-type': 'application/x-www-form-urlencoded', cookie }

const expectRefusal = async (response: Response, status: number) => {
  expect(response.status).toBe(status)
  expect(setCookies(response)).toEqual([])
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).not.toMatch(/evil/)
}
const stream = (start: UnderlyingDefaultSource<Uint8Array>['start'], pull?: UnderlyingDefaultSource['pull']) =>
  new Request('https://shop.example/consent', {
    method: 'POST',
    headers: { ...FORM, origin: 'https://shop.example' },
    body: new ReadableStream({ ...(start && { start }), ...(pull && { pull }) }),
    duplex: 'half',
  } as RequestInit)

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}) // it tells what it refused
})

describe('what is no choice is refused, and sets nothing', () => {
  it.each([
    '',
    '{',
    'evil',
    '{"choice":"accept"',
    '{"choice":"accept"} evil',
    "{'choice':'accept'}",
    'null',
    'true',
    '1',
    '"accept"',
    '[]',
    '["accept"]',
    '[{"choice":"accept"}]',
    '{}',
    '{"choice":null}',
    '{"choice":"evil"}',
    '{"choice":"Accept"}',
    '{"choice":["accept"]}',
    '{"choice":"__proto__"}',
    '{"choice":"constructor"}',
    '{"__proto__":{"choice":"accept"}}',
    '{"constructor":{"choice":"accept"}}',
    '{"categories":["analytics"]}',
    '{"choice":"save","categories":"analytics"}',
    '{"choice":"save","categories":{"0":"analytics","length":1}}',
    '{"choice":"save","categories":[1]}',
    '{"choice":"save","categories":[["analytics"]]}',
    '{"choice":"save","categories":null}',
    '{"choice":"save","services":"meta"}',
    '{"choice":"save","services":[null]}',
    '{"choice":"accept","id":1}',
    '{"choice":"accept","timestamp":1767225600000}',
    '{"choice":"accept","language":{}}',
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  ])('JSON %.60s', async (body) => {
    await expectRefusal(await handle(post(body, JSON_TYPE)), 400)
  })

  it.each([
    'evil',
    'choice',
    'choice=',
    'choice=evil',
    'choice=accept%00',
    'choice=accept&choice=reject',
    'choice=save&choice=&categories=analytics',
    'CHOICE=accept',
    'choice[]=accept',
    'Categories[]=analytics',
    'csrfmiddlewaretoken=x&choice=evil',
    'csrfmiddlewaretoken=x&choice=accept&choice=save',
    '%',
    '\u0000',
  ])('the form %j', async (body) => {
    await expectRefusal(await handle(post(body, FORM)), 400)
  })

  it.each([
    '',
    'evil',
    '--b',
    '--b\r\n\r\naccept\r\n--b--',
    '--b\r\nContent-Disposition: form-data\r\n\r\naccept\r\n--b--',
    '--b\r\nContent-Disposition: form-data; name="choice"\r\n\r\naccept',
    '--c\r\nContent-Disposition: form-data; name="choice"\r\n\r\naccept\r\n--c--',
    '--b\r\nContent-Disposition: form-data; name="choice"; filename="x"\r\n\r\naccept\r\n--b--',
  ])('the parts %j', async (body) => {
    await expectRefusal(await handle(post(body, { 'content-type': 'multipart/form-data; boundary=b', cookie })), 400)
  })

  it.each([
    'text/plain',
    'text/html',
    'application/octet-stream',
    'application/jsonp',
    'application/json, text/plain',
    'multipart/form-data',
    'multipart/mixed; boundary=b',
    'evil',
    '',
  ])('of the type %j', async (type) => {
    const body = new TextEncoder().encode('{"choice":"accept"}')
    await expectRefusal(await handle(post(body, { 'content-type': type, cookie })), 400)
  })

  it('no body at all', async () => {
    for (const type of [JSON_TYPE, {}]) await expectRefusal(await handle(post(null, type)), 400)
  })

  it('a body that somebody else has read', async () => {
    const request = postJson({ choice: 'accept' })
    await request.text()
    await expectRefusal(await handle(request), 400)
  })
})

describe('a form with nothing ticked saves nothing', () => {
  it.each([
    '',
    null,
    'csrfmiddlewaretoken=kQ3',
    'csrfmiddlewaretoken=kQ3&language=de',
    'q=&utf8=%E2%9C%93',
    'services=meta',
    'services=&groups=marketing',
    'action=save',
    'categories=',
  ])('%j', async (body) => {
    const response = await handle(post(body, FORM))
    expect([response.status, recordOf(response)?.via, recordOf(response)?.categories]).toEqual([
      303,
      'save',
      ['essential'],
    ])
  })

  it('as multipart/form-data', async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\nx\r\n--b--\r\n'
    const response = await handle(post(body, { 'content-type': 'multipart/form-data; boundary=b' }))
    expect(recordOf(response)?.via).toBe('save')
  })
})

describe('a choice is read', () => {
  it.each([
    ['application/json; charset=utf-8', '{"choice":"accept"}'],
    ['Application/JSON', ' {"choice":"accept","__proto__":{"choice":"reject"},"more":[1]}\n'],
    ['application/json', '\ufeff{"choice":"accept"}'],
    ['application/json', '{"choice":"reject","choice":"accept"}'],
    ['application/x-www-form-urlencoded;charset=UTF-8', 'choice=accept'],
    ['application/x-www-form-urlencoded', 'choice=%61ccept'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="choice"\r\n\r\naccept\r\n--b--\r\n',
    ],
  ])('of %s: %j', async (type, body) => {
    expect(recordOf(await handle(post(body, { 'content-type': type })))?.via).toBe('accept')
  })
})

describe('a body over 64 kB is refused', () => {
  const padding = (size: number) => `choice=accept&x=${'x'.repeat(size - 16)}`

  it('and one of 64 kB is not', async () => {
    expect((await handle(postForm(padding(65_536), { cookie }))).status).toBe(303)
    await expectRefusal(await handle(postForm(padding(65_537), { cookie })), 413)
  })

  it('by what it says, before it comes', async () => {
    const request = new Request('https://shop.example/consent', {
      method: 'POST',
      headers: { ...FORM, origin: 'https://shop.example', 'content-length': '65537' },
      body: 'choice=accept',
    })
    await expectRefusal(await handle(request), 413)
  })

  it('whatever it says', async () => {
    await expectRefusal(await handle(postForm(padding(70_000), { cookie, 'content-length': '10' })), 413)
    expect((await handle(postForm('choice=accept', { 'content-length': 'many' }))).status).toBe(303)
  })

  it('where it never ends, and is read no further', async () => {
    let chunks = 0
    const request = stream(undefined, (controller) => {
      chunks++
      controller.enqueue(new Uint8Array(1024))
    })
    await expectRefusal(await handle(request), 413)
    expect(chunks).toBeLessThan(70)
  })
})

describe('a body that does not come is refused', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('when its stream breaks', async () => {
    const request = stream((controller) => {
      controller.enqueue(new TextEncoder().encode('choice=accept'))
      controller.error(new Error('evil'))
    })
    await expectRefusal(await handle(request), 400)
  })

  it('when its stream holds something else', async () => {
    const request = stream((controller) => {
      controller.enqueue('choice=accept' as never)
      controller.close()
    })
    await expectRefusal(await handle(request), 400)
  })

  it('after ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const request = stream((controller) => controller.enqueue(new TextEncoder().encode('choice=accept')))
    const response = handle(request)
    let isAnswered = false
    void response.then(() => (isAnswered = true))
    await vi.advanceTimersByTimeAsync(9_999)
    expect(isAnswered).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await expectRefusal(await response, 400)
  })

  it('and leaves no timer behind when it comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await handle(postForm('choice=accept'))
    expect(vi.getTimerCount()).toBe(0)
  })
})
