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
  window.readsPerSecond = (name) => {
    const read = cases[name]
    let reads = 0
    const begin = performance.now()
    while (performance.now() - begin < 50) for (let i = 0; i < 50; i++, reads++) read()
    return (reads / (performance.now() - begin)) * 1000
  }`

/** @param {{ runs?: number }} [given] */
export async function run({ runs = 25 } = {}) {
  const { url, close } = await serve({ '/': documentOf(await bundle(page)) })
  const browser = await chromium.launch(options())
  /** @type {Record<'getter' | 'jar' | 'store', number[]>} */
  const reads = { getter: [], jar: [], store: [] }
  /** @type {Record<'jar' | 'store', number[]>} */
  const ratios = { jar: [], store: [] }
  try {
    const tab = await browser.newPage()
    await tab.goto(`${url}/`)
    await tab.waitForFunction(() => 'readsPerSecond' in window)
    /** @type {(name: 'getter' | 'jar' | 'store') => Promise<number>} */
    const measure = (name) => tab.evaluate((one) => Reflect.get(window, 'readsPerSecond')(one), name)
    for (let run = -2; run < runs; run++) {
      const [before, jar, store, after] = [
        await measure('getter'),
        await measure('jar'),
        await measure('store'),
        await measure('getter'),
      ]
      if (run < 0) continue // warms up
      const getter = (before + after) / 2
      reads.getter.push(getter)
      reads.jar.push(jar)
      reads.store.push(store)
      ratios.jar.push(jar / getter)
      ratios.store.push(store / getter)
    }
  } finally {
    await browser.close()
    close()
  }
  const to = 'the getter'
  return [
    rowOf('document.cookie alone', reads.getter, 'reads a second'),
    rowOf('jar.get', reads.jar, 'reads a second', { ratio: median(ratios.jar), to }),
    rowOf('store.cookies.get, in one task', reads.store, 'reads a second', { ratio: median(ratios.store), to }),
  ]
}

await alone(import.meta, run)
