import { once } from 'node:events'
import { createServer, type TLSSocket } from 'node:tls'
import { selfSigned } from '../../fixtures/self-signed.js'

/** A server of https that sends Set-Cookie lines byte for byte, also those that node:http and `Headers` refuse. */
export interface LineServer {
  /** The address of a page that sets these lines. */
  page(lines: readonly string[]): string
  close(): Promise<void>
}

export async function serveLines(): Promise<LineServer> {
  const pages: (readonly string[])[] = []
  const sockets = new Set<TLSSocket>()
  const server = createServer(selfSigned(), (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()) // a browser that goes away
    socket.on('close', () => sockets.delete(socket))
    let asked = ''
    socket.on('data', (bytes: Buffer) => {
      asked += bytes.toString('latin1')
      if (!asked.includes('\r\n\r\n')) return
      const lines = pages[Number(/^GET \/(\d+) /.exec(asked)?.[1] ?? NaN)] ?? []
      const head = ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Content-Length: 0', 'Connection: close']
      head.push(`Date: ${new Date().toUTCString()}`, ...lines.map((line) => `Set-Cookie: ${line}`), '', '')
      socket.end(Buffer.from(head.join('\r\n'), 'latin1'))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  const { port } = address
  return {
    page: (lines) => `https://localhost:${port}/${pages.push(lines) - 1}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
