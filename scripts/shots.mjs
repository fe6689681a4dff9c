// Screenshots of the parts on pages with other people's styles, into shots/: each site, light and dark, in both directions, at 360
// and 1280 px, and a contact sheet for each part. Needs a build. `npm run shots -- panel` takes those of one part.
/* global document, HTMLElement -- for what runs in the page */
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { chromium } from 'playwright'
import { chromium as options } from './browsers.mjs'
import { buildSheet } from './build-sheet.mjs'
import { siteSheets } from './site-sheets.mjs'

/** @typedef {import('../tests/styles/scene.js')} Scenes */

const root = path.dirname(import.meta.dirname)
const folder = path.join(root, 'shots')
const wanted = process.argv.slice(2)

/** What is drawn: the options of the scene, and the part that the picture shows; a part that floats shows its page, too. */
const views = [
  ...['card', 'bar', 'dialog', 'inline'].map((banner) => ({
    name: `banner-${banner}`,
    scene: { banner },
    part: 'banner',
  })),
  ...['dialog', 'drawer'].map((panel) => ({ name: `panel-${panel}`, scene: { panel }, part: 'panel' })),
  ...['form', 'table', 'frame'].map((part) => ({ name: part, scene: {}, part })),
].filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))

const variants = ['light', 'dark'].flatMap((scheme) =>
  ['ltr', 'rtl'].flatMap((dir) => [360, 1280].map((width) => ({ scheme, dir, width }))),
)

const { htmlOf } = await loadScenes()
const [layered, unlayered] = await Promise.all(['styles.css', 'styles.unlayered.css'].map(buildSheet))
const sites = { none: { css: '', isLayered: true }, ...(await siteSheets()) }

const browser = await chromium.launch(options())
try {
  for (const view of views) await draw(view)
} finally {
  await browser.close()
}

/** @param {(typeof views)[number]} view */
async function draw({ name, scene, part }) {
  const target = path.join(folder, name)
  await fs.mkdir(target, { recursive: true })
  const page = await browser.newPage()
  const rows = []
  for (const [site, { css, isLayered }] of Object.entries(sites)) {
    const cells = []
    for (const variant of variants) {
      const file = `${[site, ...Object.values(variant)].join('-').replaceAll(' ', '-')}.png`
      await page.setViewportSize({ width: variant.width, height: 640 })
      const html = htmlOf({ ...scene, ...variant, sheets: [css, isLayered ? layered : unlayered] })
      await page.setContent(html, { waitUntil: 'commit' })
      await page.evaluate(open, part)
      const shot = { path: path.join(target, file) }
      if (['banner', 'panel'].includes(part) && scene.banner !== 'inline') await page.screenshot(shot)
      else await page.locator(`[data-assent=${part}]`).first().screenshot(shot)
      cells.push(`<td><img src="${file}">`)
    }
    rows.push(`<tr><th>${site}${cells.join('')}`)
  }
  const style =
    'body { font: 12px sans-serif; margin: 8px; background: #888 } th { text-align: start; max-inline-size: 80px } img { max-inline-size: 320px; max-block-size: 240px }'
  const sheet = path.join(target, 'all.html')
  await fs.writeFile(
    sheet,
    `<!doctype html><title>${name}</title><style>${style}</style><table>${rows.join('')}</table>`,
  )
  await page.setViewportSize({ width: 2300, height: 1200 })
  await page.goto(pathToFileURL(sheet).href)
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  await page.close()
  process.stdout.write(`shots/${name}.png\n`)
}

/** Runs in the page. @param {string} part */
function open(part) {
  const panel = /** @type {HTMLDialogElement | null} */ (document.querySelector('[data-assent=panel]'))
  if (part === 'panel') panel?.showModal()
  else if (part !== 'banner') document.querySelector('[data-assent=banner]')?.remove()
  for (const details of document.querySelectorAll('details')) details.open = true
  for (const box of document.querySelectorAll('input')) box.checked = box.value === 'analytics'
  panel?.querySelector('[data-assent=body]')?.scrollTo(0, 0)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** The scenes of the tests, which render the package as it is built. @returns {Promise<Scenes>} */
async function loadScenes() {
  const outfile = path.join(folder, 'scene.mjs')
  await esbuild.build({
    entryPoints: [path.join(root, 'tests/styles/scene.tsx')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
  })
  return import(pathToFileURL(outfile).href)
}
