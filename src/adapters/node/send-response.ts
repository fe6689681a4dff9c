import type { ServerResponse } from 'node:http'
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
  const { body, headers, status } = response
  res.statusCode = status
  for (const [name, value] of headers)
    if (name === 'set-cookie') res.appendHeader(name, value)
    else res.setHeader(name, value)
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
