// Puts the before-paint script into what is built: src/browser/before-paint/script.ts has a place for its text and the hash
// of that, and both are made here, from source.ts beside it. For Rollup and Vite, and for esbuild.
import { createHash } from 'node:crypto'
import path from 'node:path'
import * as esbuild from 'esbuild'

const root = path.dirname(import.meta.dirname)
const source = path.join(root, 'src/browser/before-paint/source.ts')
const declared = /[\\/]src[\\/]browser[\\/]before-paint[\\/]script\.ts$/

/** The module that stands in for script.ts. */
async function build() {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2020', // browsers run it as it is
    legalComments: 'none',
    tsconfigRaw: {}, // an inline script of others is not strict either, and the word costs bytes
    define: { 'process.env.NODE_ENV': '"production"' },
    absWorkingDir: root,
  })
  const text = outputFiles.map((file) => file.text.trim()).join('')
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`
  return {
    code: `export const beforePaintScript = ${JSON.stringify(text)}\nexport const beforePaintHash = ${JSON.stringify(hash)}\n`,
    files: Object.keys(metafile.inputs),
  }
}

/**
 * The plugin for Rollup and Vite.
 *
 * @returns {{ name: string, enforce: 'pre', load: (this: { addWatchFile(file: string): void }, id: string) => Promise<string | null> }}
 */
export function beforePaint() {
  return {
    name: 'before-paint',
    enforce: 'pre',
    async load(id) {
      if (!declared.test(id)) return null
      const { code, files } = await build()
      for (const file of files) this.addWatchFile(path.join(root, file))
      return code
    },
  }
}

/** The plugin for esbuild. @type {esbuild.Plugin} */
export const beforePaintForEsbuild = {
  name: 'before-paint',
  setup({ onLoad }) {
    onLoad({ filter: declared }, async () => ({ contents: (await build()).code }))
  },
}
