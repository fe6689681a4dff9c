// Pages that tests open in frames: rendered by a server from the visitor's own request, under a strict policy.
import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Plugin } from 'vite'
import type * as Server from './server.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/**
 * - `/pages/jar/…` holds a jar, with `window.jar`; `?without=cookieStore,…` takes these away before.
 * - `/pages/app?…` is rendered by React; see `cases.ts`. `window.hydrate()` makes it live, or renders it.
 * - `/pages/storage` erases all that it may, and posts to its parent what that was.
 * - `/pages/set-cookie` and `/pages/http-only` set a cookie.
 * - `/pages/consent` shows the form that was posted to it.
 */
export function servePages(): Plugin {
  return {
    name: 'assent-test-pages',
    configureServer(server) {
      server.middlewares.use('/pages', (request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost')
        const html = (text: string) => response.setHeader('content-type', 'text/html').end(text)
        const answer = async (): Promise<void> => {
          const script = /^\/(app|jar|collect|storage)\.js$/.exec(url.pathname)?.[1]
          if (script) {
            response.setHeader('content-type', 'text/javascript').end(await bundle(`./${script}-client.ts`))
          } else if (url.pathname.startsWith('/jar')) {
            const without = url.searchParams.get('without')?.split(',') ?? []
            html(`<!doctype html><title>Jar</title>
              <script>${without.map((name) => `Object.defineProperty(window, ${JSON.stringify(name)}, { value: undefined })`).join('\n')}</script>
              <script src="/pages/jar.js"></script>`)
          } else if (url.pathname === '/storage') {
            html('<!doctype html><title>Storage</title><script src="/pages/storage.js"></script>')
          } else if (url.pathname === '/set-cookie') {
            response.setHeader('set-cookie', 'b=1; Path=/').end()
          } else if (url.pathname === '/http-only') {
            response.setHeader('set-cookie', 'hidden=1; Path=/; HttpOnly; Max-Age=60').end()
          } else if (url.pathname === '/consent') {
            const body = new URLSearchParams(String(await buffer(request)))
            html(`<!doctype html><title>Posted</title><p>${request.method ?? ''} ${JSON.stringify([...body])}</p>`)
          } else if (url.pathname === '/app') {
            const { renderPage } = (await server.ssrLoadModule(path('./server.tsx'))) as typeof Server
            const nonce = randomBytes(16).toString('base64')
            const { policy, body } = await renderPage(url.search, request.headers.cookie, nonce)
            response.setHeader('content-type', 'text/html')
            response.setHeader('content-security-policy', policy)
            if (typeof body === 'string') response.end(body)
            else await pipeline(Readable.fromWeb(body), response)
          } else next()
        }
        answer().catch(next)
      })
    },
  }
}

const bundles = new Map<string, Promise<string>>()

function bundle(entry: string): Promise<string> {
  let text = bundles.get(entry)
  if (!text) bundles.set(entry, (text = bundleNow(entry)))
  return text
}

async function bundleNow(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxDev: true,
    define: { 'process.env.NODE_ENV': '"development"' },
    alias: Object.fromEntries(['core', 'testing'].map((name) => [`assent/${name}`, path(`../../src/${name}.ts`)])),
    plugins: [
      {
        name: 'assent',
        setup(build) {
          build.onResolve({ filter: /^assent$/ }, () => ({ path: path('../../src/index.ts') }))
          // As `imports` of package.json has it for what is built.
          build.onResolve({ filter: /\/rendered-script\.js$/ }, () => ({
            path: path('../../src/browser/before-paint/unrendered-script.ts'),
          }))
        },
      },
    ],
  })
  return outputFiles.map(({ text }) => text).join('')
}
