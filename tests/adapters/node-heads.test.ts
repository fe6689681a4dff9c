import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  connect,
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineConsent } from 'assent/core'
import { consentMiddleware, consentOf, cookiesOf, type ConsentMiddlewareOptions } from 'assent/node'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['lang', 'sessionid', 'gr*'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga'] },
  },
  endpoint: '/consent',
})
const SESSION = 'sessionid=1; SameSite=Lax; HttpOnly'
const LANG = 'lang=en; Path=/; SameSite=Lax'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})
async function serve(listener: (req: IncomingMessage, res: ServerResponse) => void): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void
const chain =
  (...all: Middleware[]) =>
  (req: IncomingMessage, res: ServerResponse) => {
    const run = (i: number) => all[i]?.(req, res, () => run(i + 1))
    run(0)
  }

/** As the package on-headers does it, which express-session uses: the listener runs when the head is written. */
const onHeaders = (res: ServerResponse, listener: (res: ServerResponse) => void) => {
  const writeHead = res.writeHead.bind(res)
  let isFired = false
  res.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const headers = (typeof rest[0] === 'string' ? rest[1] : rest[0]) as Record<string, string> | undefined
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value)
    this.statusCode = status
    if (!isFired) listener(this)
    isFired = true
    return writeHead(this.statusCode)
  }
}
const sessions: [name: string, session: Middleware][] = [
  [
    'on-headers and setHeader',
    (_, res, next) => {
      onHeaders(res, () =>
        res.setHeader('Set-Cookie', [
          ...[res.getHeader('Set-Cookie') ?? []].flat().map(String),
          'sessionid=1',
          '_ga=1',
        ]),
      )
      next()
    },
  ],
  [
    'on-headers and appendHeader',
    (_, res, next) => {
      onHeaders(res, () => res.appendHeader('Set-Cookie', ['sessionid=1', '_ga=1']))
      next()
    },
  ],
  [
    'arguments of writeHead',
    (_, res, next) => {
      const writeHead = res.writeHead.bind(res)
      res.writeHead = (status: number) => writeHead(status, { 'Set-Cookie': ['sessionid=1', '_ga=1'] })
      next()
    },
  ],
  [
    'a flat list of writeHead',
    (_, res, next) => {
      const writeHead = res.writeHead.bind(res)
      res.writeHead = (status: number) =>
        writeHead(status, 'Fine', ['set-cookie', 'sessionid=1', 'Set-Cookie', '_ga=1'])
      next()
    },
  ],
  [
    'end',
    (_, res, next) => {
      const end = res.end.bind(res)
      res.end = ((...given: unknown[]) => {
        if (!res.headersSent) res.appendHeader('Set-Cookie', ['sessionid=1', '_ga=1'])
        return (end as (...all: unknown[]) => ServerResponse)(...given)
      }) as typeof res.end
      next()
    },
  ],
]
const replies: [name: string, reply: (res: ServerResponse) => void][] = [
  ['end', (res) => res.end('x')],
  ['writeHead', (res) => res.writeHead(200).end('x')],
]

describe.each(sessions)('cookies that a middleware sets by %s', (session, use) => {
  it.each(replies)('are held to the rules wherever it is mounted: %s', async (reply, write) => {
    if (session === 'end' && reply === 'writeHead') return // its own head is out by then
    const ours = consentMiddleware({ consent })
    for (const order of [
      [use, ours],
      [ours, use],
    ]) {
      const app = chain(...order, (req, res) => {
        cookiesOf(req).set('lang', 'en')
        write(res)
      })
      const response = await fetch(await serve(app))
      expect(await response.text()).toBe('x')
      const lines = response.headers.getSetCookie()
      if (!session.includes('writeHead') || order[0] === ours) expect(lines).toContain(LANG)
      expect(lines.filter((line) => line !== LANG)).toEqual([SESSION])
    }
  })
})

it('express and a session before and after are held to the rules', async () => {
  const [[, session]] = sessions as [(typeof sessions)[0]]
  for (const isFirst of [true, false]) {
    const app = express()
    if (isFirst) app.use(session)
    app.use(consentMiddleware({ consent }))
    if (!isFirst) app.use(session)
    app.get('/', (req, res) => void (cookiesOf(req).set('lang', 'en'), res.cookie('_ga', '2').send('x')))
    const lines = (await fetch(await serve(app))).headers.getSetCookie()
    expect(lines.toSorted()).toEqual([LANG, SESSION])
  }
})

describe('a head that was refused', () => {
  const heads: [name: string, write: (res: ServerResponse) => unknown][] = [
    ['a bad header of writeHead', (res) => res.writeHead(200, { 'X-A': 'b\nc', 'Set-Cookie': '_ga=1' })],
    ['a bad status', (res) => res.writeHead(1, { 'Set-Cookie': '_ga=1' })],
    ['a bad line', (res) => res.writeHead(200, { 'Set-Cookie': 'lang=b\nc' })],
    ['a bad reason', (res) => res.writeHead(200, 'a\nb', { 'Set-Cookie': '_ga=1' })],
    ['a list that is none', (res) => res.writeHead(200, ['Set-Cookie'])],
  ]
  it.each(heads)('by %s leaves the error page held to the rules, with the cookies once', async (_, write) => {
    for (const isSet of [true, false]) {
      const app = chain(consentMiddleware({ consent }), (req, res) => {
        cookiesOf(req).set('lang', 'en')
        if (isSet) res.setHeader('X-B', '1')
        try {
          write(res)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
          res.removeHeader('X-A')
          res.statusMessage = ''
          res.writeHead(500, { 'Set-Cookie': ['_ga=1', 'sessionid=1'] }).end('sorry')
        }
      })
      const response = await fetch(await serve(app))
      expect([response.status, await response.text()]).toEqual([500, 'sorry'])
      expect(response.headers.getSetCookie().toSorted()).toEqual([LANG, SESSION])
    }
  })
})

it('holds the cookies of early hints back for the head', async () => {
  const app = chain(consentMiddleware({ consent }), (_, res) => {
    res.writeEarlyHints({ link: '</a.css>; rel=preload; as=style', 'Set-Cookie': ['_ga=1', 'sessionid=1'] })
    res.end('x')
  })
  expect((await fetch(await serve(app))).headers.getSetCookie()).toEqual([SESSION])
})

it.each<[string, (res: ServerResponse) => unknown]>([
  ['a text', (res) => res.end('é')],
  ['bytes', (res) => res.end(Buffer.from('é'))],
  [
    'chunks',
    (res) => {
      res.flushHeaders()
      res.write('é')
      res.end()
    },
  ],
  ['Latin-1', (res) => res.writeHead(200).end(Buffer.from('é').toString('latin1'), 'latin1')],
])('writes a name beyond ASCII as bytes of UTF-8, whatever the body: %s', async (_, write) => {
  const app = chain(consentMiddleware({ consent }), (req, res) => {
    cookiesOf(req).delete('größe')
    write(res)
  })
  const response = await fetch(await serve(app))
  expect(await response.text()).toBe('é')
  expect(response.headers.getSetCookie()).toEqual([`${Buffer.from('größe').toString('latin1')}=; Path=/; Max-Age=0`])
})

describe('a cookie that is set after the head is out', () => {
  const outs: [name: string, write: (res: ServerResponse) => unknown][] = [
    ['writeHead', (res) => res.writeHead(200)],
    ['write', (res) => res.write('x')],
    ['flushHeaders', (res) => res.flushHeaders()],
    ['end', (res) => res.end('x')],
  ]
  it.each(outs)('is a mistake, by %s', async (_, write) => {
    const codes: unknown[] = []
    const app = chain(consentMiddleware({ consent }), (req, res) => {
      const cookies = cookiesOf(req)
      cookies.set('lang', 'en')
      write(res)
      const late: (() => unknown)[] = [
        () => cookies.set('lang', 'de'),
        () => cookiesOf(req).delete('lang'),
        () => cookies.deleteAll(),
        () => cookies.deleteMatching(['lang']),
        () => cookies.setPreferences({ theme: 'dark' }),
        () => cookies.setSigned('lang', '1'),
      ]
      for (const act of late) {
        try {
          codes.push(act())
        } catch (error) {
          codes.push(error instanceof Error && 'code' in error && error.code)
        }
      }
      codes.push(cookies.get('lang'))
      res.end()
    })
    expect((await fetch(await serve(app))).headers.getSetCookie()).toEqual([LANG])
    expect(codes).toEqual([...Array<string>(6).fill('head-sent'), 'en'])
  })
})

describe('what fails is told to onError once, and breaks no reply', () => {
  const boom = new Error('boom')
  const fail = () => {
    throw boom
  }
  const cases: [name: string, options: Partial<ConsentMiddlewareOptions>, path: string][] = [
    ['a broken regionOf', { regionOf: fail }, '/'],
    ['a broken regionOf of the endpoint', { regionOf: fail }, '/consent'],
    ['a throwing onChange', { rules: { onChange: fail } }, '/'],
    ['a throwing onDecision', { onDecision: fail }, '/consent'],
    ['a rejected onDecision', { onDecision: () => Promise.reject(boom) }, '/consent'],
    ['a broken createId', { createId: fail }, '/consent'],
  ]
  const post = (url: string) =>
    fetch(url, {
      method: 'POST',
      headers: { origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'choice=reject',
      redirect: 'manual',
    })
  const app = (options: Partial<ConsentMiddlewareOptions>) =>
    chain(consentMiddleware({ consent, ...options }), (req, res) => {
      consentOf(req)
      res.setHeader('Set-Cookie', '_ga=1').end('x')
    })

  it.each(cases)('%s', async (name, options, path) => {
    const onError = vi.fn<(error: unknown, context: { request: Request }) => void>()
    const url = (await serve(app({ ...options, onError }))) + path
    const response = await post(url)
    expect(response.status).toBe(path === '/' ? 200 : name.includes('createId') ? 400 : 303)
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
    const [error, context] = onError.mock.lastCall ?? []
    expect([error, context?.request.url]).toEqual([boom, url])
  })

  it.each(cases)('%s is a warning without onError, in development alone', async (_, options, path) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const outs = [vi.spyOn(console, 'debug'), vi.spyOn(console, 'log'), vi.spyOn(console, 'info')]
    const url = (await serve(app(options))) + path
    await post(url)
    await vi.waitFor(() => expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('[assent]'), boom))
    vi.stubEnv('NODE_ENV', 'production')
    await (await post(url)).text()
    expect(warn).toHaveBeenCalledOnce()
    for (const out of outs) expect(out).not.toHaveBeenCalled()
  })

  it.each<[string, () => unknown]>([
    ['throws', fail],
    ['rejects', () => Promise.reject(boom)],
  ])('an onError that %s breaks nothing either', async (_, onError) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const response = await post((await serve(app({ onDecision: fail, onError }))) + '/consent')
    expect(response.status).toBe(303)
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce())
  })
})

/** The Set-Cookie lines of a reply over HTTP/2. */
async function overHttp2(listener: (req: IncomingMessage, res: ServerResponse) => void): Promise<string[]> {
  const server = createHttp2Server((req: Http2ServerRequest, res: Http2ServerResponse) =>
    // Its API is that of node:http.
    listener(req as unknown as IncomingMessage, res as unknown as ServerResponse),
  ).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const request = client.request({ ':path': '/' })
  const lines = await new Promise<string[]>((resolve, reject) => {
    request.once('response', (headers) => resolve(headers['set-cookie'] ?? [])).once('error', reject)
  })
  request.resume()
  client.destroy()
  server.close()
  return lines
}

describe('over HTTP/2', () => {
  const ours = consentMiddleware({ consent })
  const [[, onHeadersAndSet]] = sessions as [(typeof sessions)[0]]

  it.each(replies)('cookies of a session that is mounted before are held to the rules: %s', async (_, write) => {
    for (const order of [
      [onHeadersAndSet, ours],
      [ours, onHeadersAndSet],
    ]) {
      const lines = await overHttp2(
        chain(...order, (req, res) => {
          cookiesOf(req).set('lang', 'en')
          write(res)
        }),
      )
      expect([...lines].sort()).toEqual([LANG, SESSION])
    }
  })

  it('a cookie that is set as the head is written reaches the visitor', async () => {
    const late: Middleware = (req, res, next) => {
      onHeaders(res, () => cookiesOf(req).set('lang', 'en'))
      next()
    }
    expect(await overHttp2(chain(late, ours, (_, res) => res.end('x')))).toEqual([LANG])
  })

  it.each([
    [
      'respond of the stream',
      (res: ServerResponse) => {
        streamOf(res).respond({ ':status': 200, 'Set-Cookie': '_ga=1' })
      },
    ],
    [
      'flushHeaders',
      (res: ServerResponse) => {
        res.setHeader('set-cookie', ['_ga=1'])
        res.flushHeaders()
      },
    ],
    ['writeHead', (res: ServerResponse) => void res.writeHead(200, { 'Set-Cookie': ['_ga=1'] })],
  ])('a head by %s is held to the rules', async (_, write) => {
    expect(
      await overHttp2(
        chain(ours, (req, res) => {
          cookiesOf(req).set('lang', 'en')
          write(res)
          res.end('x')
        }),
      ),
    ).toEqual([LANG])
  })

  it('an error page after a refused head has its cookies once', async () => {
    const lines = await overHttp2(
      chain(ours, (req, res) => {
        cookiesOf(req).set('lang', 'en')
        res.setHeader('Set-Cookie', ['sessionid=1', '_ga=1'])
        expect(() => res.writeHead(9999)).toThrow()
        res.writeHead(500).end('x')
      }),
    )
    expect(lines).toEqual([SESSION, LANG])
  })
})

function streamOf(res: ServerResponse): Http2ServerResponse['stream'] {
  return (res as unknown as Http2ServerResponse).stream
}
