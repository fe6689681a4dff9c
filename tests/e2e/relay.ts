import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Relay {
  readonly url: string
  close(): void
}

/** The site behind a line that passes on each reply when `pass` of its path and of what was posted says so. */
export async function relayTo(origin: string, pass: (path: string, body: string) => Promise<void>): Promise<Relay> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, headers, url = '/' } = request
      const body = Buffer.concat(chunks)
      const upstream = send(new URL(url, origin), { method, headers }, (reply) => {
        void pass(url, String(body)).then(() => {
          response.writeHead(reply.statusCode ?? 502, reply.headers)
          reply.pipe(response)
        })
      })
      upstream.end(body)
    })
  }).listen(0)
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo // it listens on a port
  return { url: `http://localhost:${port}`, close: () => void server.close() }
}
