// `npm run compare`: what assent and its peers add to a page, measured in the same way on this machine. No part of the
// tests: it installs the peers from the npm registry, pinned, into a temporary folder. Needs `npm run build` first.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import * as esbuild from 'esbuild'

const peers = [
  '@c15t/react@2.2.1',
  'js-cookie@3.0.8',
  'klaro@0.7.22',
  'orejime@3.2.1',
  'react-cookie@8.1.2',
  'react-cookie-consent@10.0.2',
  'vanilla-cookieconsent@3.1.0',
]

// Each entry shows a banner with a panel of four categories where the package has one, in English, on a React page.
const ids = "['necessary', 'functional', 'analytics', 'marketing']"
const text = "'We store what this site needs, and with your consent what measures it.'"
const banners = {
  assent: `
    import { ConsentBanner, ConsentProvider, defineConsent } from 'assent'
    import 'assent/styles.css'
    const consent = defineConsent({ version: 1, categories: Object.fromEntries(
      ${ids}.map((id) => [id, { name: id, description: ${text}, required: id === 'necessary' }])) })
    export const App = () => <ConsentProvider consent={consent}><ConsentBanner /></ConsentProvider>`,
  'react-cookie-consent': `
    import { CookieConsent } from 'react-cookie-consent'
    export const App = () => <CookieConsent enableDeclineButton>{${text}}</CookieConsent>`,
  'vanilla-cookieconsent': `
    import { useEffect } from 'react'
    import { run } from 'vanilla-cookieconsent'
    import 'vanilla-cookieconsent/dist/cookieconsent.css'
    const en = {
      consentModal: { title: 'Cookies', description: ${text}, acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No', showPreferencesBtn: 'More' },
      preferencesModal: { title: 'Cookies', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No', savePreferencesBtn: 'Save',
        sections: ${ids}.map((id) => ({ title: id, description: ${text}, linkedCategory: id })) },
    }
    const categories = Object.fromEntries(${ids}.map((id) => [id, { readOnly: id === 'necessary' }]))
    export const App = () => { useEffect(() => { run({ categories, language: { default: 'en', translations: { en } } }) }, []) }`,
  orejime: `
    import { useEffect } from 'react'
    import 'orejime/dist/orejime-standard-en.js'
    import 'orejime/dist/orejime-standard.css'
    const purposes = ${ids}.map((id) => ({ id, title: id, description: ${text}, cookies: [], isMandatory: id === 'necessary' }))
    export const App = () => { useEffect(() => { window.loadOrejime({ privacyPolicyUrl: '/privacy', purposes }) }, []) }`,
  'c15t (@c15t/react, offline)': `
    import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from '@c15t/react'
    import '@c15t/react/styles.css'
    const options = { mode: 'offline', consentCategories: ['necessary', 'functionality', 'measurement', 'marketing'] }
    export const App = () => <ConsentManagerProvider options={options}><ConsentBanner /><ConsentDialog /></ConsentManagerProvider>`,
  klaro: `
    import { useEffect } from 'react'
    import * as klaro from 'klaro/dist/klaro-no-css'
    import 'klaro/dist/klaro.min.css'
    const services = ${ids}.map((id) => ({ name: id, title: id, purposes: [id], required: id === 'necessary' }))
    export const App = () => { useEffect(() => { klaro.setup({ version: 1, services }) }, []) }`,
}
const hooks = {
  'js-cookie (no hook, no consent)': `
    import Cookies from 'js-cookie'
    export const read = () => Cookies.get('theme'), write = (value) => Cookies.set('theme', value)`,
  'react-cookie (no consent)': `
    import { CookiesProvider, useCookies } from 'react-cookie'
    const Theme = () => { const [{ theme }, set] = useCookies(['theme']); return <b onClick={() => set('theme', 'dark')}>{theme}</b> }
    export const App = () => <CookiesProvider><Theme /></CookiesProvider>`,
  assent: `
    import { ConsentProvider, defineConsent, useCookie } from 'assent'
    const consent = defineConsent({ version: 1, categories: { functional: { name: '', description: '', cookies: ['theme'] } } })
    const Theme = () => { const [theme, set] = useCookie('theme'); return <b onClick={() => set('dark')}>{theme}</b> }
    export const App = () => <ConsentProvider consent={consent}><Theme /></ConsentProvider>`,
}

const root = process.cwd()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assent-compare-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))

install()
await table('Banner and panel, four categories', banners, true)
await table('Cookie hook', hooks)
console.log('\nMinified and gzipped for production, React left out; what is loaded lazily counts. 1 kB is 1000 bytes.')

function install() {
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }')
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...peers],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('The peers could not be installed.')
  fs.symlinkSync(root, path.join(folder, 'node_modules/assent'))
  // One React for all.
  for (const name of ['react', 'react-dom', 'scheduler']) {
    fs.rmSync(path.join(folder, 'node_modules', name), { recursive: true, force: true })
    fs.symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
}

/** @type {(title: string, entries: Record<string, string>, isBanner?: boolean) => Promise<void>} */
async function table(title, entries, isBanner = false) {
  console.log(`\n| ${title} | JavaScript |${isBanner ? " CSS | In the server's HTML |" : ''}`)
  console.log(`| --- | ---: |${isBanner ? ' ---: | --- |' : ''}`)
  for (const [name, code] of Object.entries(entries)) {
    const { js, css } = await measure(code)
    const more = isBanner ? ` ${kB(css)} | ${(await isInHtml(code)) ? 'yes' : 'no'} |` : ''
    console.log(`| ${name} | ${kB(js)} |${more}`)
  }
}

/** @type {(code: string, options: esbuild.BuildOptions) => Promise<esbuild.OutputFile[]>} */
async function bundle(code, options) {
  const { outputFiles = [] } = await esbuild.build({
    stdin: { contents: code, resolveDir: folder, loader: 'jsx' },
    bundle: true,
    write: false,
    outdir: folder,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ...options,
  })
  return outputFiles
}

/** @type {(code: string) => Promise<{ js: number, css: number }>} */
async function measure(code) {
  const files = await bundle(code, {
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    external: ['react', 'react/*', 'react-dom', 'react-dom/*'],
  })
  const sum = (/** @type {string} */ ending) =>
    files
      .filter((file) => file.path.endsWith(ending))
      .reduce((total, file) => total + zlib.gzipSync(file.contents, { level: 9 }).length, 0)
  return { js: sum('.js'), css: sum('.css') }
}

/** Whether React's renderToString gives a button of the banner. Some packages cannot even be imported without a browser. */
/** @type {(code: string) => Promise<boolean>} */
async function isInHtml(code) {
  const page = `${code}
    import { renderToString } from 'react-dom/server'
    console.log(renderToString(<App />))`
  const files = await bundle(page, {
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  const file = path.join(folder, 'page.mjs')
  fs.writeFileSync(file, files.find((output) => output.path.endsWith('.js'))?.contents ?? '')
  return spawnSync(process.execPath, [file], { encoding: 'utf8' }).stdout.includes('<button')
}

/** @type {(bytes: number) => string} */
function kB(bytes) {
  return bytes ? `${(bytes / 1000).toFixed(1)} kB` : '0'
}
