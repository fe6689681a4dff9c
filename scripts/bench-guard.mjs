// What the guard costs a page whose writes it lets through: medians with it, as multiples of those without, in one run of Chromium.
/* global document, localStorage, Request, AbortSignal, window */
import { createServer } from 'node:http'
import { once } from 'node:events'
import { chromium } from 'playwright'
import * as esbuild from 'esbuild'
import { chromium as options } from './browsers.mjs'

const { outputFiles } = await esbuild.build({
  stdin: {
    contents: `
      import { defineConsent } from './src/core.ts'
      import { startGuard } from './src/guard.ts'
      const names = Array.from({ length: 200 }, (_, i) => i)
      const consent = defineConsent({ version: 1, categories: { analytics: { name: 'A', description: '',
        cookies: names.map((i) => 'c' + i + '_*'), storage: names.map((i) => 's' + i + '_*'),
        urls: names.map((i) => '*.host' + i + '.test/path' + i) } } })
      Object.assign(window, { start: () => startGuard(consent) })`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"' },
})
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html')
  response.end(request.url === '/' ? `<!doctype html><script>${outputFiles[0]?.text ?? ''}</script>` : '')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const browser = await chromium.launch(options())
const page = await browser.newPage()
await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
const figures = await page.evaluate(() => {
  const div = document.createElement('div')
  /** @type {Record<string, [rounds: number, task: (i: number) => unknown]>} */
  const tasks = {
    'document.cookie': [100, (i) => (document.cookie = `own=${i}`)],
    'localStorage.setItem': [2000, (i) => localStorage.setItem(`own${i % 10}`, String(i))],
    fetch: [100, () => fetch('data:,x')],
    'new Request and fetch': [100, () => fetch(new Request('/x', { signal: AbortSignal.abort() })).catch(() => 0)],
    'script with src': [2000, (i) => (document.createElement('script').src = `/own/${i}.js`)],
    'setAttribute of a class': [20_000, (i) => div.setAttribute('class', i % 2 ? 'a' : 'b')],
  }
  /** @type {(task: (i: number) => unknown, rounds: number) => number} */
  const time = (task, rounds) => {
    const begin = performance.now()
    for (let i = 0; i < rounds; i++) task(i)
    return (performance.now() - begin) / rounds
  }
  /** @type {(numbers: number[]) => number} */
  const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0
  return Object.entries(tasks).map(([name, [rounds, task]]) => {
    /** @type {number[]} */
    const without = []
    /** @type {number[]} */
    const guarded = []
    for (let run = 0; run < 31; run++) {
      without.push(time(task, rounds))
      const guard = Reflect.get(window, 'start')()
      guarded.push(time(task, rounds))
      guard.stop()
    }
    return [name, median(without) * 1000, median(guarded) * 1000]
  })
})
for (const [name, without, guarded] of figures)
  console.log(
    `${String(name).padEnd(26)} ${Number(without).toFixed(2)} µs, guarded ${Number(guarded).toFixed(2)} µs: ${(Number(guarded) / Number(without)).toFixed(2)} times`,
  )
await browser.close()
server.close()
