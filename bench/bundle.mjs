// Bundles of apps for production, by esbuild, and a server for what Chromium loads of them.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'
import * as esbuild from 'esbuild'

export const bench = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {{ js: string, css: string }} Bundle */

/**
 * Bundles a module's text. With `react: false` React is left out, as what every app has. One React serves all packages.
 *
 * @param {string} code
 * @param {{ react?: boolean, platform?: 'browser' | 'node' }} [options]
 * @returns {Promise<Bundle>}
 */
export async function bundle(code, { react = true, platform = 'browser' } = {}) {
  const packages = ['react', 'react-dom']
  const { outputFiles } = await esbuild.build({
    stdin: { contents: code, resolveDir: bench, loader: 'jsx' },
    bundle: true,
    write: false,
    outdir: bench,
    minify: platform === 'browser',
    platform,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ...(react
      ? { alias: Object.fromEntries(packages.map((name) => [name, `${root}node_modules/${name}`])) }
      : { external: packages.flatMap((name) => [name, `${name}/*`]) }),
    ...(platform === 'node' && {
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    }),
  })
  const text = (/** @type {string} */ ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { js: text('.js'), css: text('.css') }
}

/** @type {(text: string) => number} */
export const gzip = (text) => (text ? zlib.gzipSync(text, { level: 9 }).length : 0)

/** A page that runs a bundle, around what a server has rendered. @type {(app: Bundle, html?: string) => string} */
export const documentOf = ({ js, css }, html = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><style>${css}</style><div id="root">${html}</div>` +
  `<script type="module">${js.replaceAll('</script', '<\\/script')}</script>`

/** Serves pages by their paths, on this machine alone. @type {(pages: Record<string, string>) => Promise<{ url: string, close: () => void }>} */
export async function serve(pages) {
  const server = createServer(({ url = '' }, response) => {
    const html = pages[url]
    const isolation = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html', ...isolation }).end(html) // clocks tick finely
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: () => {
      server.close()
    },
  }
}
