import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { debug } from '../../core/debug.js'

/**
 * Sends a Fetch `Response` through node:http, with its body as a stream and each Set-Cookie as a separate header. If the
 * visitor disconnects, the body is cancelled. Rejects if the head was already sent.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { sendResponse } from 'assent/node'
 *
 * createServer((req, res) => void sendResponse(res, Response.json({ path: req.url })))
 * ```
 */
export async function sendResponse(res: ServerResponse, response: Response): Promise<void> {
  const { body } = response
  setHead(res, response)
  if (!body || res.req.method === 'HEAD') {
    res.end()
    await body?.cancel()
    return
  }
  try {
    const chunks = body as Parameters<typeof Readable.fromWeb>[0] // Node has its own type for the same class
    await pipeline(Readable.fromWeb(chunks), res)
  } catch (error) {
    debug('A reply was not sent to its end.', error) // the visitor disconnected, or the body failed
  }
}

function setHead(res: ServerResponse, { headers, status }: Response): void {
  res.statusCode = status
  for (const [name, value] of headers)
    if (name === 'set-cookie') res.appendHeader(name, value)
    else if (name !== 'connection' || res.req.httpVersionMajor < 2) res.setHeader(name, value) // RFC 9113 §8.2.2
}

/** How long, and how many bytes of its body, a client may go on sending after a reply. */
const MAX_LINGER_MILLISECONDS = 500
const MAX_LINGER_BYTES = 1_048_576

/**
 * Sends a short reply to a request whose body may not have arrived to its end, and closes the connection; in HTTP/2, the
 * stream. Until then it drops what still arrives: a connection that is closed with unread bytes is reset, and the client
 * may lose the reply (RFC 9112 §9.6).
 */
export async function sendLast(
  res: ServerResponse & { stream?: { close: () => void } },
  response: Response,
): Promise<void> {
  const { req, stream } = res
  const text = Buffer.from(await response.arrayBuffer())
  setHead(res, response)
  if (stream) {
    res.once('finish', () => stream.close()) // RFC 9113 §8.1
    res.end(text)
    return
  }
  res.setHeader('Connection', 'close')
  res.setHeader('Content-Length', text.length)
  if (req.method === 'HEAD' || !text.length) res.flushHeaders()
  else res.write(text)
  await ended(req)
  res.end()
}

/** Waits for the end of a request, dropping its body; for so long and so many bytes only. */
async function ended(req: IncomingMessage): Promise<void> {
  if (req.readableEnded || req.destroyed) return
  await new Promise<void>((resolve) => {
    let bytes = 0
    const drop = (): void => {
      for (let chunk: unknown = req.read(); chunk instanceof Uint8Array; chunk = req.read()) bytes += chunk.length
      if (bytes > MAX_LINGER_BYTES) stop()
    }
    const stop = (): void => {
      clearTimeout(timer)
      req.off('readable', drop).off('end', stop).off('close', stop)
      resolve()
    }
    const timer = setTimeout(stop, MAX_LINGER_MILLISECONDS)
    req.on('readable', drop).once('end', stop).once('close', stop)
  })
}
