import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { consentHandler } from 'assent/server'
import { consent } from '../src/consent.js'
import { optionsOf } from '../src/trying/options.js'
import { searchOfReferer } from './follow-options.js'
import { securityHeaders } from './security-headers.js'

// The demo is served by http on any host, and by https behind a proxy.
const handle = consentHandler({
  consent,
  secure: 'auto',
  regionOf: ({ headers }) => optionsOf(searchOfReferer(headers) ?? '').region,
})

/** The endpoint: tells the state, and takes choices of the page's scripts and of its forms. */
export async function decide(request: IncomingMessage, headers: Headers): Promise<Response> {
  const { method = 'GET', url = '/' } = request
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const reply = await handle(
    new Request(`http://${headers.get('host') ?? 'localhost'}${url}`, {
      method,
      headers,
      ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
    }),
  )
  for (const [name, value] of Object.entries(securityHeaders())) reply.headers.set(name, value)
  return reply
}
