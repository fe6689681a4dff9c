import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export interface Site {
  readonly url: string
  /** The host of others: of a map, and of the module that the policy lets in by its nonce alone. */
  readonly other: string
  /** Every path that was asked for, of either. */
  readonly requests: string[]
  /** What `/own` shows, in which `{nonce}` stands for that of the page; `?free` is without a policy, `?dynamic` has `'strict-dynamic'`. */
  body: string
  /** What `/inner` shows, a page of this host without scripts of ours. */
  inner: string
  close(): void
}

/** A page of ours under a strict policy with a nonce and Trusted Types, and a host of others. */
export async function serveGates(): Promise<Site> {
  const requests: string[] = []
  const [client, development] = await Promise.all(['production', 'development'].map(bundle))
  const site: Site = { url: '', other: '', requests, body: '', inner: '', close }
  const others = await listen((request, response) => {
    requests.push(request.url ?? '')
    const isModule = request.url?.startsWith('/module.js')
    response.setHeader('content-type', isModule ? 'text/javascript' : 'text/html')
    response.setHeader('access-control-allow-origin', '*')
    response.end(isModule ? "gates.ran.push('module')" : '<!doctype html><title>Map</title><button>Zoom in</button>')
  })
  const other = `localhost:${portOf(others)}`
  const own = await listen((request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (!pathname.startsWith('/client')) requests.push(request.url ?? '')
    if (pathname.endsWith('.js')) response.setHeader('content-type', 'text/javascript')
    if (pathname === '/client.js') response.end(client)
    else if (pathname === '/client.development.js') response.end(development)
    else if (pathname === '/late.js') response.end(`${decodeURIComponent(search.slice(1))}\ngates.ran.push('late')`)
    else if (pathname === '/run.js')
      setTimeout(() => response.end(`gates.ran.push(${JSON.stringify(search.slice(1))})`), search === '?slow' ? 300 : 0)
    else if (pathname === '/favicon.ico') response.writeHead(204).end()
    else {
      const nonce = randomBytes(16).toString('base64')
      const isOwn = pathname === '/own'
      const isInner = pathname === '/inner'
      const policy = `default-src 'self'; script-src 'nonce-${nonce}'; style-src 'self'; frame-src 'self' http://${other}; require-trusted-types-for 'script'; trusted-types assent`
      const dynamic = `script-src 'nonce-${nonce}' 'strict-dynamic'; object-src 'self' data:`
      if (!searchParams.has('free'))
        response.setHeader('content-security-policy', searchParams.has('dynamic') ? dynamic : policy)
      response.setHeader('content-type', 'text/html')
      const marked = (text: string) => text.replaceAll('{nonce}', nonce)
      const body = searchParams.has('tags') ? tags(nonce, other) : '<div id="root"></div>'
      const script = `<script nonce="{nonce}" src="/client${isOwn ? '.development' : ''}.js"></script>`
      // The page of a test runs its own scripts after ours.
      const content = isOwn ? `${script}<h1>Page</h1>${site.body}` : isInner ? site.inner : body + script
      response.end(marked(`<!doctype html><html lang="en"><title>Gates</title><body>${content}</body></html>`))
    }
  })
  function close(): void {
    for (const server of [own, others]) server.close().closeAllConnections()
  }
  return Object.assign(site, { url: `http://127.0.0.1:${portOf(own)}`, other })
}

/** Markup that React does not own. */
const tags = (nonce: string, other: string): string => `
  <script type="text/plain" nonce="${nonce}" data-category="analytics" data-src="/run.js?slow" id="slow" crossorigin="anonymous"></script>
  <script type="text/plain" nonce="${nonce}" data-category="analytics">gates.ran.push('inline')</script>
  <script type="text/plain" nonce="${nonce}" data-category="analytics marketing" data-src="/run.js?both"></script>
  <template data-category="analytics">
    <p>Measured</p>
    <script nonce="${nonce}" data-src="/run.js?template"></script>
    <script nonce="${nonce}">gates.ran.push('template inline')</script>
    <script type="application/json">{}</script>
    <script type="text/plain" nonce="${nonce}" data-category="marketing" data-src="/run.js?nested"></script>
  </template>
  <script type="text/plain" data-category="analytics">gates.ran.push('without a nonce')</script>
  <script type="text/plain" nonce="${nonce}" data-category="unheard">gates.ran.push('unheard')</script>
  <iframe title="Map" data-service="maps" data-src="http://${other}/map"></iframe>
  <iframe title="Evil" data-category="analytics" data-src="javascript:parent.gates.ran.push('evil')"></iframe>
  <img alt="" data-category="marketing" data-src="/pixel.svg">`

async function bundle(mode: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path('./client.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    plugins: [
      {
        name: 'assent',
        setup(build) {
          build.onResolve({ filter: /^assent$/ }, () => ({ path: path('../../../src/index.ts') }))
          build.onResolve({ filter: /\/rendered-script\.js$/ }, () => ({
            path: path('../../../src/browser/before-paint/unrendered-script.ts'),
          }))
        },
      },
    ],
  })
  return outputFiles.map(({ text }) => text).join('')
}

function listen(handle: RequestListener): Promise<Server> {
  const server = createServer(handle)
  return new Promise((resolve) => server.listen(0, () => resolve(server)))
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port // a server that listens on a port
}
