import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { secureCookies } from 'assent/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'

const rules = { secure: true, clock: () => NOON }
const withCookies = (body: BodyInit | null, init: ResponseInit, ...lines: string[]) => {
  const response = new Response(body, init)
  for (const line of lines) response.headers.append('set-cookie', line)
  return response
}

describe('a response that can be changed', () => {
  it('is the same one, hardened', async () => {
    const response = withCookies('hello', { status: 201, headers: { 'x-a': '1' } }, 'sessionid=1; Path=/', 'theme=dark')
    expect(secureCookies(response, rules)).toBe(response)
    expect(response.headers.getSetCookie()).toEqual([
      'sessionid=1; Path=/; SameSite=Lax; HttpOnly; Secure',
      'theme=dark; SameSite=Lax; Secure',
    ])
    expect(response.headers.get('x-a')).toBe('1')
    expect(await response.text()).toBe('hello')
  })

  it('keeps what the request permits', () => {
    const lines = ['sessionid=1', '_ga=1', 'theme=dark', '_fbp=; Max-Age=0', 'cookie_consent=x', 'unknown=1']
    const request = new Request('https://shop.example/', {
      headers: { cookie: recordCookie({ categories: ['analytics'] }) },
    })
    const response = secureCookies(withCookies(null, {}, ...lines), { ...rules, consent: site, request })
    expect(response.headers.getSetCookie().map((line) => line.split('=')[0])).toEqual([
      'sessionid',
      '_ga',
      '_fbp',
      'cookie_consent',
    ])
  })

  it('may lose all of its cookies', () => {
    const response = secureCookies(withCookies('x', {}, '_ga=1'), { consent: site, request: null })
    expect(response.headers.has('set-cookie')).toBe(false)
  })

  it('has the rules of production there, where none are given', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(secureCookies(withCookies(null, {}, 'temp_a=1; Max-Age=7200')).headers.getSetCookie()).toEqual([
      'temp_a=1; Max-Age=3600; SameSite=Lax; Secure',
    ])
  })
})

describe('a response with nothing to change', () => {
  it.each([
    ['no cookie', new Response('x')],
    ['a good cookie', withCookies('x', {}, 'a=1; SameSite=Lax; Secure')],
    ['a redirect', Response.redirect('https://shop.example/')],
    ['an error', Response.error()],
  ])('is the same one: %s', (_, response) => {
    const before = [...response.headers]
    expect(secureCookies(response, rules)).toBe(response)
    expect([...response.headers]).toEqual(before)
  })
})

describe('a response that cannot be changed', () => {
  const server = createServer((request, response) => {
    const status = Number(request.url?.slice(1))
    response.writeHead(status, `Reason ${status}`, {
      'set-cookie': ['sessionid=1; Path=/', 'b="x\\054 y"; Expires=Fri, 31 Dec 9999 23:59:59 GMT'],
      'x-a': ['1', '2'],
      'content-type': 'text/x-odd',
      location: '/200',
    })
    response.end(status === 200 || status === 500 ? 'body' : undefined)
  })
  let origin = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  it.each([
    [200, 'body'],
    [204, ''],
    [303, ''],
    [304, ''],
    [500, 'body'],
  ])('is copied with all it has: %d', async (status, body) => {
    const fetched = await fetch(`${origin}/${status}`, { redirect: 'manual' })
    const before = [...fetched.headers].filter(([name]) => name !== 'set-cookie')
    const stream = fetched.body
    const response = secureCookies(fetched, rules)
    expect(response).not.toBe(fetched)
    expect(fetched.headers.getSetCookie()).toHaveLength(2)
    expect(response.headers.getSetCookie()).toEqual([
      'sessionid=1; Path=/; SameSite=Lax; HttpOnly; Secure',
      'b="x\\054 y"; Expires=Mon, 05 Apr 2027 12:00:00 GMT; Max-Age=34560000; SameSite=Lax; Secure',
    ])
    expect([...response.headers].filter(([name]) => name !== 'set-cookie')).toEqual(before)
    expect(response).toMatchObject({ status, statusText: `Reason ${status}`, bodyUsed: false })
    expect(response.body).toBe(stream)
    expect(await response.text()).toBe(body)
  })

  it('keeps the status of a cached reply whose body is an empty stream', () => {
    const response = new Response(null, { status: 304 })
    response.headers.append('set-cookie', 'a=1')
    Object.defineProperty(response, 'body', { value: new ReadableStream() })
    Object.defineProperty(response, 'headers', { value: frozen(response.headers) })
    const copy = secureCookies(response, rules)
    expect(copy).toMatchObject({ status: 304, body: null })
    expect(copy.headers.getSetCookie()).toEqual(['a=1; SameSite=Lax; Secure'])
  })

  it('streams on', async () => {
    let send: ((text: string) => void) | undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = (text) => {
          controller.enqueue(new TextEncoder().encode(text))
          if (text === 'end') controller.close()
        }
      },
    })
    const response = new Response(body)
    response.headers.append('set-cookie', 'a=1')
    Object.defineProperty(response, 'headers', { value: frozen(response.headers) })
    const copy = secureCookies(response, rules)
    expect(copy).not.toBe(response)
    send?.('late ')
    send?.('end')
    expect(await copy.text()).toBe('late end')
  })

  it('tells other failures', () => {
    const response = withCookies(null, {}, 'a=1')
    const failure = new RangeError('no')
    response.headers.delete = () => {
      throw failure
    }
    expect(() => secureCookies(response, rules)).toThrow(failure)
  })
})

/** Headers as a runtime gives them that throws what is its own TypeError, as in a sandbox. */
function frozen(headers: Headers): Headers {
  const copy = new Headers(headers)
  copy.delete = () => {
    throw Object.assign(new Error('immutable'), { name: 'TypeError' })
  }
  return copy
}
