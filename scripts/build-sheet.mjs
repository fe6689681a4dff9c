// Builds a style sheet of the package: styles.css and styles.unlayered.css from src/styles/index.css, others from the file of
// their name in src. For Rollup, tests and screenshots.
import path from 'node:path'
import * as esbuild from 'esbuild'
import postcss from 'postcss'

const source = path.join(path.dirname(import.meta.dirname), 'src')

/**
 * What lifts a rule above a site's `[type=button]`, `a:hover` and `input[type=checkbox]:checked`: the specificity of three
 * classes, and no element that it leaves out.
 */
const LIFT = ':not(._._._)'

/**
 * @param {string} file Such as `styles.css` or `themes/round.css`.
 * @returns {Promise<string>} Minified, with all that it imports.
 */
export async function buildSheet(file) {
  const isUnlayered = file === 'styles.unlayered.css'
  const { outputFiles, warnings } = await esbuild.build({
    entryPoints: [path.join(source, isUnlayered || file === 'styles.css' ? 'styles/index.css' : file)],
    bundle: true,
    write: false,
    logLevel: 'silent',
  })
  for (const warning of warnings) throw new Error(`${warning.location?.file ?? file}: ${warning.text}`)
  const text = outputFiles[0]?.text ?? ''
  return minify(isUnlayered ? await unlayer(text) : text)
}

/**
 * Takes layers off. Each rule gets the same specificity, so that the order decides among ours, as it did in the layer: `:is()`
 * for `:where()` would put some of our rules before others. Rules for the root keep none: a site's `:root` sets the knobs.
 *
 * @type {(text: string) => Promise<string>}
 */
async function unlayer(text) {
  const plugin = {
    postcssPlugin: 'unlayer',
    /** @type {import('postcss').Plugin['Once']} */
    Once(root) {
      root.walkAtRules('layer', (layer) => {
        if (layer.nodes) layer.replaceWith(layer.nodes)
        else layer.remove()
      })
      root.walkRules(/:where\(/, (rule) => {
        rule.selectors = rule.selectors.map(lift)
      })
    },
  }
  return (await postcss([plugin]).process(text, { from: undefined })).css
}

/** @type {(selector: string) => string} */
function lift(selector) {
  const isForRoot = /^:where\(:root(?!.*\) \[)/.test(selector)
  return isForRoot ? selector : selector.replace(/(?=::|$)/, LIFT)
}

/** @type {(text: string) => Promise<string>} */
async function minify(text) {
  return (await esbuild.transform(text, { loader: 'css', minify: true, legalComments: 'none' })).code
}
