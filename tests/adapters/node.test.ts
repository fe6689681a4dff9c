import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { consentMiddleware, consentOf, cookiesOf, requestOf, sendResponse } from 'assent/node'
import { consent } from './shop.js'

const servers: Server[] = []

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function serveWith(reply: (req: IncomingMessage, res: ServerResponse) => void, rules?: false): Promise<string> {
  const middleware = consentMiddleware({ consent, rules })
  return serve((req, res) => middleware(req, res, () => reply(req, res)))
}

/** Sends bytes as they are, and gives all that comes back. */
function sendRaw(origin: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.end(text, 'latin1'))
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk))
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

const LANG = 'lang=en; Path=/; SameSite=Lax'

describe('the head of a reply', () => {
  const heads: [name: string, write: (res: ServerResponse) => void, own: boolean][] = [
    ['end', (res) => res.end('x'), false],
    ['write', (res) => (res.write('x'), res.end()), false],
    ['flushHeaders', (res) => (res.flushHeaders(), res.end('x')), false],
    ['setHeader', (res) => (res.setHeader('Set-Cookie', ['sessionid=1', '_ga=1']), res.end('x')), true],
    ['an object', (res) => res.writeHead(200, { 'set-cookie': ['sessionid=1', '_ga=1'] }).end('x'), true],
    ['a reason and an object', (res) => res.writeHead(200, 'Fine', { 'Set-Cookie': 'sessionid=1' }).end('x'), true],
    ['a flat list', (res) => res.writeHead(200, ['Set-Cookie', 'sessionid=1', 'set-cookie', '_ga=1']).end('x'), true],
    [
      'pairs',
      (res) =>
        res
          .writeHead(200, [
            ['Set-Cookie', 'sessionid=1'],
            ['X-A', '1'],
          ] as never)
          .end('x'),
      true,
    ],
  ]
  it.each(heads)('has the cookies, held to rules and consent, by %s', async (_, write, own) => {
    const origin = await serveWith((req, res) => {
      cookiesOf(req).set('lang', 'en')
      write(res)
    })
    const response = await fetch(origin)
    expect(await response.text()).toBe('x')
    expect(response.headers.getSetCookie()).toEqual([...(own ? ['sessionid=1; SameSite=Lax; HttpOnly'] : []), LANG])
  })

  it('keeps what it is given without rules', async () => {
    const origin = await serveWith((_, res) => void res.setHeader('Set-Cookie', '_ga=1').end(), false)
    expect((await fetch(origin)).headers.getSetCookie()).toEqual(['_ga=1'])
  })

  it('goes by the choice that the same reply sets', async () => {
    const record = encodeURIComponent(
      JSON.stringify({ categories: ['essential', 'analytics'], timestamp: new Date().toISOString(), version: 1 }),
    )
    const lines = ['_ga=1; Path=/', `cookie_consent=${record}; Path=/`]
    const origin = await serveWith((_, res) => void res.setHeader('Set-Cookie', lines).end())
    const names = (await fetch(origin)).headers.getSetCookie().map((line) => line.split('=')[0])
    expect(names).toEqual(['_ga', 'cookie_consent'])
  })
})

describe('the endpoint', () => {
  it('tells the state and takes a choice, and all else goes on', async () => {
    const origin = await serveWith((req, res) => res.end(consentOf(req).status))
    expect(await (await fetch(`${origin}/consent?x=1`)).json()).toMatchObject({ status: 'undecided' })
    const posted = await fetch(`${origin}/consent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: '{"choice":"accept"}',
    })
    const [cookie = ''] = posted.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    expect([posted.status, cookie.split('=')[0]]).toEqual([200, 'cookie_consent'])
    expect(await (await fetch(`${origin}/consent/x`, { headers: { cookie } })).text()).toBe('decided')
    expect(
      (await fetch(`${origin}/consent`, { method: 'POST', headers: { origin: 'https://evil.example' } })).status,
    ).toBe(403)
  })
})

it('throws for a request that no middleware has seen', async () => {
  const codes: unknown[] = []
  const origin = await serve((req, res) => {
    for (const read of [cookiesOf, consentOf])
      try {
        read(req)
      } catch (error) {
        codes.push(error)
      }
    res.end()
  })
  await fetch(origin)
  expect(codes).toMatchObject([{ code: 'missing-middleware' }, { code: 'missing-middleware' }])
})

describe('a request that is none', () => {
  it.each([
    ['a bad Host', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 'http://host.invalid/'],
    ['a Host with a path', 'GET /x HTTP/1.1\r\nHost: evil/y\r\n\r\n', 'http://host.invalid/x'],
    ['a user in Host', 'GET /x HTTP/1.1\r\nHost: u:p@evil\r\n\r\n', 'http://host.invalid/x'],
    ['two slashes', 'GET //evil HTTP/1.1\r\nHost: a\r\n\r\n', 'http://a//evil'],
    ['a whole URL', 'GET http://u:p@b/x?y HTTP/1.1\r\nHost: a\r\n\r\n', 'http://b/x?y'],
    ['a broken URL', 'GET http://[/x HTTP/1.1\r\nHost: a\r\n\r\n', 'http://a/'],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n', 'http://a/'],
    ['TRACE', 'TRACE /x HTTP/1.1\r\nHost: a\r\n\r\n', 'http://a/x'],
    ['Latin-1', 'GET /x HTTP/1.1\r\nHost: a\r\nCookie: a=\xe9\r\nX-\x01: \xff\r\n\r\n', undefined],
    ['many cookies', `GET /x HTTP/1.1\r\nHost: a\r\nCookie: ${'a=1; '.repeat(2500)}\r\n\r\n`, 'http://a/x'],
  ])('is answered, and the next one too: %s', async (_, text, url) => {
    const origin = await serveWith((req, res) => {
      cookiesOf(req).all()
      res.end(requestOf(req).url)
    })
    const answer = await sendRaw(origin, text.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
    expect(answer).toMatch(url === undefined ? /^HTTP\/1\.1 400/ : /^HTTP\/1\.1 200/)
    if (url !== undefined) expect(answer.endsWith(`\r\n\r\n${url}`) || answer.includes(`\r\n${url}\r\n`)).toBe(true)
    expect((await fetch(origin)).status).toBe(200)
  })
})

describe('a body that a parser has read', () => {
  const form = 'application/x-www-form-urlencoded'
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
  it.each([
    ['members named toString and valueOf', form, { choice: { toString: '1', valueOf: '1' } }, 400],
    ['such members in a list', form, { choice: 'reject', services: [{ toString: '1' }] }, 303],
    ['an object without a prototype', form, { choice: 'reject', x: Object.create(null) as unknown }, 303],
    ['lists in lists in a form', form, { choice: 'reject', x: [nested(45_000)] }, 303],
    ['lists in lists in JSON', 'application/json', nested(45_000), 400],
    ['a number that is no JSON', 'application/json', { choice: 'reject', x: 1n }, 400],
    ['a function', 'application/json', () => 1, 400],
  ])('answers %s', async (_, type, body, status) => {
    const middleware = consentMiddleware({ consent })
    const origin = await serve((req, res) => {
      req.resume().once('end', () => middleware(Object.assign(req, { body }), res))
    })
    const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
    const reply = await fetch(`${origin}/consent`, { method: 'POST', headers, body: 'x=1', redirect: 'manual' })
    expect(reply.status).toBe(status)
  })
})

describe('a server with a lenient parser', () => {
  it.each(['X-A: a\0b', 'Cookie: lang=a\0b; sessionid=1', 'X-A: \x01\x7f'])('reads %j', async (line) => {
    const middleware = consentMiddleware({ consent })
    const server = createServer({ insecureHTTPParser: true }, (req, res) =>
      middleware(req, res, () => res.end(`${consentOf(req).status} ${cookiesOf(req).get('sessionid', '')}`)),
    ).listen(0, '127.0.0.1')
    servers.push(server)
    await new Promise((resolve) => server.once('listening', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const answer = await sendRaw(origin, `GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${line}\r\n\r\n`)
    expect(answer).toContain(line.includes('sessionid') ? 'undecided 1' : 'undecided ')
  })
})

describe('sendResponse', () => {
  it('streams the body, sends each cookie by itself, and HEAD without a body', async () => {
    const origin = await serve((req, res) => {
      const headers: [string, string][] = [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ]
      void sendResponse(res, new Response(requestOf(req).body ?? 'none', { status: 201, headers }))
    })
    const response = await fetch(origin, { method: 'POST', body: 'ä'.repeat(100_000) })
    expect([response.status, response.headers.getSetCookie()]).toEqual([201, ['a=1', 'b=2']])
    expect(await response.text()).toBe('ä'.repeat(100_000))
    expect(await (await fetch(origin, { method: 'HEAD' })).text()).toBe('')
  })

  it('cancels the body when the visitor has gone', async () => {
    let cancelled: () => void
    const gone = new Promise<void>((resolve) => (cancelled = resolve))
    const origin = await serve((_, res) => {
      const body = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65_536)), cancel: () => cancelled() })
      void sendResponse(res, new Response(body))
    })
    const abort = new AbortController()
    await fetch(origin, { signal: abort.signal })
    abort.abort()
    await gone
  })
})
