/* global document -- for what runs in the page */
// What the banner's styles cost the app around it: a page of 1,500 sections, and a table of 2,000 rows with a field, are
// changed 240 times, while the banner asks and once the visitor has decided. The time that Chromium spends on style, over
// that of the same page without a banner. Needs a build: node bench/style.mjs
import { alone, rowOf } from './measure.mjs'
import { bundle, documentOf } from './bundle.mjs'
import { chromium } from 'playwright'
import { banners } from './apps.mjs'
import { chromium as options } from '../scripts/browsers.mjs'

/** @param {boolean} isAsking Whether the page has the banner. */
async function pageWith(isAsking) {
  const code = `
    import { createRoot } from 'react-dom/client'
    ${isAsking ? banners.assent?.code : banners['the page alone']?.code}
    const texts = Array.from({ length: 1500 }, (_, i) => <section key={i}><h2>Article {i}</h2><p>Plain text {i}</p></section>)
    const rows = Array.from({ length: 2000 }, (_, i) => <tr key={i}><td>{i}</td><td>Name</td><td>Price</td></tr>)
    const page = <main><div id="texts">{texts}</div><input /><table><tbody id="rows">{rows}</tbody></table></main>
    createRoot(document.getElementById('root')).render(<App>{page}</App>)`
  return documentOf(await bundle(code))
}

/** Runs in the page. Each change is followed by a look at the layout, so that none is done at once for several. */
function change() {
  const texts = /** @type {HTMLElement} */ (document.getElementById('texts'))
  const rows = /** @type {HTMLElement} */ (document.getElementById('rows'))
  const input = /** @type {HTMLInputElement} */ (document.querySelector('input'))
  for (let i = 0; i < 60; i++) {
    const section = document.createElement('section')
    section.append(Object.assign(document.createElement('p'), { textContent: 'new' }))
    texts.append(section)
    void section.offsetHeight
    rows.children[i * 7]?.classList.toggle('selected')
    void rows.offsetHeight
    input.value += 'x'
    input.setAttribute('aria-invalid', String(i % 2 > 0))
    void input.offsetHeight
    section.remove()
    void texts.offsetHeight
  }
}

/** @type {(browser: import('playwright').Browser, html: string, isAsking: boolean) => Promise<{ asking: number, decided: number }>} */
async function visit(browser, html, isAsking) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await page.route('http://bench.localhost/', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await page.goto('http://bench.localhost/')
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'RecalcStyleDuration')?.value ?? 0) * 1000
    }
    const cost = async () => {
      await page.evaluate(change) // warm
      const before = await spent()
      await page.evaluate(change)
      return (await spent()) - before
    }
    const accept = page.locator('[data-assent=accept]').first()
    if (isAsking) await accept.waitFor()
    const asking = await cost()
    if (isAsking) {
      await accept.click()
      await page.locator('[data-assent=banner]').waitFor({ state: 'detached' })
    }
    return { asking, decided: await cost() }
  } finally {
    await page.context().close()
  }
}

/**
 * Measures in pairs, with and without the banner, and gives the ratios of each pair.
 *
 * @param {{ runs?: number }} [given]
 */
export async function run({ runs = 9 } = {}) {
  const [plain, asked] = [await pageWith(false), await pageWith(true)]
  const browser = await chromium.launch(options())
  /** @type {{ asking: number[], decided: number[] }} */
  const ratios = { asking: [], decided: [] }
  try {
    for (let i = 0; i < runs; i++) {
      const floor = await visit(browser, plain, false)
      const ours = await visit(browser, asked, true)
      for (const when of /** @type {const} */ (['asking', 'decided'])) ratios[when].push(ours[when] / floor[when])
    }
  } finally {
    await browser.close()
  }
  return Object.entries(ratios).map(([when, values]) => rowOf(`assent, ${when}`, values, '× the page alone'))
}

await alone(import.meta, run)
