// Reads of a cookie in Chromium, with 50 cookies in the page, beside a bare `document.cookie`, which no read can do without.
/* global window */
import { alone, median, rowOf } from './measure.mjs'
import { chromium } from 'playwright'
import { chromium as options } from '../scripts/browsers.mjs'
import { bundle, documentOf, serve } from './bundle.mjs'

const page = `
  import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
  const text = { name: 'Essential', description: '' }
  const consent = defineConsent({ version: 1, categories: { essential: { ...text, required: true, cookies: ['c*'] } } })
  const jar = createBrowserJar()
  const { cookies } = createConsentStore(consent, { jar })
  for (let i = 0; i < 50; i++) document.cookie = 'c' + i + '=' + encodeURIComponent('value ' + i) + '; path=/'
  if (jar.get('c37') !== 'value 37' || cookies.get('c37') !== 'value 37') throw new Error('A read gave another value.')
  const cases = { getter: () => document.cookie, jar: () => jar.get('c37'), store: () => cookies.get('c37') }
  const readsPerSecond = (read) => {
    let reads = 0
    const begin = performance.now()
    while (performance.now() - begin < 8) for (let i = 0; i < 50; i++, reads++) read()
    return (reads / (performance.now() - begin)) * 1000
  }
  // In pairs of short stretches, the getter first or last: what else the machine does falls on both.
  window.pairs = (name, count) =>
    Array.from({ length: count }, (_, i) => {
      const first = i % 2 ? 0 : readsPerSecond(cases.getter)
      const reads = readsPerSecond(cases[name])
      return { reads, getter: first || readsPerSecond(cases.getter) }
    })`

/** @typedef {{ reads: number, getter: number }} Pair */

/** @param {{ runs?: number }} [given] */
export async function run({ runs = 25 } = {}) {
  const { url, close } = await serve({ '/': documentOf(await bundle(page)) })
  const browser = await chromium.launch(options())
  /** @type {Record<'jar' | 'store', Pair[]>} */
  const found = { jar: [], store: [] }
  try {
    const tab = await browser.newPage()
    await tab.goto(`${url}/`)
    await tab.waitForFunction(() => 'pairs' in window)
    /** @type {(name: 'jar' | 'store') => Promise<Pair[]>} */
    const measure = (name) => tab.evaluate((one) => Reflect.get(window, 'pairs')(one, 10), name)
    for (let run = -2; run < runs; run++)
      for (const name of /** @type {const} */ (['jar', 'store'])) {
        const pairs = await measure(name)
        if (run >= 0) found[name].push(...pairs) // the first ones warm up
      }
  } finally {
    await browser.close()
    close()
  }
  /** @type {(name: string, pairs: readonly Pair[]) => import('./measure.mjs').Row} */
  const row = (name, pairs) => {
    const reads = pairs.map((pair) => pair.reads)
    const ratio = median(pairs.map((pair) => pair.reads / pair.getter))
    return rowOf(name, reads, 'reads a second', { ratio, to: 'the getter' })
  }
  const getter = found.jar.map((pair) => pair.getter)
  return [
    rowOf('document.cookie alone', getter, 'reads a second'),
    row('jar.get', found.jar),
    row('store.cookies.get, in one task', found.store),
  ]
}

await alone(import.meta, run)
