import { createServer, request as send, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { selfSigned } from '../fixtures/self-signed.js'

export interface Relay {
  readonly url: string
  readonly port: number
  close(): void
}

export interface RelayOptions {
  /** How browsers come to it. Default: `http`. */
  scheme?: 'http' | 'https'
  /** Headers of replies that it keeps to itself. */
  hidden?: readonly string[]
}

/** The site behind a line that passes on each reply when `pass` of its path and of what was posted says so. */
export async function relayTo(
  origin: string,
  pass: (path: string, body: string) => Promise<void>,
  { scheme = 'http', hidden = [] }: RelayOptions = {},
): Promise<Relay> {
  const relay: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, headers, url = '/' } = request
      const body = Buffer.concat(chunks)
      const upstream = send(new URL(url, origin), { method, headers }, (reply) => {
        void pass(url, String(body)).then(() => {
          for (const name of hidden) delete reply.headers[name]
          response.writeHead(reply.statusCode ?? 502, reply.headers)
          reply.pipe(response)
        })
      })
      upstream.end(body)
    })
  }
  const server = (scheme === 'https' ? createSecureServer(selfSigned(), relay) : createServer(relay)).listen(0)
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo // it listens on a port
  return { url: `${scheme}://localhost:${port}`, port, close: () => void server.close() }
}
