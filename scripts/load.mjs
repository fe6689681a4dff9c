// Good and hostile traffic against the endpoint, on loopback: no 5xx, no growth of memory, and a visitor who waits no longer
// than three times what the same server takes without hostile traffic. `npm run load [seconds of hostile traffic]`.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const ROUNDS = 6
const SECONDS = Number(process.argv[2] ?? 60)
const HOSTILE_PER_SECOND = 60
const VISITORS = 4
const MAX_RATIO = 3
/** How much the heap may grow after the first round, in bytes: what compilers and caches of Node take. */
const MAX_GROWTH = 4_000_000

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = `${root}node_modules/.cache/assent-load/server.mjs`
await mkdir(`${root}node_modules/.cache/assent-load`, { recursive: true })
await esbuild.build({
  entryPoints: [`${root}scripts/load/server.mjs`],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: {
    '#crypto': `${root}src/server/signing/crypto/node.ts`,
    'assent/core': `${root}src/core.ts`,
    'assent/server': `${root}src/server.ts`,
    'assent/node': `${root}src/node.ts`,
  },
})

let isFailed = false
for (const kind of ['http', 'express']) {
  const server = fork(bundle, [kind], { execArgv: ['--expose-gc'], env: { ...process.env, NODE_ENV: 'production' } })
  const [{ port }] = await once(server, 'message')
  const attacker = fork(`${root}scripts/load/attacker.mjs`, [port, HOSTILE_PER_SECOND])
  await visit(port, 2) // warms up

  const calm = []
  const hostile = []
  const heaps = []
  for (let round = 0; round < ROUNDS; round++) {
    calm.push(...(await visit(port, SECONDS / ROUNDS / 2)))
    await ask(attacker, true)
    hostile.push(...(await visit(port, SECONDS / ROUNDS)))
    await ask(attacker, false)
    await visit(port, 1) // what was aborted is gone
    heaps.push((await ask(server, 'heap')).heap)
  }
  const { sent, statuses } = await ask(attacker, false)
  server.disconnect()
  attacker.disconnect()

  const errors = [...calm, ...hostile].filter(({ status }) => status !== 200).length
  const failures = Object.keys(statuses).filter((status) => status.startsWith('5'))
  const before = quantile(calm, 0.99)
  const during = quantile(hostile, 0.99)
  const growth = Math.max(...heaps.slice(-2)) - (heaps[0] ?? 0)
  const isBad = errors > 0 || failures.length > 0 || during > MAX_RATIO * before || growth > MAX_GROWTH
  isFailed ||= isBad
  console.log(`${kind}: ${isBad ? 'FAILED' : 'ok'}`)
  console.log(
    `  visitors: ${calm.length} requests without, ${hostile.length} with hostile traffic, ${errors} not answered with 200`,
  )
  console.log(
    `  p50 ${ms(quantile(calm, 0.5))} and ${ms(quantile(hostile, 0.5))}, p99 ${ms(before)} and ${ms(during)}: ${(during / before).toFixed(2)} times`,
  )
  console.log(`  hostile: ${sent} requests, answered ${JSON.stringify(statuses)}`)
  console.log(`  heap after gc, MB: ${heaps.map((bytes) => (bytes / 1e6).toFixed(1)).join(', ')}`)
}
process.exitCode = isFailed ? 1 : 0

/** @type {(child: import('node:child_process').ChildProcess, message: string | boolean) => Promise<{ sent: number, statuses: Record<string, number>, heap: number }>} */
async function ask(child, message) {
  child.send(message)
  const [answer] = await once(child, 'message')
  return answer
}

/** @typedef {{ time: number, status: number | undefined }} Taken */

/**
 * Visitors who read pages and decide, for some seconds. Gives the time and the status of each request.
 *
 * @type {(port: number, seconds: number) => Promise<Taken[]>}
 */
async function visit(port, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: VISITORS })
  const end = performance.now() + seconds * 1000
  /** @type {Taken[]} */
  const taken = []
  const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const visitor = async () => {
    let cookie = '_ga=1'
    while (performance.now() < end)
      for (const [method, path, body] of [
        ['GET', '/'],
        ['POST', '/consent', '{"choice":"accept"}'],
        ['GET', '/consent'],
        ['POST', '/consent', '{"choice":"save","categories":["marketing"],"services":["s1"]}'],
      ]) {
        const start = performance.now()
        const { status, set } = await fetchOnce({ agent, port, method, path, headers: { ...own, cookie } }, body)
        taken.push({ time: performance.now() - start, status })
        const record = set.find((line) => line.startsWith('cookie_consent='))
        if (record) cookie = `_ga=1; ${record.split(';')[0]}`
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
  }
  await Promise.all(Array.from({ length: VISITORS }, visitor))
  agent.destroy()
  return taken
}

/** @type {(options: import('node:http').RequestOptions, body?: string) => Promise<{ status: number | undefined, set: string[] }>} */
function fetchOnce(options, body) {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', ...options }, (res) => {
      res.resume().once('end', () => resolve({ status: res.statusCode, set: res.headers['set-cookie'] ?? [] }))
    })
      .on('error', reject)
      .end(body)
  })
}

/** @type {(taken: Taken[], q: number) => number} */
function quantile(taken, q) {
  const times = taken.map(({ time }) => time).sort((a, b) => a - b)
  return times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? NaN
}

/** @type {(time: number) => string} */
function ms(time) {
  return `${time.toFixed(1)} ms`
}
