// A page that shows every part in any of our languages, for tests and screenshots. See tests/pages/languages-client.ts.
import path from 'node:path'
import * as esbuild from 'esbuild'
import { buildSheet } from './build-sheet.mjs'

const root = path.dirname(import.meta.dirname)

/** @returns {Promise<string>} Its HTML, which needs nothing else. */
export async function languagePage() {
  const [sheet, { outputFiles }] = await Promise.all([buildSheet('styles.css'), esbuild.build(client)])
  const script = outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Languages</title><style>body { margin: 0 } ${sheet}</style><body><script>${script}</script></body></html>`
}

const client = /** @satisfies {esbuild.BuildOptions} */ ({
  entryPoints: [path.join(root, 'tests/pages/languages-client.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [
    {
      name: 'assent',
      setup(build) {
        build.onResolve({ filter: /^assent(\/locales)?$/ }, ({ path: name }) => ({
          path: path.join(root, name === 'assent' ? 'src/index.ts' : 'src/locales.ts'),
        }))
        // As `imports` of package.json has it for what is built.
        build.onResolve({ filter: /\/rendered-script\.js$/ }, () => ({
          path: path.join(root, 'src/browser/before-paint/unrendered-script.ts'),
        }))
      },
    },
  ],
})
