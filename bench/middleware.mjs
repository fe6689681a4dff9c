// Requests a second that Express answers with a reply that sets a cookie: alone, and with `consentMiddleware`, whose rules hold
// every Set-Cookie. Server and clients are processes of their own; keep-alive connections, measured in turn.
import { alone, interleave, median, rowOf } from './measure.mjs'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, get } from 'node:http'
import { fileURLToPath } from 'node:url'

const CONNECTIONS = 16
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
  app.get('/', (_, response) => {
    response.cookie('theme', 'dark', { maxAge: 86_400_000 })
    response.send('<!doctype html><title>Shop</title><p>Hello')
  })
  const server = createServer(app).listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
  })
  process.on('message', () => process.send?.(process.cpuUsage()))
  process.on('disconnect', () => process.exit())
}

/** Asks a server over and over, and answers a message with the requests a second. @param {number[]} ports */
function visit(ports) {
  const record = { categories: ['essential', 'functional'], timestamp: new Date().toISOString(), version: 1 }
  const cookie = `sessionid=0123456789abcdef; theme=dark; _ga=1; cookie_consent=${encodeURIComponent(JSON.stringify(record))}`
  const agents = new Map(ports.map((port) => [port, new Agent({ keepAlive: true, maxSockets: CONNECTIONS })]))
  process.on('message', async ({ port, milliseconds }) => {
    const begin = performance.now()
    let answers = 0
    let cookies = 0
    const next = async () => {
      while (performance.now() - begin < milliseconds) {
        const [response] = await once(
          get({ host: '127.0.0.1', port, agent: agents.get(port), headers: { cookie } }),
          'response',
        )
        if (response.headers['set-cookie']) cookies++
        response.resume()
        await once(response, 'end')
        answers++
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, next))
    const seconds = (performance.now() - begin) / 1000
    process.send?.({ answers, rate: answers / seconds, isComplete: cookies === answers })
  })
  process.on('disconnect', () => process.exit())
}

/** @param {{ runs?: number, milliseconds?: number }} [options] */
export async function run({ runs = 9, milliseconds = 400 } = {}) {
  const options = { env: { ...process.env, NODE_ENV: 'production' } }
  const servers = ['alone', 'assent'].map((kind) => fork(file, ['serve', kind], options))
  const ports = await Promise.all(servers.map(async (server) => (await once(server, 'message'))[0].port))
  const clients = fork(file, ['visit', ...ports.map(String)], options)
  /** @type {(child: import('node:child_process').ChildProcess, message: object) => Promise<any>} */
  const ask = async (child, message) => {
    const answer = once(child, 'message')
    child.send(message)
    return (await answer)[0]
  }
  /** @type {number[][]} */
  const costs = servers.map(() => [])
  const measure = servers.map((server, at) => async () => {
    const before = await ask(server, {})
    const { answers, rate, isComplete } = await ask(clients, { port: ports[at], milliseconds })
    if (!isComplete) throw new Error('A reply set no cookie.')
    const after = await ask(server, {})
    costs[at]?.push((after.user + after.system - before.user - before.system) / answers)
    return rate
  })
  try {
    const [bare, ours] = measure
    if (!bare || !ours) throw new Error('Two servers were started.')
    await bare() // the first runs are cold
    await ours()
    const rates = await interleave({ bare, ours }, runs)
    const [bareCost = [], ourCost = []] = costs.map((list) => list.slice(2))
    const to = 'Express alone'
    return [
      rowOf('Express alone', rates.bare, 'requests a second'),
      rowOf('Express with consentMiddleware', rates.ours, 'requests a second', {
        ratio: median(rates.ours) / median(rates.bare),
        to,
      }),
      rowOf('Express alone, processor', bareCost, 'µs a request'),
      rowOf('Express with consentMiddleware, processor', ourCost, 'µs a request', {
        ratio: median(ourCost) / median(bareCost),
        to,
      }),
    ]
  } finally {
    for (const child of [...servers, clients]) child.disconnect()
  }
}

const [, main, role, ...given] = process.argv
if (main === file && role === 'serve') await serve(given[0] ?? '')
else if (main === file && role === 'visit') visit(given.map(Number))
else await alone(import.meta, run)
