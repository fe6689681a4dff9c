// Requests a second that Express answers with a reply that sets a cookie: alone, with the least middleware that sees the lines of
// a reply, and with `consentMiddleware`, whose rules hold them. Servers and clients are processes of their own. The clients write
// the same bytes to open connections, so that the server is what takes the time. Each run measures all three, in another order
// each time, and the ratios are those of one run, because other work comes and goes.
import { alone, median, quantile, rowOf } from './measure.mjs'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'

const CONNECTIONS = 8
const WARM_UP = 10_000 // requests, until the code of a server is compiled
const KINDS = /** @type {const} */ (['alone', 'least', 'assent'])
const file = fileURLToPath(import.meta.url)

/** Serves one app, and answers a message with the processor's time that it has taken. @param {string} kind */
async function serve(kind) {
  const { default: express } = await import('express')
  const { defineConsent } = await import('assent/core')
  const { consentMiddleware } = await import('assent/node')
  const text = { name: 'Name', description: 'Text' }
  const consent = defineConsent({
    version: 1,
    categories: {
      essential: { ...text, required: true, cookies: ['sessionid'] },
      functional: { ...text, cookies: ['theme', 'pref_*'] },
      analytics: { ...text, cookies: ['_ga*', 'visitor_*'] },
    },
    endpoint: '/consent',
  })
  const app = express()
  if (kind === 'assent') app.use(consentMiddleware({ consent }))
  if (kind === 'least')
    app.use((_, response, next) => {
      const { writeHead } = response
      response.writeHead = /** @type {typeof writeHead} */ (
        (/** @type {Parameters<typeof writeHead>} */ ...given) => {
          const lines = response.getHeader('set-cookie')
          if (lines) response.setHeader('Set-Cookie', lines)
          return writeHead.apply(response, given)
        }
      )
      next()
    })
  app.get('/', (_, response) => {
    response.cookie('theme', 'dark', { maxAge: 86_400_000 })
    response.send('<!doctype html><title>Shop</title><p>Hello')
  })
  const server = createServer(app).listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
  })
  server.keepAliveTimeout = 0 // its connections wait while others are measured
  process.on('message', () => process.send?.(process.cpuUsage()))
  process.on('disconnect', () => process.exit())
}

/** Asks servers over and over, and answers a message with the requests a second. */
function visit() {
  const record = { categories: ['essential', 'functional'], timestamp: new Date().toISOString(), version: 1 }
  const cookie = `sessionid=0123456789abcdef; theme=dark; _ga=1; cookie_consent=${encodeURIComponent(JSON.stringify(record))}`
  const request = `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`
  /** @type {Map<number, import('node:net').Socket[]>} */
  const connections = new Map()
  process.on('message', async (/** @type {{ port: number, requests: number }} */ { port, requests }) => {
    const sockets = connections.get(port) ?? Array.from({ length: CONNECTIONS }, () => connect(port, '127.0.0.1'))
    connections.set(port, sockets)
    const begin = performance.now()
    let left = requests
    await Promise.all(
      sockets.map(async (socket) => {
        while (left-- > 0) {
          socket.write(request)
          let reply = ''
          while (!reply.endsWith('Hello')) reply += (await once(socket, 'data'))[0]
          if (!reply.includes('Set-Cookie: theme=dark')) throw new Error('A reply set no cookie.')
        }
      }),
    )
    process.send?.({ rate: (requests / (performance.now() - begin)) * 1000 })
  })
  process.on('disconnect', () => process.exit())
}

/** @param {{ runs?: number, requests?: number }} [options] */
export async function run({ runs = 31, requests = 400 } = {}) {
  const options = { env: { ...process.env, NODE_ENV: 'production' } }
  const servers = KINDS.map((kind) => fork(file, ['serve', kind], options))
  const ports = await Promise.all(servers.map(async (server) => (await once(server, 'message'))[0].port))
  const clients = fork(file, ['visit'], options)
  /** @type {(child: import('node:child_process').ChildProcess, message: object) => Promise<any>} */
  const ask = async (child, message) => {
    const answer = once(child, 'message')
    child.send(message)
    return (await answer)[0]
  }
  const found = KINDS.map(() => ({ rates: /** @type {number[]} */ ([]), costs: /** @type {number[]} */ ([]) }))
  try {
    for (const port of ports) await ask(clients, { port, requests: WARM_UP })
    for (let run = 0; run < runs; run++)
      for (const [at, server] of run % 2 ? [...servers.entries()] : [...servers.entries()].reverse()) {
        const before = await ask(server, {})
        const { rate } = await ask(clients, { port: ports[at], requests })
        const after = await ask(server, {})
        found[at]?.rates.push(rate)
        found[at]?.costs.push((after.user + after.system - before.user - before.system) / requests)
      }
  } finally {
    for (const child of [...servers, clients]) child.disconnect()
  }
  const [bare, least, ours] = found
  if (!bare || !least || !ours) throw new Error('Three servers were started.')
  /** @type {(name: string, values: readonly number[], beside: readonly number[], unit: string) => import('./measure.mjs').Row} */
  const compared = (name, values, beside, unit) => {
    const ratios = values.map((value, i) => value / (beside[i] ?? NaN))
    const [low, high] = [0.25, 0.75].map((q) => quantile(ratios, q).toFixed(2))
    return rowOf(name, values, unit, { ratio: median(ratios), to: `Express alone (${low} to ${high})` })
  }
  const rate = 'requests a second'
  const cost = 'µs a request'
  return [
    rowOf('Express alone', bare.rates, rate),
    compared('Express with the least middleware', least.rates, bare.rates, rate),
    compared('Express with consentMiddleware', ours.rates, bare.rates, rate),
    rowOf('Express alone, processor', bare.costs, cost),
    compared('Express with the least middleware, processor', least.costs, bare.costs, cost),
    compared('Express with consentMiddleware, processor', ours.costs, bare.costs, cost),
  ]
}

const [, main, role, ...given] = process.argv
if (main === file && role === 'serve') await serve(given[0] ?? '')
else if (main === file && role === 'visit') visit()
else await alone(import.meta, run)
