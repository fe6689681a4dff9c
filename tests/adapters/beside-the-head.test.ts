import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  connect,
  createServer as createHttp2Server,
  type Http2Server,
  type Http2ServerResponse,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2'
import { connect as connectTcp, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { consentMiddleware, cookiesOf } from 'assent/node'
import { consent } from './shop.js'

// A reply sets cookies by its head. What is sent before, after and beside that head is held to the rules, too.
const SESSION = 'sessionid=1; SameSite=Lax; HttpOnly'
const LANG = 'lang=en; Path=/; SameSite=Lax'
const both = (): string[] => ['_ga=1', 'sessionid=1']
const link = '</a.css>; rel=preload; as=style'

interface Trailers {
  setTrailer: (name: string, value: unknown) => void
}
type Act = (res: ServerResponse) => unknown
type Write = (stream: ServerHttp2Stream, res: Http2ServerResponse) => unknown

let act: Act
const ours = consentMiddleware({ consent })
const listener = (req: IncomingMessage, res: ServerResponse) =>
  // Twice, as an app may mount it.
  ours(req, res, () =>
    ours(req, res, () => {
      cookiesOf(req).set('lang', 'en')
      act(res)
    }),
  )
const http1: Server = createServer(listener)
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

/** What is on the wire of HTTP/1.1. */
function wireOf(run: Act): Promise<string> {
  act = run
  return new Promise((resolve) => {
    let text = ''
    const socket = connectTcp({ host: '127.0.0.1', port: portOf(http1) }, () =>
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nTE: trailers\r\nConnection: close\r\n\r\n'),
    )
    socket
      .setEncoding('latin1')
      .on('data', (chunk: string) => (text += chunk))
      .once('close', () => resolve(text))
  })
}
const linesIn = (text: string) => [...text.matchAll(/^set-cookie\s*:\s*(.*?)\r?$/gim)].map(([, line = '']) => line)

/** What arrives over HTTP/2, by where it stands. */
interface Frames {
  readonly early: string[]
  readonly head: string[]
  readonly trailers: string[]
  readonly pushed: string[]
  readonly others: string[]
}
function framesOf(write: Write): Promise<Frames> {
  act = (res) => write((res as unknown as Http2ServerResponse).stream, res as never)
  return new Promise((resolve) => {
    const frames: Frames = { early: [], head: [], trailers: [], pushed: [], others: [] }
    const take = (place: keyof Frames) => (headers: IncomingHttpHeaders) => {
      frames[place].push(...(headers['set-cookie'] ?? []))
      if (headers['x-a']) frames.others.push(`${place} ${String(headers['x-a'])}`)
    }
    const client = connect(`http://127.0.0.1:${portOf(http2)}`)
    const open = new Set<unknown>()
    const follow = (stream: ReturnType<typeof client.request>, isPushed: boolean) => {
      open.add(stream)
      stream
        .on('headers', take(isPushed ? 'pushed' : 'early'))
        .on(isPushed ? 'push' : 'response', take(isPushed ? 'pushed' : 'head'))
        .on('trailers', take(isPushed ? 'pushed' : 'trailers'))
        .on('error', () => undefined)
        .once('close', () => {
          open.delete(stream)
          if (!open.size) client.close(() => resolve(frames))
        })
        .resume()
    }
    client.on('stream', (stream) => follow(stream, true))
    follow(client.request({ ':path': '/' }), false)
  })
}

describe('over HTTP/1.1', () => {
  it.each<[string, Act]>([
    ['an object', (res) => res.addTrailers({ 'Set-Cookie': '_ga=1', 'X-A': '1' })],
    ['upper case', (res) => res.addTrailers({ 'SET-COOKIE': 'sessionid=1', 'X-A': '1' })],
    ['a list of lines', (res) => res.addTrailers({ 'X-A': '1', 'set-cookie': both() as never })],
    [
      'pairs',
      (res) =>
        res.addTrailers([
          ['Set-Cookie', '_ga=1'],
          ['X-A', '1'],
          ['set-cookie', 'sessionid=1'],
        ]),
    ],
    [
      'two calls, of which the last counts',
      (res) => {
        res.addTrailers({ 'Set-Cookie': '_ga=1' })
        res.addTrailers({ 'X-A': '1', 'Set-Cookie': '_ga=2' })
      },
    ],
    [
      'one that Node refuses later',
      (res) => {
        expect(() => res.addTrailers({ 'X-A': '1', 'Set-Cookie': '_ga=1', 'X-B': 'b\nc' })).toThrow()
      },
    ],
  ])('trailers set no cookies, and keep the rest: %s', async (_, add) => {
    const text = await wireOf((res) => {
      res.setHeader('Trailer', 'Set-Cookie, X-A')
      res.write('x')
      add(res)
      res.end()
    })
    expect(linesIn(text)).toEqual([LANG])
    expect(text).toMatch(/\r\n0\r\nX-A: 1\r\n\r\n$/)
  })

  it.each<[string, Readonly<Record<string, string | string[]>>]>([
    ['a name with a space', { 'Set-Cookie ': both(), ' set-cookie': '_ga=2' }],
    ['a value with another line', { 'X-B': 'b\r\nSet-Cookie: _ga=1' }],
    ['a list with another line', { 'X-B': ['b', 'b\nSet-Cookie: _ga=1'] }],
    ['a name with another line', { 'X-B: b\r\nSet-Cookie': '_ga=1', 'Set-Cookie': '_ga=2' }],
    ['any case', { 'sEt-cOOkie': both() }],
  ])('early hints set no cookies: %s', async (_, hints) => {
    const text = await wireOf((res) => {
      res.writeEarlyHints({ link, 'X-A': '1', ...hints })
      res.end('x')
    })
    const [early = '', head = ''] = text.split('\r\n\r\n')
    expect(early).toContain(' 103 ')
    expect(early).toMatch(/^X-A: 1$/im)
    expect(early).not.toMatch(/set-cookie/i)
    expect(linesIn(head).filter((line) => line !== SESSION)).toEqual([LANG])
  })

  it.each<[string, unknown]>([
    ['an object', { 'X-A': '1', 'Set-Cookie': both() }],
    ['a flat list', ['X-A', '1', 'Set-Cookie', both()]],
  ])('other informational heads set no cookies, where Node can write them: %s', async (_, given) => {
    const writeInformation = vi.fn<(status: number, headers: unknown, done: unknown) => void>()
    const done = () => undefined
    const server = createServer((req, res) => {
      const later = Object.assign(res, { writeInformation }) // Node 20 has none
      ours(req, later, () => {
        later.writeInformation(199, given, done)
        res.end('x')
      })
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const reply = await fetch(`http://127.0.0.1:${portOf(server)}`)
    server.close().closeAllConnections()
    expect(writeInformation).toHaveBeenCalledExactlyOnceWith(
      199,
      Array.isArray(given) ? ['X-A', '1'] : { 'X-A': '1' },
      done,
    )
    expect(reply.headers.getSetCookie()).toEqual([SESSION])
  })
})

describe('over HTTP/2', () => {
  it.each<[string, Write]>([
    ['addTrailers', (_, res) => res.addTrailers({ 'Set-Cookie': both(), 'X-A': '1' })],
    [
      'setTrailer',
      (_, res) => {
        const later = res as unknown as Trailers // which the types of Node leave out
        later.setTrailer('SET-COOKIE', both())
        later.setTrailer('X-A', '1')
      },
    ],
  ])('trailers set no cookies, and keep the rest: %s', async (_, add) => {
    const frames = await framesOf((stream, res) => {
      res.write('x')
      add(stream, res)
      res.end()
    })
    expect(frames).toEqual({ early: [], head: [LANG], trailers: [], pushed: [], others: ['trailers 1'] })
  })

  it('trailers of the stream set no cookies, and keep the rest', async () => {
    const frames = await framesOf((stream) => {
      stream.respond({ ':status': 200, 'set-cookie': both() }, { waitForTrailers: true })
      stream.removeAllListeners('wantTrailers') // the response would send its own
      stream.once('wantTrailers', () => stream.sendTrailers({ 'set-cookie': both(), 'x-a': '1' }))
      stream.end('x')
    })
    expect(frames).toEqual({ early: [], head: [SESSION, LANG], trailers: [], pushed: [], others: ['trailers 1'] })
  })

  it.each<[string, Write]>([
    ['writeEarlyHints', (_, res) => res.writeEarlyHints({ link, 'Set-Cookie': both(), 'X-A': '1' })],
    ['additionalHeaders', (stream) => stream.additionalHeaders({ ':status': 103, 'set-cookie': both(), 'x-a': '1' })],
    ['a status of 102', (stream) => stream.additionalHeaders({ ':status': 102, 'SET-COOKIE': both(), 'x-a': '1' })],
  ])('informational heads leave their cookies to the head: %s', async (_, write) => {
    for (const reply of [
      (_stream, res) => res.end('x'),
      (stream) => {
        stream.respond({ ':status': 200 })
        stream.end('x')
      },
    ] satisfies Write[]) {
      const frames = await framesOf((stream, res) => {
        write(stream, res)
        reply(stream, res)
      })
      expect(frames).toEqual({ early: [], head: [SESSION, LANG], trailers: [], pushed: [], others: ['early 1'] })
    }
  })

  const asset = { ':path': '/a.css' }
  const head = () => ({ ':status': 200, 'set-cookie': both(), 'x-a': '1' })
  it.each<[string, Write]>([
    ['respond', (pushed) => (pushed.respond(head()), pushed.end('x'))],
    ['respond without a body', (pushed) => pushed.respond(head(), { endStream: true })],
    ['respondWithFile', (pushed) => pushed.respondWithFile('package.json', head())],
    [
      'respondWithFile and statCheck',
      (pushed) =>
        pushed.respondWithFile(
          'package.json',
          { 'x-a': '1' },
          { statCheck: (_, given) => void (given['Set-Cookie'] = both()) },
        ),
    ],
  ])('a pushed resource sets what is granted alone, and none of the cookies of the reply: %s', async (_, write) => {
    for (const isShort of [true, false]) {
      const frames = await framesOf((stream, res) => {
        const answer = (error: Error | null, pushed: ServerHttp2Stream) => {
          expect(error).toBeNull()
          write(pushed, res)
          res.end('x')
        }
        if (isShort) stream.pushStream(asset, answer)
        else stream.pushStream(asset, {}, answer)
      })
      expect(frames).toEqual({ early: [], head: [LANG], trailers: [], pushed: [SESSION], others: ['pushed 1'] })
    }
  })

  it('trailers of a pushed resource set no cookies', async () => {
    const frames = await framesOf((stream, res) => {
      stream.pushStream(asset, (_error, pushed) => {
        pushed.respond({ ':status': 200 }, { waitForTrailers: true })
        pushed.once('wantTrailers', () => pushed.sendTrailers({ 'set-cookie': both(), 'x-a': '1' }))
        pushed.end('x')
        res.end('x')
      })
    })
    expect(frames).toEqual({ early: [], head: [LANG], trailers: [], pushed: [], others: ['pushed 1'] })
  })

  it('createPushResponse of the response is held to the rules', async () => {
    const frames = await framesOf((_, res) => {
      res.createPushResponse(asset, (error, pushed) => {
        expect(error).toBeNull()
        pushed.setHeader('Set-Cookie', both())
        pushed.writeHead(200, { 'X-A': '1' })
        pushed.end('x')
        res.end('x')
      })
    })
    expect(frames).toEqual({ early: [], head: [LANG], trailers: [], pushed: [SESSION], others: ['pushed 1'] })
  })

  it('a push without a callback is refused, as Node does it', async () => {
    await framesOf((stream, res) => {
      for (const options of [{}, undefined])
        expect(() => stream.pushStream(asset, options as never, undefined as never)).toThrow(
          expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
        )
      res.end('x')
    })
  })
})
