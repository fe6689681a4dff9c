import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { debug } from '../../core/debug.js'

/**
 * Sends a Fetch `Response` by node:http: its body as a stream, each Set-Cookie as a header of its own. When the visitor
 * has gone, the body is cancelled. Rejects where the head has been sent before.
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
    const chunks = body as Parameters<typeof Readable.fromWeb>[0] // Node's type of the same class
    await pipeline(Readable.fromWeb(chunks), res)
  } catch (error) {
    debug('A reply was not sent to its end.', error) // the visitor has gone, or the body failed
  }
}
