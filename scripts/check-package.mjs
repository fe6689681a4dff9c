// Uses the packed package as an app would: its types without anything that we develop with, its entries in Node, and a
// bundle for a browser that must not get the server's code.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { entries, sheets } from './entries.mjs'

const root = process.cwd()
const app = fs.mkdtempSync(path.join(os.tmpdir(), 'assent-app-'))
const installed = path.join(app, 'node_modules')
process.on('exit', () => fs.rmSync(app, { recursive: true, force: true }))

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'))
const { name, dependencies } = manifest
const specifiers = entries.map(({ specifier }) => specifier)

let failed = false
/** @type {(what: string, problem?: string | false) => void} */
const report = (what, problem) => {
  console.log(problem ? `FAILED  ${what}\n${problem}` : `passed  ${what}`)
  failed ||= Boolean(problem)
}

fs.mkdirSync(installed, { recursive: true })
install()
checkTypes('types with React 19', '@types/react')
checkTypes('types with React 18', 'types-react18')
await checkNode()
checkRequire()
checkFiles()
await checkBrowserGuard()
await checkStandIns()
checkDirectives()
await checkCharacters()
checkProvenance()
checkBillOfMaterials()
if (failed) process.exitCode = 1

function install() {
  const [{ filename }] = JSON.parse(execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', app]))
  execute('tar', ['-xzf', path.join(app, filename), '-C', app])
  fs.renameSync(path.join(app, 'package'), path.join(installed, name))
  for (const dependency of [...Object.keys(dependencies), 'react', 'csstype', '@types/prop-types'])
    link(dependency, dependency)
}

/** @type {(from: string, to: string) => void} */
function link(from, to) {
  fs.mkdirSync(path.dirname(path.join(installed, to)), { recursive: true })
  fs.rmSync(path.join(installed, to), { force: true })
  fs.symlinkSync(path.join(root, 'node_modules', from), path.join(installed, to))
}

/** @type {(what: string, react: string) => void} */
function checkTypes(what, react) {
  link(react, '@types/react')
  // What is for Node needs its types, and nothing else does.
  const isNode = (/** @type {string} */ specifier) => specifier === `${name}/node`
  checkProgram(
    what,
    [],
    specifiers.filter((specifier) => !isNode(specifier)),
  )
  for (const types of ['@types/node', 'undici-types']) link(types, types)
  checkProgram(`${what} and Node's`, ['node'], specifiers.filter(isNode))
  for (const types of ['@types/node', 'undici-types']) fs.rmSync(path.join(installed, types))
}

/** @type {(what: string, types: string[], imported: string[]) => void} */
function checkProgram(what, types, imported) {
  const namespaces = imported.map((specifier, index) => `import * as entry${index} from '${specifier}'`)
  const code = [
    ...namespaces,
    ...sheets.map((sheet) => `import '${name}/${sheet}'`),
    `console.log(${namespaces.map((_, index) => `entry${index}`).join()})`,
  ]
  fs.writeFileSync(path.join(app, 'package.json'), '{ "type": "module" }')
  fs.writeFileSync(path.join(app, 'app.ts'), `${code.join('\n')}\n`)
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const options = {
      module,
      moduleResolution: resolution,
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types,
      strict: true,
      noEmit: true,
      preserveSymlinks: true,
    }
    fs.writeFileSync(path.join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['app.ts'] }))
    const { status, stdout } = spawnSync('tsc', ['--project', '.'], { cwd: app, encoding: 'utf8' })
    report(`${what}, ${resolution}`, status !== 0 && stdout)
  }
}

async function checkNode() {
  const require = createRequire(path.join(app, 'app.js'))
  for (const specifier of specifiers) {
    try {
      const imported = await import(pathToFileURL(require.resolve(specifier)).href)
      report(`import ${specifier}`, Object.keys(imported).length === 0 && 'It exports nothing.')
    } catch (error) {
      report(`import ${specifier}`, String(error))
    }
  }
}

// The CommonJS build is whole, and where Node knows `module-sync`, `require` gives what `import` gives.
function checkRequire() {
  const require = createRequire(path.join(app, 'app.cjs'))
  for (const { specifier, name: file } of entries.filter(({ isRequired }) => isRequired)) {
    const modules = Object.keys(require(specifier)).sort().join()
    const build = Object.keys(require(path.join(installed, name, `dist/cjs/${file}.cjs`)))
    report(`require ${specifier}`, build.sort().join() !== modules && 'The builds export different names.')
  }
}

// No source is in the package twice, and what package.json says of it holds.
function checkFiles() {
  const files = fs.readdirSync(path.join(installed, name), { recursive: true, encoding: 'utf8' })
  report('source maps', files.filter((file) => file.endsWith('.map')).join('\n'))
  const { engines, sideEffects } = manifest
  report('engines', engines?.node !== '>=20.19' && 'Older versions of Node cannot load modules by `require`.')
  report('sideEffects', String(sideEffects) !== '**/*.css' && 'Only style sheets have side effects.')
}

async function checkBrowserGuard() {
  for (const entry of ['server', 'node']) {
    const what = `a browser's bundle refuses ${name}/${entry}`
    try {
      await esbuild.build({
        stdin: { contents: `import * as server from '${name}/${entry}'; console.log(server)`, resolveDir: app },
        bundle: true,
        write: false,
        logLevel: 'silent',
      })
      report(what, 'It was bundled.')
    } catch (error) {
      report(what, !String(error).includes('server-code-cannot-run-in-a-browser') && String(error))
    }
  }
}

// What only a server renders is in no bundle for browsers, and in every other.
async function checkStandIns() {
  /** @type {{ beforePaintScript: string }} */
  const { beforePaintScript } = await import(pathToFileURL(path.join(installed, name, 'dist/core.js')).href)
  // A piece that reads the same in every kind of quotes.
  const piece = beforePaintScript.split(/["'`\\$]/).reduce((a, b) => (b.length > a.length ? b : a))
  for (const [platform, conditions, isThere] of /** @type {const} */ ([
    ['browser', [], false],
    ['browser', ['workerd', 'worker'], true],
    ['browser', ['edge-light'], true],
    ['node', [], true],
  ])) {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: `export { ConsentBanner } from '${name}'`, resolveDir: app },
      bundle: true,
      write: false,
      platform,
      conditions: [...conditions],
      external: ['react', 'zustand', 'js-cookie'],
      logLevel: 'silent',
    })
    const wrong = outputFiles.some(({ text }) => text.includes(piece) !== isThere)
    report(
      `the script before the banner in a bundle for ${[platform, ...conditions].join(', ')}`,
      wrong && `It is ${isThere ? 'not ' : ''}there.`,
    )
  }
}

// 'use client' stands where the source has it, and in no entry: what an entry marks cannot be called on a server.
/**
 * One character outside ASCII makes browsers decode a page's bundle more slowly, and one above U+00FF makes V8 keep all of it as
 * two bytes a character, the app and React included.
 */
async function checkCharacters() {
  const forPages = entries.filter(({ specifier }) => !/\/(server|node|testing|locales(\/.*)?)$/.test(specifier))
  const all = forPages.map(({ specifier }) => `export * as ${specifier.replaceAll(/\W/g, '_')} from '${specifier}'`)
  const parts =
    'Banner, ConsentBanner, ConsentFrame, ConsentGate, ConsentProvider, CookieTable, Form, Panel, PreferencesForm'
  const asking = `export { ${parts}, createBrowserJar, defineConsent, useCookie, usePreferences } from '${name}'`
  const [inAll, inAsking] = await Promise.all([
    wideIn(all.join('\n'), /.{0,40}[^\0-\xff]+/g),
    wideIn(asking, /.{0,40}[^\0-\x7f]+/g),
  ])
  report('characters of one byte in pages', inAll)
  report('ASCII alone in pages that ask', inAsking)
}

/** @type {(code: string, pattern: RegExp) => Promise<string>} */
async function wideIn(contents, pattern) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: app },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    external: ['react', 'react/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return [...(outputFiles[0]?.text ?? '').matchAll(pattern)].map(([around]) => around).join('\n')
}

function checkDirectives() {
  const marked = (/** @type {string} */ file) => /^['"]use client['"]/.test(fs.readFileSync(file, 'utf8'))
  const sources = fs
    .readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
  const wrong = sources.filter((file) => {
    const built = path.join('dist', file.replace(/\.tsx?$/, '.js'))
    return fs.existsSync(built) && marked(built) !== marked(path.join('src', file))
  })
  const entryFiles = entries.map((entry) => `dist/${entry.name}.js`).filter(marked)
  report("'use client'", [...wrong, ...entryFiles].join('\n'))
}

// npm refuses to publish with provenance where the repository is not the one that builds.
function checkProvenance() {
  const { repository, bugs, homepage, publishConfig } = manifest
  const place = /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/.exec(repository?.url)?.[1]
  const isRight =
    place && bugs?.startsWith(place) && homepage?.startsWith(place) && publishConfig?.provenance && !manifest.private
  report('where the package comes from', !isRight && 'repository, bugs, homepage or publishConfig.provenance is wrong.')
}

function checkBillOfMaterials() {
  for (const format of ['cyclonedx', 'spdx']) {
    const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', format], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    const missing = Object.keys(dependencies).filter((dependency) => !stdout.includes(`"${dependency}"`))
    report(`npm sbom, ${format}`, (status !== 0 && stderr) || missing.join('\n'))
  }
}

/** @type {(command: string, args: string[]) => string} */
function execute(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
  return stdout
}
