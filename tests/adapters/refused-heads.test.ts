import { closeSync, openSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  connect,
  createServer as createHttp2Server,
  type Http2Server,
  type Http2ServerResponse,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2'
import { connect as connectTcp, type AddressInfo } from 'node:net'
import express from 'express'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { consentMiddleware, cookiesOf } from 'assent/node'
import { consent } from './shop.js'

const SESSION = 'sessionid=1; SameSite=Lax; HttpOnly'
const LANG = 'lang=en; Path=/; SameSite=Lax'
/** A fresh list for each use, because Node appends to the list that it is given. */
const both = (): string[] => ['_ga=1; Max-Age=60', 'sessionid=1']

type Listener = (req: IncomingMessage, res: ServerResponse) => void
type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void
const ours: Middleware = consentMiddleware({ consent })
const chain =
  (...all: Middleware[]): Listener =>
  (req, res) => {
    const run = (i: number): void => all[i]?.(req, res, () => run(i + 1))
    run(0)
  }

// One server for each protocol: what it does with a request is set before each request.
let listener: Listener
const http1: Server = createServer((req, res) => listener(req, res))
// The compatibility API of HTTP/2 is that of node:http.
const http2: Http2Server = createHttp2Server((req, res) => listener(req as never, res as never))
beforeEach(async () => {
  for (const server of [http1, http2])
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve).unref())
})
afterEach(() => {
  http1.close().closeAllConnections()
  http2.close()
})
const portOf = (server: Server | Http2Server) => (server.address() as AddressInfo).port

interface Reply {
  readonly status: number
  /** The Set-Cookie lines of every head that arrived, early ones too. */
  readonly lines: readonly string[]
}

/** Reads what is on the wire: a parser would refuse what some of these apps write. */
function overHttp1(): Promise<Reply> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connectTcp({ host: '127.0.0.1', port: portOf(http1) }, () =>
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
    )
    socket
      .setEncoding('latin1')
      .on('data', (chunk: string) => (text += chunk))
      .once('close', () => {
        const status = Number(/^HTTP\/1\.1 ([2-9]\d\d)/m.exec(text)?.[1])
        resolve({ status, lines: [...text.matchAll(/^set-cookie\s*:\s*(.*?)\r?$/gim)].map(([, line = '']) => line) })
      })
  })
}

function overHttp2(): Promise<Reply> {
  return new Promise((resolve) => {
    const client = connect(`http://127.0.0.1:${portOf(http2)}`)
    const lines: string[] = []
    let status = 0
    const request = client.request({ ':path': '/' })
    request
      .on('headers', (headers) => lines.push(...(headers['set-cookie'] ?? [])))
      .on('response', (headers) => {
        lines.push(...(headers['set-cookie'] ?? []))
        status = headers[':status'] ?? 0
      })
      .on('error', () => undefined) // the stream of a head that breaks the protocol ends with one
      .once('close', () => {
        client.close()
        resolve({ status, lines })
      })
    request.resume()
  })
}
const protocols: [name: string, reply: () => Promise<Reply>][] = [
  ['HTTP/1.1', overHttp1],
  ['HTTP/2', overHttp2],
]

const attempt = (act: () => unknown): void => {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Error)) throw error // Node's refusal, which an app answers with another head
  }
}
const heads: [name: string, write: (res: ServerResponse) => unknown][] = [
  ['a bad value', (res) => res.writeHead(200, { 'Set-Cookie': both(), 'X-A': 'b\nc' })],
  ['a bad value before', (res) => res.writeHead(200, { 'X-A': 'b\u007fc', 'Set-Cookie': both() })],
  ['a bad name', (res) => res.writeHead(200, { 'Set-Cookie': both(), 'X A': 'b' })],
  ['no value', (res) => res.writeHead(200, { 'Set-Cookie': both(), 'X-A': undefined })],
  ['a status that is too low', (res) => res.writeHead(99, { 'Set-Cookie': both() })],
  ['a status that is too high', (res) => res.writeHead(1000, { 'Set-Cookie': both() })],
  ['a status that is no number', (res) => res.writeHead(NaN, { 'Set-Cookie': both() })],
  ['a bad reason', (res) => res.writeHead(200, 'a\r\nb', { 'Set-Cookie': both() })],
  ['a bad line', (res) => res.writeHead(200, { 'Set-Cookie': [...both(), 'lang=b\nc'] })],
  ['a list of odd length', (res) => res.writeHead(200, ['Set-Cookie', '_ga=1', 'X-A'])],
  [
    'pairs with a bad value',
    (res) =>
      res.writeHead(200, [
        ['Set-Cookie', '_ga=1'],
        ['X-A', 'b\nc'],
      ] as never),
  ],
  ['a trailer without chunks', (res) => res.writeHead(204, { 'Set-Cookie': both(), Trailer: 'X-A' })],
  ['setHeader', (res) => res.setHeader('Set-Cookie', both()).setHeader('X-A', 'b\nc')],
  ['appendHeader', (res) => res.appendHeader('Set-Cookie', both()).appendHeader('X-A', 'b\nc')],
  [
    'setHeaders',
    (res) =>
      res.setHeaders(
        new Map([
          ['set-cookie', both()],
          ['x a', 'b'],
        ] as [string, never][]),
      ),
  ],
  ['early hints', (res) => res.writeEarlyHints({ 'Set-Cookie': both(), link: 'nonsense' })],
  [
    'flushHeaders',
    (res) => {
      res.setHeader('Set-Cookie', both())
      res.statusMessage = 'a\nb'
      res.statusCode = 9999
      res.flushHeaders()
    },
  ],
  [
    'end',
    (res) => {
      res.appendHeader('Set-Cookie', both())
      res.statusCode = 0
      res.end('x')
    },
  ],
  [
    'write',
    (res) => {
      res.setHeader('Set-Cookie', both())
      res.statusCode = -1
      res.write('x')
    },
  ],
]

describe.each(protocols)('over %s', (name, reply) => {
  it.each(heads)('a head refused for %s leaves the error page held to the rules', async (_name, write) => {
    for (const before of [[ours], [ours, ours], [ours, ours, ours]]) {
      listener = chain(...before, (req, res) => {
        cookiesOf(req).set('lang', 'en')
        attempt(() => write(res))
        attempt(() => write(res))
        if (res.headersSent) return void res.end()
        res.statusMessage = ''
        res.writeHead(500, { 'Set-Cookie': both() }).end('sorry')
      })
      const { lines } = await reply()
      // HTTP/2 takes some of these heads.
      if (name === 'HTTP/1.1') expect([...new Set(lines)].sort()).toEqual([LANG, SESSION])
      expect(lines.filter((line) => line !== SESSION)).toEqual([LANG])
    }
  })
})

it('the error page of Express is held to the rules after a head that Node refused', async () => {
  const app = express()
  app.use(ours)
  app.get('/', (_, res) => void res.writeHead(200, { 'Set-Cookie': '_ga=1', 'X-A': 'b\nc' }))
  app.use(((error: unknown, _req, res, next) => {
    if (res.headersSent) next(error)
    else res.status(500).cookie('_ga', '2').cookie('sessionid', '1').send('sorry')
  }) as express.ErrorRequestHandler)
  listener = app as Listener
  expect(await overHttp1()).toEqual({ status: 500, lines: ['sessionid=1; Path=/; SameSite=Lax; HttpOnly'] })
})

describe('a list of pairs is read as Node reads it', () => {
  it.each<[string, unknown[][]]>([
    [
      'one of three',
      [
        ['X-A', '1', 'more'],
        ['Set-Cookie', '_ga=1'],
        ['Set-Cookie', 'sessionid=1'],
      ],
    ],
    [
      'three of three',
      [
        ['X-A', '1', 'Set-Cookie'],
        ['Set-Cookie', '_ga=1', 'X'],
        ['Set-Cookie', 'sessionid=1', 'Y'],
      ],
    ],
    [
      'one that hides a name',
      [
        ['X-A', 'b', 'X-B'],
        ['X-C', 'Set-Cookie', '_ga=1'],
        ['set-cookie', both()],
      ],
    ],
  ])('%s', async (_, pairs) => {
    listener = chain(ours, (_req, res) => res.writeHead(200, pairs as never).end('x'))
    expect((await overHttp1()).lines).toEqual([SESSION])
  })
})

describe('another middleware that changes the methods of the response', () => {
  const wrappers: [name: string, wrap: (res: ServerResponse) => void][] = [
    [
      'adds cookies in setHeader',
      (res) => {
        const setHeader = res.setHeader.bind(res)
        res.setHeader = (name, value) =>
          setHeader(name, name.toLowerCase() === 'set-cookie' ? [...both(), ...[value].flat().map(String)] : value)
      },
    ],
    [
      'ignores setHeader for cookies',
      (res) => {
        const setHeader = res.setHeader.bind(res)
        res.setHeader = (name, value) => (name.toLowerCase() === 'set-cookie' ? res : setHeader(name, value))
      },
    ],
    [
      'throws in setHeader',
      (res) => {
        res.setHeader = () => {
          throw new Error('The headers are frozen.')
        }
      },
    ],
    ['ignores removeHeader', (res) => void (res.removeHeader = () => undefined)],
    ['hides names', (res) => void (res.getHeaderNames = () => [])],
    ['hides values', (res) => void (res.getHeader = () => undefined)],
  ]
  it.each(wrappers)('%s', async (_, wrap) => {
    for (const isFirst of [true, false]) {
      const other: Middleware = (_req, res, next) => {
        res.appendHeader('Set-Cookie', both())
        wrap(res)
        next()
      }
      listener = chain(...(isFirst ? [other, ours] : [ours, other]), (req, res) => {
        cookiesOf(req).set('lang', 'en')
        attempt(() => res.writeHead(200, { 'X-A': 'b\nc' }))
        if (!res.headersSent) res.end('x')
      })
      const { lines } = await overHttp1()
      expect([...new Set(lines)].sort()).toEqual([LANG, SESSION])
    }
  })
})

describe('over HTTP/2 a head that the stream writes with a file is held to the rules', () => {
  const headers = { ':status': 200, 'SET-COOKIE': '_ga=1' }
  const statCheck = (_: unknown, given: OutgoingHttpHeaders): void => void (given['set-cookie'] = '_ga=2')
  it.each<[string, (stream: ServerHttp2Stream) => void]>([
    ['respond', (stream) => stream.respond({ ...headers }, { endStream: true })],
    ['respondWithFile', (stream) => stream.respondWithFile('package.json', { ...headers })],
    [
      'respondWithFile and statCheck',
      (stream) => stream.respondWithFile('package.json', { ...headers }, { statCheck }),
    ],
    [
      'respondWithFD',
      (stream) => {
        const fd = openSync('package.json', 'r')
        stream.respondWithFD(fd, { ...headers })
        stream.once('close', () => closeSync(fd))
      },
    ],
  ])('%s', async (_, write) => {
    listener = chain(ours, (req, res) => {
      cookiesOf(req).set('lang', 'en')
      write((res as unknown as Http2ServerResponse).stream)
    })
    expect(await overHttp2()).toEqual({ status: 200, lines: [LANG] })
  })
})

it('a hint after the head adds no cookie, and breaks nothing', async () => {
  listener = chain(ours, (_, res) => {
    res.writeHead(200)
    res.writeEarlyHints({ 'Set-Cookie': both(), link: '</a.css>; rel=preload; as=style' })
    res.end()
  })
  for (const [, reply] of protocols) expect(await reply()).toEqual({ status: 200, lines: [] })
})

/** What an app may do to a response, in any order. */
const lineArb = fc.constantFrom('_ga=1', 'sessionid=1', '_ga=1; Path=/; Max-Age=9', 'lang=b\nc', 'other=1')
const nameArb = fc.constantFrom('Set-Cookie', 'set-cookie', 'SET-COOKIE', 'X-A', 'X A', 'Trailer', 'Content-Length')
const valueArb = fc.oneof(lineArb, fc.array(lineArb, { maxLength: 3 }), fc.constant(undefined))
const statusArb = fc.constantFrom(200, 204, 500, 99, 1000, NaN)
const headArb = fc.oneof(
  fc.dictionary(nameArb, valueArb, { maxKeys: 3 }),
  fc.array(fc.oneof(nameArb, valueArb), { maxLength: 5 }),
  fc.array(fc.array(fc.oneof(nameArb, valueArb), { maxLength: 3 }), { maxLength: 3 }),
)
type Act = (res: ServerResponse) => unknown
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(nameArb, valueArb)
    .map(([name, value]) => named(`setHeader ${name}`, (res) => res.setHeader(name, value as never))),
  fc
    .tuple(nameArb, valueArb)
    .map(([name, value]) => named(`appendHeader ${name}`, (res) => res.appendHeader(name, value as never))),
  fc
    .dictionary(nameArb, valueArb)
    .map((all) => named('setHeaders', (res) => res.setHeaders(new Map(Object.entries(all)) as never))),
  nameArb.map((name) => named(`removeHeader ${name}`, (res) => res.removeHeader(name))),
  fc
    .tuple(statusArb, headArb)
    .map(([status, head]) =>
      named(`writeHead ${status} ${JSON.stringify(head)}`, (res) => res.writeHead(status, head as never)),
    ),
  statusArb.map((status) => named(`status ${status}`, (res) => void (res.statusCode = status))),
  // Node 20 checks no name of a hint.
  fc
    .dictionary(fc.constantFrom('Set-Cookie', 'set-cookie', 'X-A'), lineArb)
    .map((hints) => named('early hints', (res) => res.writeEarlyHints({ link: '</a.css>; rel=preload', ...hints }))),
  fc.constantFrom(
    named('flushHeaders', (res) => res.flushHeaders()),
    named('write', (res) => res.write('x')),
  ),
)
function named(name: string, act: Act): Act {
  return Object.assign(act, { toString: () => name })
}

it.each(protocols)(
  'over %s nothing that is refused reaches the visitor, after any calls in any order',
  async (_, reply) => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 6 }), fc.integer({ min: 1, max: 3 }), async (run, depth) => {
        listener = chain(...Array<Middleware>(depth).fill(ours), (req, res) => {
          res.on('error', () => undefined)
          cookiesOf(req).set('lang', 'en')
          for (const act of run) attempt(() => act(res))
          if (!res.headersSent) {
            for (const name of res.getHeaderNames()) if (name !== 'set-cookie') res.removeHeader(name)
            attempt(() => res.writeHead(500, { 'Set-Cookie': both() }))
          }
          attempt(() => res.end())
        })
        const { status, lines } = await reply()
        expect(lines.filter((line) => !line.startsWith('sessionid=1; ') && line !== LANG)).toEqual([])
        expect(lines.every((line) => line === LANG || line.includes('HttpOnly'))).toBe(true)
        if (status) expect(lines).toContain(LANG) // a head that breaks HTTP/2 never arrives
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
    )
  },
)
