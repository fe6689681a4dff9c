import { build, type BuildOptions } from 'esbuild'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { beforePaintForEsbuild } from '../../../scripts/before-paint.mjs'
import type { rendered } from './rendered.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Elements whose names stand before what a window or a document has of that name. */
const CLOBBERS = ['__assent', 'assent', 'currentScript', 'adoptedStyleSheets', 'dataset']
  .map((name) => `<form id="${name}" name="${name}"></form><img alt="" id="${name}" name="${name}">`)
  .join('')

/** Pages that are cached for everyone: `/a` and `/b` with an island each, `/two` with two, `/clobbered`. */
export async function serveSwaps(): Promise<{ url: string; close(): void }> {
  const client = await bundle('./client.ts', { format: 'iife' })
  const { html, hash } = await render()
  const island = `<div class="island">${html}</div>`
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/client.js') return response.setHeader('content-type', 'text/javascript').end(client)
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    response.setHeader('content-type', 'text/html')
    response.setHeader(
      'content-security-policy',
      `default-src 'self'; script-src 'self' '${hash}'; style-src 'self' 'unsafe-inline'`, // Turbo has a bar of its own
    )
    const body = `${pathname === '/clobbered' ? CLOBBERS : ''}${island}${pathname === '/two' ? island : ''}`
    return response.end(
      `<!doctype html><html lang="en"><head><title>${pathname}</title><script src="/client.js"></script></head><body><h1>${pathname}</h1>${body}<a href="/b">To b</a></body></html>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`, // a server that listens on a port
    close: () => server.close().closeAllConnections(),
  }
}

async function render(): Promise<typeof rendered> {
  const text = await bundle('./rendered.ts', { format: 'cjs', platform: 'node', external: ['react', 'react-dom'] })
  const module = { exports: {} as { rendered: typeof rendered } } // what the bundle puts there
  const run = vm.compileFunction(text, ['module', 'exports', 'require']) as (...given: unknown[]) => void
  run(module, module.exports, createRequire(import.meta.url))
  return module.exports.rendered
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [path(entry)],
    bundle: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { assent: path('../../../src/index.ts'), 'assent/core': path('../../../src/core.ts') },
    plugins: [beforePaintForEsbuild],
  })
  return outputFiles.map(({ text }) => text).join('')
}
