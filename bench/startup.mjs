// A page with each banner in Chromium: the work of its main thread until it is at rest, rendered in the browser and hydrated,
// and the time from a click on "accept" to the next paint, with the processor slowed four times. Over the handmade banner.
/* global window, document, MessageChannel, requestAnimationFrame */
import { alone, median, rowOf } from './measure.mjs'
import { chromium } from 'playwright'
import { chromium as options } from '../scripts/browsers.mjs'
import { banners, page, provider } from './apps.mjs'
import { bundle, documentOf, serve } from './bundle.mjs'
import { rendererOf } from './ssr.mjs'

/** @type {Record<string, import('./apps.mjs').App>} */
const apps = {
  ...Object.fromEntries(Object.entries(banners).filter(([, { accept }]) => accept)),
  'the provider of assent alone': { code: provider },
}

/** Runs in the page before its scripts. */
function watchClick() {
  const { port1, port2 } = new MessageChannel()
  let time = 0
  port1.onmessage = () => Object.assign(window, { clickToPaint: performance.now() - time })
  document.addEventListener(
    'click',
    (event) => {
      time = event.timeStamp
      requestAnimationFrame(() => port2.postMessage(0)) // comes after the frame
    },
    true,
  )
}

/** The processor's milliseconds of the main thread, until the page is at rest. @type {(browser: import('playwright').Browser, url: string) => Promise<number>} */
async function workOf(browser, url) {
  const context = await browser.newContext()
  try {
    const tab = await context.newPage()
    const session = await context.newCDPSession(tab)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await tab.goto(url)
    await tab.evaluate(() => new Promise((done) => setTimeout(() => window.requestIdleCallback(done), 250)))
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
  } finally {
    await context.close()
  }
}

/** @type {(browser: import('playwright').Browser, url: string, app: import('./apps.mjs').App) => Promise<number>} */
async function clickOf(browser, url, { banner = '', accept = '' }) {
  const context = await browser.newContext()
  try {
    const tab = await context.newPage()
    await tab.addInitScript(watchClick)
    await tab.goto(url)
    const button = tab.locator(accept).first()
    await button.hover()
    const session = await context.newCDPSession(tab)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await tab.evaluate(() => new Promise((done) => setTimeout(() => window.requestIdleCallback(done), 100)))
    await tab.mouse.down()
    await tab.mouse.up()
    await tab.waitForFunction(() => 'clickToPaint' in window)
    await tab.locator(banner).first().waitFor({ state: 'hidden' })
    return await tab.evaluate(() => Number(Reflect.get(window, 'clickToPaint')))
  } finally {
    await context.close()
  }
}

/** @param {{ runs?: number }} [given] */
export async function run({ runs = 15 } = {}) {
  /** @type {Record<string, string>} */
  const pages = {}
  for (const [i, [name, app]] of Object.entries(apps).entries()) {
    const code = `${app.code}
      ${page}
      import { createRoot, hydrateRoot } from 'react-dom/client'
      const root = document.getElementById('root')
      const app = <App><Page /></App>
      if (root.firstChild) hydrateRoot(root, app)
      else createRoot(root).render(app)`
    const js = await bundle(code)
    pages[`/rendered/${encodeURIComponent(name)}`] = documentOf(js)
    const html = (await rendererOf(app.code, 200 + i))?.()
    if (html) pages[`/hydrated/${encodeURIComponent(name)}`] = documentOf(js, html)
  }
  const { url, close } = await serve(pages)
  const browser = await chromium.launch(options())
  /** @type {Record<'rendered' | 'hydrated' | 'click', Record<string, number[]>>} */
  const found = { rendered: {}, hydrated: {}, click: {} }
  const keep = (/** @type {keyof typeof found} */ kind, /** @type {string} */ name, /** @type {number} */ value) => {
    ;(found[kind][name] ??= []).push(value)
  }
  try {
    for (let i = -1; i < runs; i++)
      for (const [name, app] of Object.entries(apps)) {
        const path = (/** @type {string} */ way) => `/${way}/${encodeURIComponent(name)}`
        for (const way of /** @type {const} */ (['rendered', 'hydrated'])) {
          if (!(path(way) in pages)) continue
          const spent = await workOf(browser, url + path(way))
          if (i >= 0) keep(way, name, spent)
        }
        if (!app.accept) continue
        const waited = await clickOf(browser, url + path('rendered'), app)
        if (i >= 0) keep('click', name, waited)
      }
  } finally {
    await browser.close()
    close()
  }
  const titles = {
    rendered: 'main thread, rendered in the browser',
    hydrated: 'main thread, hydrated',
    click: 'accept to paint, processor slowed 4 times',
  }
  return Object.entries(titles).flatMap(([kind, title]) => {
    const times = found[/** @type {keyof typeof found} */ (kind)]
    const floor = times.handmade ?? []
    return Object.entries(times).map(([name, values]) =>
      rowOf(`${title}: ${name}`, values, 'ms', {
        ratio: median(values) / median(floor),
        to: 'handmade',
      }),
    )
  })
}

await alone(import.meta, run)
