// Whether memory grows: writes of cookies, server renders and mounts, each beside a control that does the same without assent.
// The heap is taken after garbage collections, before and after the second half of the work: the first fills caches.
/* global document, setImmediate */
import { alone, rowOf } from './measure.mjs'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(import.meta.url)
const COUNTS = { writes: 10_000, renders: 20_000, mounts: 400 }

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
  'mounts assent': () => mounts(true),
  'mounts control': () => mounts(false),
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

/** Mounts an app in a root of its own, and takes it away again. @param {boolean} isOurs */
async function mounts(isOurs) {
  const { Window } = await import('happy-dom')
  const window = new Window({ url: 'https://site.test/' })
  for (const name of ['document', 'location', 'HTMLElement', 'Document', 'Element', 'Node'])
    Object.defineProperty(globalThis, name, { value: Reflect.get(window, name), configurable: true })
  Object.assign(globalThis, { window })
  const { createElement } = await import('react')
  const { createRoot } = await import('react-dom/client')
  const { flushSync } = await import('react-dom')
  const { ConsentBanner, ConsentProvider, defineConsent, useCookie } = await import('assent')
  const consent = declare(defineConsent)
  /** @param {{ i: number }} props */
  const Theme = ({ i }) => createElement('p', null, String(useCookie('theme')[0] ?? i))
  /** @param {number} i */
  return (i) => {
    const host = document.createElement('div')
    document.body.append(host)
    const root = createRoot(host)
    const inner = page(createElement, i)
    const app = isOurs
      ? createElement(ConsentProvider, { consent }, createElement(ConsentBanner), createElement(Theme, { i }), inner)
      : inner
    flushSync(() => root.render(app))
    flushSync(() => root.unmount())
    host.remove()
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
  return rows
}

const [, main, role, name = '', count] = process.argv
if (main === file && role === 'grow') {
  await grow(name, Number(count))
  process.exit()
} else await alone(import.meta, run)
