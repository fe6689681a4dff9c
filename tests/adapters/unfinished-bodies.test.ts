import { createServer, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { defineConsent } from 'assent/core'
import { consentMiddleware } from 'assent/node'
import { consentHandler } from 'assent/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: { essential: { name: 'Essential', description: '', required: true } },
  endpoint: '/consent',
})
const onError = vi.fn()
const middleware = consentMiddleware({ consent, onError })
const handle = consentHandler({ consent, onError })

/** The two ways to the endpoint on Node: the middleware, and a plain adapter to Fetch. */
const listeners: Readonly<Record<string, RequestListener>> = {
  consentMiddleware: (req, res) => middleware(req, res, () => res.end('page')),
  'consentHandler behind an adapter': (req, res) => {
    const { method = 'GET', url = '/' } = req
    if (url !== '/consent') return void res.end('page')
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const request = new Request(new URL(url, 'http://127.0.0.1'), {
      method,
      headers: Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(hasBody && { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' }),
    })
    void handle(request).then(async (response) => {
      res.statusCode = response.status
      res.setHeaders(response.headers)
      res.end(Buffer.from(await response.arrayBuffer()))
    })
  },
}

const servers: { close: () => unknown; closeAllConnections?: () => void }[] = []
const sockets: Socket[] = []
async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}) // it tells what it refused
  onError.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.()
    server.close()
  }
})

const OWN = 'Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'
const CHUNK = `400\r\n${'x'.repeat(1024)}\r\n`

/** Opens a connection, sends a text, and gives all that comes back until the server closes. `keepSending` goes on after each write. */
function converse(port: number, text: string, keepSending?: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(text, 'latin1', next))
    const next = (): void => {
      if (keepSending && !socket.destroyed && !answer) socket.write(keepSending, next)
    }
    sockets.push(socket)
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk))
    socket.on('end', () => resolve(answer)).on('error', () => resolve(answer)) // it may be reset while it sends
    socket.on('close', () => resolve(answer))
  })
}

const requests: [name: string, status: number, head: string, keepSending?: string][] = [
  [
    'a length over the limit, and no body',
    413,
    `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: 70000\r\n\r\n`,
  ],
  [
    'a length over the limit, and a part',
    413,
    `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: 9000000\r\n\r\n{"choice"`,
  ],
  [
    'chunks without an end',
    413,
    `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n`,
    CHUNK,
  ],
  [
    'chunks over the limit, and then nothing',
    413,
    `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n${CHUNK.repeat(70)}`,
  ],
  ['HTTP/1.0', 413, `POST /consent HTTP/1.0\r\n${OWN}${JSON_TYPE}Content-Length: 70000\r\n\r\n`],
  [
    'HTTP/1.0 that asks to be kept',
    413,
    `POST /consent HTTP/1.0\r\n${OWN}${JSON_TYPE}Connection: keep-alive\r\nContent-Length: 70000\r\n\r\n`,
  ],
  [
    'HTTP/1.1 that asks to be kept',
    413,
    `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Connection: keep-alive\r\nContent-Length: 70000\r\n\r\n`,
  ],
  [
    'Expect: 100-continue',
    413,
    `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Expect: 100-continue\r\nContent-Length: 70000\r\n\r\n`,
  ],
  [
    'another site',
    403,
    `POST /consent HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\nContent-Length: 100\r\n\r\n`,
  ],
  [
    'another site, without an end',
    403,
    `POST /consent HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n`,
    CHUNK,
  ],
  ['another method', 405, `PUT /consent HTTP/1.1\r\n${OWN}Transfer-Encoding: chunked\r\n\r\n`, CHUNK],
  ['another type', 400, `POST /consent HTTP/1.1\r\n${OWN}Content-Type: text/plain\r\nContent-Length: 100\r\n\r\n`],
  [
    'a host that is none',
    400,
    `POST /consent HTTP/1.1\r\nHost: ${'a.'.repeat(7000)}b\r\n${JSON_TYPE}Content-Length: 100\r\n\r\n`,
  ],
]

describe.each(Object.entries(listeners))('%s', (_, listener) => {
  it.each(requests)('answers and closes: %s', async (_name, status, head, keepSending) => {
    const port = await listen(createServer(listener))
    const answer = await converse(port, head, keepSending)
    expect(answer.replace('HTTP/1.1 100 Continue\r\n\r\n', '')).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toMatch(/^connection: close\r$/im)
    expect(answer).not.toMatch(/^set-cookie/im)
    expect(onError).not.toHaveBeenCalled()
  })

  it('takes no request for the rest of a refused one', async () => {
    const port = await listen(createServer(listener))
    const smuggled = `GET / HTTP/1.1\r\n${OWN}\r\n`
    const head = `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: 70000\r\n\r\n`
    expect((await converse(port, head + smuggled)).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413'])
  })

  it('closes within the limit where a body never ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const port = await listen(createServer(listener))
    const head = `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: 100\r\n\r\n{"choice":`
    let answer: string | undefined
    void converse(port, head).then((all) => (answer = all))
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
    await vi.advanceTimersByTimeAsync(10_000)
    await vi.waitFor(() => expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*connection: close\r/i))
  })

  it('keeps the connection of a choice, and of one without a body', async () => {
    const port = await listen(createServer(listener))
    const body = '{"choice":"reject"}'
    const good = `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: ${body.length}\r\n\r\n${body}`
    const last = `GET / HTTP/1.1\r\n${OWN}Connection: close\r\n\r\n`
    const answer = await converse(port, `${good}GET /consent HTTP/1.1\r\n${OWN}\r\n${good}${last}`)
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(Array(4).fill('HTTP/1.1 200'))
  })

  it('outlives visitors who leave in the middle', async () => {
    const port = await listen(createServer(listener))
    for (const [, , head] of requests.slice(0, 4))
      await new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(head, () => socket.resetAndDestroy()))
        socket.on('close', resolve).on('error', () => {})
      })
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('page')
    expect(onError).not.toHaveBeenCalled()
  })
})

it('a refusal keeps the connection where the whole body is there', async () => {
  const port = await listen(createServer((req, res) => middleware(req, res)))
  const foreign = 'POST /consent HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\na=1'
  const broken = `POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: 3\r\n\r\n{"c`
  const last = `GET /consent HTTP/1.1\r\n${OWN}Connection: close\r\n\r\n`
  const answer = await converse(port, foreign + broken + last)
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 403', 'HTTP/1.1 400', 'HTTP/1.1 200'])
})

it('the reply to a large upload arrives whole', async () => {
  const port = await listen(createServer((req, res) => middleware(req, res)))
  for (let i = 0; i < 5; i++) {
    const response = await fetch(`http://127.0.0.1:${port}/consent`, {
      method: 'POST',
      body: 'x'.repeat(900_000),
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    })
    expect([response.status, await response.text()]).toEqual([413, 'The choice is too long.\n'])
  }
})

it('a GET whose body never ends is answered, and its connection closed', async () => {
  const port = await listen(createServer((req, res) => middleware(req, res)))
  const answer = await converse(port, `GET /consent HTTP/1.1\r\n${OWN}Transfer-Encoding: chunked\r\n\r\n`, CHUNK)
  expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*connection: close\r/i)
})

it('HTTP/2 ends the stream, not the connection', async () => {
  const server = createHttp2Server((req, res) => middleware(req as never, res as never))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const stream = client.request({
    ':method': 'POST',
    ':path': '/consent',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': '70000',
  })
  stream.write('{')
  const status = await new Promise((resolve) => stream.on('response', (headers) => resolve(headers[':status'])))
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await new Promise((resolve) => stream.on('close', resolve))
  expect([status, text, client.closed]).toEqual([413, 'The choice is too long.\n', false])
  client.destroy()
})
