// Whether memory grows: writes of cookies, server renders and mounts, each beside a control that does the same without assent.
// The heap is taken after garbage collections, before and after the second half of the work: the first fills caches.
/* global window, setImmediate */
import { alone, rowOf } from './measure.mjs'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { chromium as options } from '../scripts/browsers.mjs'
import { banners } from './apps.mjs'
import { bundle, documentOf, serve } from './bundle.mjs'

const file = fileURLToPath(import.meta.url)
const COUNTS = { writes: 10_000, renders: 20_000 }
const MOUNTS = 400

/** The work by name: of ours, and of its control. @type {Record<string, () => Promise<(i: number) => unknown>>} */
const work = {
  async 'writes assent'() {
    const { createConsentStore, createMemoryJar, defineConsent } = await import('assent/core')
    const { cookies } = createConsentStore(declare(defineConsent), { jar: createMemoryJar() })
    return (i) => cookies.set('theme', `value ${i}`)
  },
  async 'writes control'() {
    const held = new Map()
    return (i) => held.set('theme', `value ${i}`)
  },
  async 'renders assent'() {
    const { createElement } = await import('react')
    const { renderToString } = await import('react-dom/server')
    const { ConsentBanner, ConsentProvider, defineConsent, snapshotOf } = await import('assent')
    const consent = declare(defineConsent)
    return (i) =>
      renderToString(
        createElement(
          ConsentProvider,
          { consent, snapshot: snapshotOf(`theme=${i}`, consent) },
          createElement(ConsentBanner),
          page(createElement, i),
        ),
      )
  },
  async 'renders control'() {
    const { createElement } = await import('react')
    const { renderToString } = await import('react-dom/server')
    return (i) => renderToString(page(createElement, i))
  },
}

/** @type {(defineConsent: typeof import('assent').defineConsent) => ReturnType<typeof import('assent').defineConsent>} */
const declare = (defineConsent) =>
  defineConsent({
    version: 1,
    categories: {
      essential: { name: 'Essential', description: 'Needed.', required: true, cookies: ['theme'] },
      analytics: { name: 'Analytics', description: 'Counts.', cookies: ['_ga*'], storage: ['_hj*'] },
    },
  })

/** @type {(createElement: typeof import('react').createElement, i: number) => import('react').ReactElement} */
const page = (createElement, i) => createElement('main', null, createElement('h1', null, `Page ${i}`))

/** Mounts an app of its own in Chromium, and takes it away again, by half of the count; then by the other half. */
async function growMounts(/** @type {string} */ app, /** @type {number} */ count) {
  const code = `${app}
    import { createRoot } from 'react-dom/client'
    import { flushSync } from 'react-dom'
    window.mountTimes = async (count) => {
      for (let i = 0; i < count; i++) {
        const host = document.body.appendChild(document.createElement('div'))
        const root = createRoot(host)
        flushSync(() => root.render(<App><main><h1>Page {i}</h1></main></App>))
        await new Promise(requestAnimationFrame) // effects, observers and timers
        flushSync(() => root.unmount())
        host.remove()
      }
    }`
  const { url, close } = await serve({ '/': documentOf(await bundle(code)) })
  const browser = await chromium.launch(options())
  try {
    const tab = await browser.newPage()
    await tab.goto(url)
    await tab.waitForFunction(() => 'mountTimes' in window)
    const session = await tab.context().newCDPSession(tab)
    const heapAfter = async () => {
      await tab.evaluate((half) => Reflect.get(window, 'mountTimes')(half), count / 2)
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    }
    const before = await heapAfter()
    return (await heapAfter()) - before
  } finally {
    await browser.close()
    close()
  }
}

/** Does one kind of work in this process, and says by how many bytes the heap has grown. @param {string} name @param {number} count */
async function grow(name, count) {
  const task = await work[name]?.()
  if (!task || !globalThis.gc) throw new Error('Call it with a kind of work and --expose-gc.')
  const heapAfter = async (/** @type {number} */ from, /** @type {number} */ to) => {
    for (let i = from; i < to; i++) {
      task(i)
      if (i % 50 === 0) await new Promise((done) => setImmediate(done)) // effects and channels of React
    }
    for (let i = 0; i < 4; i++) {
      await new Promise((done) => setTimeout(done, 20))
      globalThis.gc?.()
    }
    return process.memoryUsage().heapUsed
  }
  const before = await heapAfter(0, count / 2)
  process.send?.((await heapAfter(count / 2, count)) - before)
  process.disconnect?.()
}

/** @param {{ runs?: number }} [options] */
export async function run({ runs = 3 } = {}) {
  const rows = []
  for (const [kind, count] of Object.entries(COUNTS)) {
    /** @type {Record<'assent' | 'control', number[]>} */
    const bytes = { assent: [], control: [] }
    for (let run = 0; run < runs; run++)
      for (const who of /** @type {const} */ (['assent', 'control'])) {
        const child = fork(file, ['grow', `${kind} ${who}`, String(count)], { execArgv: ['--expose-gc'] })
        const [grown] = await once(child, 'message')
        bytes[who].push(grown / (count / 2))
        await once(child, 'exit')
      }
    const each = `bytes for each of ${count.toLocaleString('en-US')} ${kind}`
    rows.push(rowOf(`${kind}, assent`, bytes.assent, each), rowOf(`${kind}, control`, bytes.control, each))
  }
  /** @type {Record<'assent' | 'control', number[]>} */
  const bytes = { assent: [], control: [] }
  const apps = { assent: banners.assent, control: banners['the page alone'] }
  for (let run = 0; run < runs; run++)
    for (const who of /** @type {const} */ (['assent', 'control']))
      bytes[who].push((await growMounts(apps[who]?.code ?? '', MOUNTS)) / (MOUNTS / 2))
  const each = `bytes for each of ${MOUNTS} mounts`
  rows.push(
    rowOf('mounts in Chromium, assent', bytes.assent, each),
    rowOf('mounts in Chromium, control', bytes.control, each),
  )
  return rows
}

const [, main, role, name = '', count] = process.argv
if (main === file && role === 'grow') {
  await grow(name, Number(count))
  process.exit()
} else await alone(import.meta, run)
