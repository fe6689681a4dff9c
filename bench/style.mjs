/* global document -- for what runs in the page */
// What the banner's styles cost the app around it: a page of 1,500 sections, and a table of 2,000 rows with a field, are
// changed 240 times, while the banner asks and once the visitor has decided. The time that Chromium spends on style, over
// that of the same page without a banner. Needs a build: node bench/style.mjs
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { chromium } from 'playwright'
import { chromium as options } from '../scripts/browsers.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {boolean} isAsking Whether the page has the banner. */
async function pageWith(isAsking) {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `
        import { createRoot } from 'react-dom/client'
        ${isAsking ? "import { ConsentBanner, ConsentProvider, defineConsent } from 'assent'; import 'assent/styles.css'" : ''}
        const texts = Array.from({ length: 1500 }, (_, i) => <section key={i}><h2>Product {i}</h2><p>Plain text {i}</p></section>)
        const rows = Array.from({ length: 2000 }, (_, i) => <tr key={i}><td>{i}</td><td>Name</td><td>Price</td></tr>)
        const app = <main><div id="texts">{texts}</div><input /><table><tbody id="rows">{rows}</tbody></table></main>
        ${
          isAsking
            ? `const categories = { essential: { name: 'Essential', description: '', required: true }, ads: { name: 'Ads', description: 'Ads.' } }
               const consent = defineConsent({ version: 1, categories })
               createRoot(document.body).render(<ConsentProvider consent={consent}><ConsentBanner />{app}</ConsentProvider>)`
            : 'createRoot(document.body).render(app)'
        }`,
      resolveDir: root,
      loader: 'jsx',
    },
    bundle: true,
    write: false,
    minify: true,
    outdir: 'out',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const text = (/** @type {string} */ end) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? ''
  return `<!doctype html><html lang="en"><title>Page</title><style>${text('.css')}</style><body><script>${text('.js').replaceAll('</script', '<\\/script')}</script></body></html>`
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

const middle = (/** @type {number[]} */ values, at = 0.5) =>
  [...values].sort((a, b) => a - b)[Math.round((values.length - 1) * at)] ?? NaN

/**
 * Measures in pairs, with and without the banner, and gives the medians of their ratios, with the middle half as spread.
 *
 * @type {(options?: { runs?: number }) => Promise<{ name: string, value: number, spread: [number, number] }[]>}
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
  return Object.entries(ratios).map(([when, values]) => ({
    name: `style of a changing page, ${when} (the page alone = 1)`,
    value: middle(values),
    spread: [middle(values, 0.25), middle(values, 0.75)],
  }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run())
