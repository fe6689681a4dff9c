import fs from 'node:fs'
import path from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import esbuildPlugin from 'rollup-plugin-esbuild'
import preserveDirectives from 'rollup-plugin-preserve-directives'
import { beforePaint } from './scripts/before-paint.mjs'
import { buildSheet } from './scripts/build-sheet.mjs'
import { entries, sheets } from './scripts/entries.mjs'
import { required, requireOutput, requireTypes } from './scripts/require-build.mjs'

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'))
const dist = 'dist'
const browserGuard = 'server-code-cannot-run-in-a-browser.js'

// `exports` of package.json is the only list of entries, and `imports` that of what differs by platform: ./dist/x.js is built
// from src/x.ts.
const input = Object.fromEntries(
  [
    ...entries.map(({ name }) => name),
    ...Object.values(manifest.imports)
      .flatMap((targets) => Object.values(targets))
      .map((file) => file.slice(`./${dist}/`.length, -'.js'.length)),
  ].map((name) => [name, `src/${name}.ts`]),
)

const missing = Object.values(input).filter((file) => !fs.existsSync(file))
if (missing.length > 0) throw new Error(`package.json exports entries that have no source: ${missing.join(', ')}`)

const packages = Object.keys(manifest.dependencies)
/** @param {string} id */
const isExternal = (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)) || /^(node:|#)/.test(id)

/** @type {import('rollup').RollupOptions} */
const modules = {
  input,
  external: isExternal,
  output: {
    dir: dist,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
  },
  plugins: [
    cleanDist(),
    chooseScript(),
    oneReact(),
    beforePaint(),
    nodeResolve({ extensions: ['.ts', '.tsx'] }),
    compile(),
    preserveDirectives(),
    styles(),
    copyBrowserGuard(),
  ],
  onwarn,
}

/** @type {import('rollup').RollupOptions} */
const forRequire = {
  input: Object.fromEntries(required.map((name) => [name, `src/${name}.ts`])),
  external: (id) => isExternal(id) || /^react(\/|$)/.test(id),
  output: requireOutput,
  plugins: [beforePaint(), nodeResolve({ extensions: ['.ts', '.tsx'] }), compile(), requireTypes()],
  onwarn,
}

export default [modules, forRequire]

function compile() {
  return esbuildPlugin({ tsconfig: false, target: 'es2022', jsx: 'automatic', sourceMap: false })
}

/** @param {import('rollup').RollupLog} warning */
function onwarn(warning) {
  // Rollup says that it drops 'use client', and cannot map the place of it; preserveDirectives puts it back.
  if (warning.code === 'MODULE_LEVEL_DIRECTIVE' || warning.code === 'SOURCEMAP_ERROR') return
  throw new Error(warning.message, { cause: warning })
}

/** @returns {import('rollup').Plugin} */
function cleanDist() {
  return {
    name: 'clean-dist',
    buildStart: () => fs.rmSync(dist, { recursive: true, force: true }),
  }
}

/**
 * What renders the script before the banner is left to `imports`, not to a `browser` field: bundlers for the edge
 * follow that too, and the edge renders.
 *
 * @returns {import('rollup').Plugin}
 */
function chooseScript() {
  return {
    name: 'choose-script',
    resolveId: (source) => (source.endsWith('/rendered-script.js') ? { id: '#rendered-script', external: true } : null),
  }
}

/**
 * Our modules import React through one of theirs: some bundlers, as esbuild and webpack, keep an import for each module that has one.
 *
 * @returns {import('rollup').Plugin}
 */
function oneReact() {
  const fileName = 'react/react.js'
  const id = path.resolve('src', fileName)
  const sources = ['react', 'react/jsx-runtime']
  return {
    name: 'one-react',
    resolveId: (source) => (sources.includes(source) ? { id, external: 'relative' } : null),
    generateBundle(_, bundle) {
      const names = new Set(
        Object.values(bundle).flatMap((file) =>
          'importedBindings' in file ? (file.importedBindings[fileName] ?? []) : [],
        ),
      )
      const [ofReact, ofJsx] = sources.map((source) => {
        const isJsx = source !== 'react'
        const own = [...names].filter((name) => /^jsxs?$/.test(name) === isJsx).sort()
        return `export { ${own.join(', ')} } from '${source}'\n`
      })
      this.emitFile({ type: 'asset', fileName, source: `${ofReact}${ofJsx}` })
    },
  }
}

/**
 * Each sheet that package.json exports becomes one minified file, with the types that a side-effect import needs.
 *
 * @returns {import('rollup').Plugin}
 */
function styles() {
  return {
    name: 'styles',
    async generateBundle() {
      for (const fileName of sheets) {
        this.emitFile({ type: 'asset', fileName, source: await buildSheet(fileName) })
        this.emitFile({ type: 'asset', fileName: `${fileName}.d.ts`, source: 'export {}\n' })
      }
    },
  }
}

/** @returns {import('rollup').Plugin} */
function copyBrowserGuard() {
  return {
    name: 'copy-browser-guard',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: browserGuard,
        source: fs.readFileSync(`scripts/${browserGuard}`, 'utf8'),
      })
    },
  }
}
