import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { consentHandler, readConsent } from 'assent/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { site } from '../../fixtures/site.js'

const secret = 'a secret of the shop that is long enough'
const handle = consentHandler({ consent: site, secret })
const server = createServer((incoming, outgoing) => {
  const { method = 'GET', url = '/' } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(new URL(url, `http://${incoming.headers.host ?? 'localhost'}`), {
    method,
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  })
  void handle(request).then(async (response) => {
    outgoing.statusCode = response.status
    outgoing.setHeaders(response.headers)
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const post = (body: BodyInit, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${origin}/consent`, { method: 'POST', body, redirect: 'manual', headers: { origin, ...headers } })
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

describe('over HTTP', () => {
  it('a form is taken and leads back', async () => {
    const body = new URLSearchParams({ choice: 'save', categories: 'analytics' })
    const response = await post(body, { referer: `${origin}/shelf?page=2` })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/shelf?page=2#assent-saved')
    expect(readConsent(cookieOf(response), site, { secret })).toMatchObject({
      status: 'decided',
      verified: true,
      grant: { categories: ['essential', 'analytics'] },
    })
  })

  it('the state is told, with what was set', async () => {
    const cookie = cookieOf(await post('{"choice":"accept"}', { 'content-type': 'application/json' }))
    const response = await fetch(`${origin}/consent`, { headers: { cookie } })
    expect(await response.json()).toMatchObject({ status: 'decided', verified: true, record: { via: 'accept' } })
  })

  it('multipart/form-data is read', async () => {
    const form = new FormData()
    form.append('choice', 'reject')
    expect(readConsent(cookieOf(await post(form)), site, { secret }).record?.via).toBe('reject')
  })

  it('a foreign form is refused', async () => {
    const response = await post('choice=accept', { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('a body that is too long is answered while it comes', async () => {
    // By hand: fetch sends all before it listens.
    const { hostname, port } = new URL(origin)
    const socket = connect(Number(port), hostname)
    socket.write(
      `POST /consent HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    for (let i = 0; i < 80; i++) socket.write(`400\r\n${'x'.repeat(1024)}\r\n`)
    const reply = await new Promise<string>((resolve, reject) => {
      socket.once('data', (data) => resolve(String(data)))
      socket.once('error', reject)
    })
    socket.destroy()
    expect(reply).toMatch(/^HTTP\/1\.1 413 /)
    expect(reply).not.toMatch(/set-cookie/i)
  })
})
