import type { IncomingMessage } from 'node:http'
import { collect } from './collect.js'
import { decide } from './decide.js'
import { followOptions } from './follow-options.js'
import { files } from './files.js'
import { renderPage } from './render-page.js'
import { securityHeaders } from './security-headers.js'

/** The reply to a request: our pages, our files, the endpoint, and the counter that stands in for a third party's. */
export function replyTo(request: IncomingMessage): Response | Promise<Response> {
  const { method = 'GET', url = '/' } = request
  const [path = '/', search = ''] = url.split('?', 2)
  if (path === '/collect') return collect(request)
  if (path === '/consent') return decide(request, headersOf(request))
  if (method !== 'GET' && method !== 'HEAD')
    return new Response('Only GET and HEAD work here.', {
      status: 405,
      headers: { ...securityHeaders(), allow: 'GET, HEAD', 'content-type': 'text/plain' },
    })
  const headers = headersOf(request)
  return files(path) ?? followOptions(path, search, headers) ?? renderPage(path, search, headers)
}

/** The headers of a request of Node as those of Fetch, which our code and assent read. */
function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value ?? '')]))
}
