// Server rendering: what the default banner adds to a page, over that page alone. The floor is the banner's own HTML, written by
// hand. Import `run`, or run it alone: NODE_ENV=production node bench/ssr.mjs [runs]. It measures dist: build first.
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { createElement, Fragment } from 'react'
import { renderToString } from 'react-dom/server'
import { beforePaintScript, ConsentBanner, ConsentProvider, defineConsent } from 'assent'

const consent = defineConsent({
  version: 1,
  categories: {
    necessary: { name: 'Necessary', description: 'Needed for the site to work.', required: true },
    functional: { name: 'Functional', description: 'Remember choices you make.' },
    analytics: { name: 'Analytics', description: 'Measure how the site is used.' },
    marketing: { name: 'Marketing', description: 'Show and measure advertising.' },
  },
})

function Page() {
  const products = Array.from({ length: 30 }, (_, i) =>
    createElement(
      'section',
      { key: i },
      createElement('h2', null, `Product ${i}`),
      createElement('p', null, `Plain text about product ${i}, long enough to make a paragraph of one or two lines.`),
    ),
  )
  return createElement('main', null, createElement('h1', null, 'Demo shop'), products)
}

/** The elements that the default banner renders. */
function SameHtml() {
  /** @type {(name: string, text: string) => React.ReactElement} */
  const button = (name, text) => createElement('button', { 'data-assent': name, type: 'button', value: name }, text)
  return createElement(
    Fragment,
    null,
    createElement('script', { dangerouslySetInnerHTML: { __html: beforePaintScript } }),
    createElement(
      'section',
      { 'data-assent': 'banner', 'data-nosnippet': '', 'aria-labelledby': 'title' },
      createElement(
        'form',
        { 'data-assent': 'banner-form', method: 'post', autoComplete: 'off' },
        createElement('h2', { 'data-assent': 'title', id: 'title' }, 'Your cookie choices'),
        createElement(
          'p',
          { 'data-assent': 'description' },
          'May we and third parties use Analytics? Change it any time.',
        ),
        createElement(
          'div',
          { 'data-assent': 'actions' },
          button('reject', 'Reject all'),
          button('accept', 'Accept all'),
          button('customize', 'Customize'),
        ),
      ),
      createElement('span', { 'data-assent': 'end', hidden: true }),
    ),
    createElement('dialog', { 'data-assent': 'panel' }, createElement('form', { method: 'post', autoComplete: 'off' })),
  )
}

const pages = {
  page: () => createElement(Page),
  'same HTML': () => createElement(Fragment, null, createElement(Page), createElement(SameHtml)),
  assent: () => createElement(ConsentProvider, { consent }, createElement(Page), createElement(ConsentBanner)),
}

const RENDERS = 60

/**
 * Measures in interleaved slices. Other work only ever makes a slice longer, so a value is of the fastest tenth.
 *
 * @param {{ runs?: number }} [options]
 * @returns {Promise<{ name: string, value: number, spread: [number, number], unit: string }[]>}
 */
export async function run({ runs = 300 } = {}) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]))
  for (let i = -20; i < runs; i++)
    for (const [name, make] of Object.entries(pages)) {
      const start = performance.now()
      for (let n = 0; n < RENDERS; n++) renderToString(make())
      if (i >= 0) times[name]?.push(((performance.now() - start) * 1000) / RENDERS)
    }
  const at = (/** @type {string} */ name, /** @type {number} */ part) => {
    const sorted = [...(times[name] ?? [])].sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length * part)] ?? NaN
  }
  return Object.keys(pages)
    .filter((name) => name !== 'page')
    .map((name) => {
      const over = (/** @type {number} */ part) => Number((at(name, part) / at('page', part) - 1).toFixed(2))
      return { name: `Server rendering: ${name}`, value: over(0.1), spread: [over(0), over(0.25)], unit: '× the page' }
    })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const { name, value, spread, unit } of await run({ runs: Number(process.argv[2] ?? 300) }))
    process.stdout.write(`${name}: ${value} ${unit} (${spread.join(' to ')})\n`)
