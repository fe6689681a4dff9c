// The style sheets of sites that our parts must survive, for tests and screenshots.
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import { compile } from 'tailwindcss'

const require = createRequire(import.meta.url)
/** @type {(specifier: string) => Promise<string>} */
const read = (specifier) => fs.readFile(require.resolve(specifier), 'utf8')

/** What CssBaseline of @mui/material 7.3 sets by its default theme. */
const mui = `
html { -webkit-font-smoothing: antialiased; -moz-osx-font-smoothing: grayscale; box-sizing: border-box; -webkit-text-size-adjust: 100% }
*, *::before, *::after { box-sizing: inherit }
strong, b { font-weight: 700 }
body { margin: 0; color: rgba(0, 0, 0, 0.87); font-family: Roboto, Helvetica, Arial, sans-serif; font-weight: 400; font-size: 1rem;
  line-height: 1.5; letter-spacing: 0.00938em; background-color: #fff }
@media print { body { background-color: #fff } }
body::backdrop { background-color: #fff }`

const totalReset = `
html, body, div, span, h1, h2, h3, p, blockquote, pre, a, code, em, img, strong, b, i, dl, dt, dd, ol, ul, li, fieldset, form, label, legend,
table, caption, tbody, tfoot, thead, tr, th, td, article, aside, details, footer, header, main, menu, nav, section, summary, dialog, button,
input, select, textarea, svg, iframe { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; background: none;
  color: inherit; text-decoration: none; list-style: none; appearance: none; border-radius: 0; outline: 0; box-shadow: none }
*, ::before, ::after { box-sizing: border-box }
table { border-collapse: collapse; border-spacing: 0 }
img, svg, iframe { display: block; max-width: 100%; height: auto }`

/** A site that styles elements, and their states, by hand. */
const elements = `
body { font: italic 19px/1.9 Georgia, serif; letter-spacing: 0.05em; text-transform: lowercase; text-align: center; color: #333; word-spacing: 2px }
button { background: #0a7; color: #fff; border: 3px outset #0a7; border-radius: 30px; padding: 1em 3em; text-transform: uppercase; letter-spacing: 2px;
  font: bold 20px/2 serif; box-shadow: 0 4px 0 #064; text-shadow: 1px 1px #000; width: 100%; min-width: 240px; margin: 10px; float: left; transition: all 1s;
  display: block; white-space: nowrap; transform: rotate(2deg) }
button:hover, button:focus { background: #f0f; color: #ff0 }
[type='button'], [type='submit'] { background-color: transparent; background-image: none }
button:not(:disabled):hover { color: red }
button::before { content: '>> ' }
a { color: #e40; text-decoration: none; font-weight: bold; border-bottom: 2px dotted; padding: 4px; background: yellow }
a:hover { color: #fff; background: #e40 }
a[href^='http']::after { content: ' ext' }
p { margin: 2em 0; font-size: 24px; line-height: 2; color: #888; max-width: 20em; text-indent: 2em; text-align: justify; hyphens: auto }
p + p { margin-top: -1em }
h2 { font-size: 40px; margin: 1em 0; text-transform: uppercase; border-bottom: 4px double; text-align: center; font-weight: 300; color: #0a7 }
label::after { content: ' *'; color: red }
summary::marker { content: '+ '; color: red }
th::before, td::after, code::before { content: '"' }
p::before { content: '- ' }
:focus { outline: none }
label { display: inline-block; width: 150px; font-weight: normal; margin-bottom: 1em; cursor: help; text-transform: uppercase }
input { width: 100%; padding: 12px; border: 2px solid red; background: #eee; display: block; border-radius: 8px; height: 50px; margin: 8px 0 }
input[type='checkbox'] { appearance: none; width: 40px; height: 40px; opacity: 0.3; position: absolute; left: -10px }
input[type='checkbox']:checked { background: #0a7 }
dialog { position: static; margin: 0; padding: 3em; border: 10px solid; max-width: 50%; background: pink; color: red; display: block; transform: translateY(20px) }
dialog:not([open]) { display: block }
dialog::backdrop { background: lime }
form { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid; padding: 2em; max-width: 300px }
section, div { border: 1px solid orange; margin-bottom: 1em }
header { background: #000; color: #fff; position: sticky; top: 0 }
span { color: purple; display: inline-block; margin: 3px }
table { width: auto; border: 3px solid; border-collapse: separate; border-spacing: 4px; margin: 2em auto; background: #ffe; font-size: 10px }
th, td { border: 1px solid; padding: 20px; text-align: center; background: #eef; color: #00f; text-transform: uppercase }
tr:nth-child(even) { background: #ccc }
code { background: #222; color: #0f0; padding: 4px 8px; font-size: 20px; border-radius: 4px; display: inline-block }
ul { list-style: square; padding-left: 40px; margin: 1em }
li { margin: 10px; list-style: square inside; background: #fee; display: list-item }
li::before { content: '* ' }
summary { display: flex; list-style: none; background: #ddd; padding: 1em; font-weight: bold }
details { border: 1px solid; padding: 1em }
fieldset { border: 2px groove; padding: 2em; margin: 1em; min-width: 400px }
svg { width: 24px; height: 24px; fill: red; display: inline }
iframe { border: 2px inset; width: 300px }`

/**
 * @typedef {{ css: string, isLayered?: boolean }} SiteSheet Its text, and whether all of it stands in layers.
 * @returns {Promise<Record<string, SiteSheet>>}
 */
export async function siteSheets() {
  return {
    'Tailwind 3': { css: await tailwind3() },
    'Tailwind 4': { css: await tailwind4(), isLayered: true },
    'Bootstrap 5': { css: await read('bootstrap/dist/css/bootstrap.css') },
    'modern-normalize': { css: await read('modern-normalize/modern-normalize.css') },
    'a total reset': { css: totalReset },
    'a layered reset': { css: `@layer reset { ${totalReset} }`, isLayered: true },
    'MUI CssBaseline': { css: mui },
    'rules for elements': { css: elements },
  }
}

/** What its preflight says where a site's theme says nothing. */
async function tailwind3() {
  const text = await read('tailwindcss3/lib/css/preflight.css')
  return text.replaceAll(/theme\('[^']+', ([^;]+)\);/g, '$1;')
}

/** What a site on Tailwind 4 loads. @type {(classes?: string[]) => Promise<string>} */
export async function tailwind4(classes = ['flex', 'p-4']) {
  const { build } = await compile("@import 'tailwindcss';", {
    loadStylesheet: async (id, base) => ({
      path: id,
      base,
      content: await read(id === 'tailwindcss' ? 'tailwindcss/index.css' : `tailwindcss/${id.replace('./', '')}`),
    }),
  })
  return build(classes)
}
