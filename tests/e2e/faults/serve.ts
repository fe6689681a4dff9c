import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export interface Shop {
  readonly url: string
  /** The choices that were posted, in order. */
  readonly choices: string[]
  /** What pages told that came back. */
  readonly told: string[]
  /** How the endpoint answers. Default: with 200. */
  reply: (response: ServerResponse) => void
  /** Nobody listens: connections are refused until `open`. */
  close(): Promise<void>
  open(): Promise<void>
}

/** Pages that a browser may keep for going back, and an endpoint that fails as it is told to. */
export async function serveShop(): Promise<Shop> {
  const client = await bundle()
  const choices: string[] = []
  const told: string[] = []
  const server = createServer((request, response) => {
    if (request.url === '/client.js') response.setHeader('content-type', 'text/javascript').end(client)
    else if (request.method === 'POST')
      void text(request).then((body) => {
        if (request.url === '/told') {
          told.push(body)
          response.writeHead(204).end()
        } else {
          choices.push((JSON.parse(body) as { choice: string }).choice) // written by postChoices
          shop.reply(response)
        }
      })
    else if (request.url === '/favicon.ico') response.writeHead(204).end()
    else
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script src="/client.js"></script></html>')
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo // it listens on a port
  const shop: Shop = {
    url: `http://127.0.0.1:${port}`,
    choices,
    told,
    reply: (response) => response.end('{}'),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
    open: () => listen(port),
  }
  return shop
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path('./client.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'assent/core': path('../../../src/core.ts') },
  })
  return outputFiles.map(({ text }) => text).join('')
}
