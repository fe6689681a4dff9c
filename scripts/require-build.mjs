// What `require` gets: Jest and other tools that load CommonJS alone. Node and bundlers get the modules from it, too, by conditions
// in `exports` of package.json, so no program holds both.
import { createRequire } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import { entries } from './entries.mjs'

const folder = 'dist/cjs'

/** The entries that have a CommonJS build: the names of their files in `dist/cjs`. */
export const required = entries.filter(({ isRequired }) => isRequired).map(({ name }) => name)

/** @type {import('rollup').OutputOptions} */
export const requireOutput = {
  dir: folder,
  format: 'cjs',
  esModule: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  hoistTransitiveImports: false,
}

/**
 * Types of each entry: those of the modules, by the names that the entry has. So a program has one `Consent` and one `Register`,
 * whichever way it imports them.
 *
 * @returns {import('rollup').Plugin}
 */
export function requireTypes() {
  return {
    name: 'require-types',
    writeBundle() {
      const require = createRequire(path.resolve('package.json'))
      for (const name of required) {
        const entry = require(path.resolve(folder, `${name}.cjs`))
        const source = `'../${name}.js' with { 'resolution-mode': 'import' }`
        const lines = [`import type * as esm from ${source}`, `export type * from ${source}`]
        for (const key of Object.keys(entry)) {
          lines.push(`export declare const ${key}: typeof esm.${key}`)
          const value = entry[key]
          if (typeof value === 'function' && /^class\b/.test(String(value)))
            lines.push(`export type ${key} = esm.${key}`)
        }
        fs.writeFileSync(path.join(folder, `${name}.d.cts`), `${lines.join('\n')}\n`)
      }
    },
  }
}
