// Pages on host names of this machine, over http and https.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { fileURLToPath } from 'node:url'
import { test, type LaunchOptions } from '@playwright/test'
import { build } from 'esbuild'
import { selfSigned } from '../fixtures/self-signed.js'

interface Launch {
  launchOptions: LaunchOptions
  browserName: string
}

/** What a browser needs to find these names here. */
export const lookingUp = (hosts: readonly string[]) => ({
  ignoreHTTPSErrors: true,
  launchOptions: (
    { launchOptions, browserName }: Launch,
    give: (options: LaunchOptions) => Promise<void>,
  ): Promise<void> =>
    give({
      ...launchOptions,
      ...(browserName === 'firefox'
        ? { firefoxUserPrefs: { 'network.dns.localDomains': hosts.join() } }
        : { args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP * 127.0.0.1'] }),
    }),
})

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Serves one kind of page to the tests of a file. `client` is its script, in `tests/pages`. `bodyOf` gives the body of a
 * page, where there is to be more in it than the script.
 */
export function serveClient(
  client: string,
  bodyOf: (script: string, request: IncomingMessage) => string = (script) => script,
): { readonly http: string; readonly https: string } {
  const ports = { http: '', https: '' }
  const servers: Server[] = []
  const listen = async (server: Server): Promise<string> => {
    servers.push(server.listen(0, '127.0.0.1'))
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
    return String(address.port)
  }
  test.beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [path(`../pages/${client}`)],
      bundle: true,
      write: false,
      format: 'iife',
      alias: { 'assent/core': path('../../src/core.ts') },
      define: { 'process.env.NODE_ENV': '"production"' },
    })
    const script = `<script>${outputFiles.map(({ text }) => text).join('')}</script>`
    const answer: RequestListener = (request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      const head = '<!doctype html><title>Page</title><link rel="icon" href="data:,">'
      response.end(head + bodyOf(script, request))
    }
    ports.http = await listen(createServer(answer))
    ports.https = await listen(createSecureServer(selfSigned(), answer))
  })
  test.afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })
  return ports
}
