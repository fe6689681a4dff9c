import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { replyTo } from './reply-to.js'
import { securityHeaders } from './security-headers.js'

const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}\n`)
    if (!response.headersSent) response.writeHead(500, securityHeaders())
    response.end()
  })
}).listen(port, () => {
  process.stdout.write(`Sandmartin is open: http://localhost:${port}\n`)
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = await replyTo(request)
  const body = Buffer.from(await reply.arrayBuffer())
  response.setHeaders(reply.headers) // each Set-Cookie is a header of its own
  response.writeHead(reply.status)
  response.end(request.method === 'HEAD' ? undefined : body)
}
