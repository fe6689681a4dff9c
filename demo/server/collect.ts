import type { IncomingMessage } from 'node:http'
import { securityHeaders } from './security-headers.js'

let count = 0

/** Stands in for a third party's server: it takes visits, and tells how many it was told of. */
export function collect(request: IncomingMessage): Response {
  request.resume()
  const headers = { ...securityHeaders(), 'cache-control': 'no-store' }
  if (request.method === 'POST') {
    count += 1
    return new Response(null, { status: 204, headers })
  }
  if (request.method === 'GET' || request.method === 'HEAD') return Response.json({ count }, { headers })
  return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, POST', ...headers } })
}
