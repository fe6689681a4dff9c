// What the banner adds to an app by the build tool: the gzipped bytes that its page loads, less those of the same app without it.
// In Next a server component renders the banner, which the package itself marks as a client's, in a provider of the app's.
import { alone, rowOf } from './measure.mjs'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { banners, provider } from './apps.mjs'
import { bench, bundle, gzip } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const code = banners.assent?.code ?? ''
const empty = 'export const App = ({ children }) => children'

/** Code of ours that no page with a banner needs, by a text that is in it. */
const FOREIGN = ['WebSocketStream', 'Set-Cookie', 'createHmac', 'cookiebot']

/** @type {(text: string) => void} */
function checkShaken(text) {
  const found = FOREIGN.filter((word) => text.includes(word))
  if (found.length) throw new Error(`The page loads code that it does not need: ${found.join(', ')}.`)
}

/** @type {(texts: readonly string[]) => number} */
const wide = (texts) => texts.join('').match(/[^\0-\xff]/g)?.length ?? 0

/** @type {Record<string, (code: string, name: string) => Promise<string[]>>} What a page loads of an app, file by file. */
const tools = {
  async esbuild(app) {
    const { js, css } = await bundle(`${app}\n${client}`)
    return [js, css]
  },
  async Vite(app, name) {
    const folder = write(`vite-${name}`, {
      'index.html': '<!doctype html><div id="root"></div><script type="module" src="/main.jsx"></script>',
      'main.jsx': `${app}\n${client}`,
    })
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      resolve: { dedupe: ['react', 'react-dom'], alias: oneReact },
      build: { outDir: path.join(folder, 'out'), emptyOutDir: true },
    })
    return loaded(path.join(folder, 'out'), path.join(folder, 'out/index.html'))
  },
  'Next, Turbopack': (app, name) => next(app, `turbopack-${name}`, '--turbopack'),
  'Next, webpack, with optimizePackageImports': (app, name) =>
    next(app, `webpack-${name}`, '--webpack', { experimental: { optimizePackageImports: ['assent'] } }),
  'Next, webpack': (app, name) => next(app, `webpack-all-${name}`, '--webpack'),
}

const client = `
  import { createRoot } from 'react-dom/client'
  createRoot(document.getElementById('root')).render(<App><p>Page</p></App>)`
const oneReact = Object.fromEntries(['react', 'react-dom'].map((name) => [name, path.join(root, 'node_modules', name)]))

/** @type {(name: string, files: Record<string, string>) => string} */
function write(name, files) {
  const folder = path.join(bench, '.cache', name)
  fs.rmSync(folder, { recursive: true, force: true })
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  return folder
}

/** The scripts and style sheets that a page of a build names. @type {(folder: string, html: string, prefix?: string) => string[]} */
function loaded(folder, html, prefix = '/') {
  const names = fs.readFileSync(html, 'utf8').matchAll(/(?:src|href)="([^"?]+\.(?:js|css))/g)
  return [...new Set([...names].map(([, name = '']) => name))].map((name) =>
    fs.readFileSync(path.join(folder, name.slice(prefix.length)), 'utf8'),
  )
}

/** @type {(app: string, name: string, flag: string, config?: object) => Promise<string[]>} */
async function next(app, name, flag, config = {}) {
  const settings = { ...config, turbopack: { root }, outputFileTracingRoot: root }
  const folder = write(`next-${name}`, {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js': `export default ${JSON.stringify(settings)}`,
    'app/layout.jsx':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
    'app/consent.jsx': `'use client'\n${app === code ? provider : app}`,
    'app/page.jsx': `
      import { App } from './consent.jsx'
      ${app === code ? "import { ConsentBanner } from 'assent'; import 'assent/styles/banner.css'" : ''}
      export default function Page() { return <App>${app === code ? '<ConsentBanner />' : ''}<p>Page</p></App> }`,
  })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build', flag],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(`Next did not build.\n${stdout}\n${stderr}`)
  return loaded(path.join(folder, '.next'), path.join(folder, '.next/server/app/index.html'), '/_next/')
}

export async function run() {
  const rows = []
  for (const [name, filesOf] of Object.entries(tools)) {
    const files = await filesOf(code, 'banner')
    const control = await filesOf(empty, 'control')
    checkShaken(files.join('\n'))
    if (wide(files) > wide(control))
      throw new Error(`By ${name}, our code has characters that take two bytes in memory.`)
    const sum = (/** @type {string[]} */ texts) => texts.reduce((total, text) => total + gzip(text), 0)
    rows.push(rowOf(name, [(sum(files) - sum(control)) / 1000], 'kB'))
  }
  return rows
}

await alone(import.meta, run)
