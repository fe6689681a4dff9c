// Server rendering: what a banner adds to a page, over that page alone, and whether the server's HTML has its buttons. Some
// packages cannot even be imported without a browser. The floor is a banner of the same HTML, without components.
import { alone, interleave, microseconds, rowOf } from './measure.mjs'
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import { banners, page } from './apps.mjs'
import { bench, bundle } from './bundle.mjs'

const folder = `${bench}.cache`

/**
 * Gives a function that renders an app's page to HTML, or nothing for packages that cannot do without a browser.
 *
 * @param {string} code
 * @param {number} i
 * @returns {Promise<(() => string) | undefined>}
 */
export async function rendererOf(code, i) {
  const { js } = await bundle(
    `${code}
    ${page}
    import { renderToString } from 'react-dom/server'
    export const render = () => renderToString(<App><Page /></App>)`,
    { platform: 'node' },
  )
  fs.mkdirSync(folder, { recursive: true })
  const file = `${folder}/ssr-${i}.mjs`
  fs.writeFileSync(file, js)
  try {
    const { render } = await import(pathToFileURL(file).href)
    render()
    return render
  } catch (error) {
    if (error instanceof Error && /is not defined/.test(error.message)) return
    throw error
  }
}

/** An app that renders this HTML, element by element. @param {string} html */
async function sameHtml(html) {
  const { Window } = await import('happy-dom')
  const document = new Window().document
  document.body.innerHTML = html
  const textOf = (/** @type {any} */ node) => {
    if (node.nodeType === 3) return JSON.stringify(node.textContent)
    const { localName, attributes, childNodes } = node
    const props = [...attributes]
      .map(({ name, value }) => `${JSON.stringify(name)}: ${JSON.stringify(value)}, `)
      .join('')
    /** @type {string} */
    const children =
      localName === 'script'
        ? `dangerouslySetInnerHTML: { __html: ${JSON.stringify(node.textContent)} }`
        : `children: [${[...childNodes].map(textOf).join(', ')}]`
    return `jsx(${JSON.stringify(localName)}, { ${props}${children} })`
  }
  return `
    import { jsx } from 'react/jsx-runtime'
    export const App = ({ children }) => [${[...document.body.childNodes].map(textOf).join(', ')}, children]`
}

/** @param {{ runs?: number }} [options] */
export async function run({ runs = 25 } = {}) {
  /** @type {Record<string, () => string>} */
  const renderers = {}
  const failed = []
  for (const [i, [name, { code }]] of Object.entries(banners).entries()) {
    const render = await rendererOf(code, i)
    if (render) renderers[name] = render
    else failed.push(name)
  }
  const { 'the page alone': pageAlone, assent } = renderers
  if (!pageAlone || !assent) throw new Error('The page and assent must render on a server.')
  const own = assent().replace(pageAlone(), '')
  const floor = await rendererOf(await sameHtml(own), 99)
  if (floor) renderers['the HTML of assent, without components'] = floor
  for (const render of Object.values(renderers)) microseconds(render, 1_000_000) // until it is compiled for speed
  const times = await interleave(
    Object.fromEntries(Object.entries(renderers).map(([name, render]) => [name, () => microseconds(render)])),
    runs,
  )
  const base = times['the page alone'] ?? []
  const rows = Object.keys(renderers)
    .filter((name) => name !== 'the page alone')
    .map((name) => {
      const over = times[name]?.map((value, i) => value / (base[i] ?? NaN) - 1) ?? []
      const isShown = renderers[name]?.().includes('<button')
      return rowOf(isShown ? name : `${name}: no banner in the HTML`, over, '× the page, over it')
    })
  if (failed.length) console.error(`Not without a browser: ${failed.join(', ')}`)
  return rows
}

await alone(import.meta, run)
