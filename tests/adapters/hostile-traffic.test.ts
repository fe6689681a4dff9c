import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { defineConsent } from 'assent/core'
import { consentMiddleware, cookiesOf, requestOf, sendResponse } from 'assent/node'
import { consentHandler } from 'assent/server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { attacks, unfinished } from '../../scripts/load/hostile.mjs'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true },
    analytics: { name: 'Analytics', description: '', cookies: ['n*'] },
    marketing: { name: 'Marketing', description: '', services: { s1: { name: 'One', cookies: ['s1_*'] } } },
  },
  endpoint: '/consent',
})
const onError = vi.fn()
const middleware = consentMiddleware({ consent, onError })
const handle = consentHandler({ consent, onError })
const listeners: Readonly<Record<string, RequestListener>> = {
  consentMiddleware: (req, res) =>
    middleware(req, res, () => {
      if (req.url === '/logout') cookiesOf(req).deleteAll()
      res.end('page')
    }),
  consentHandler: (req, res) =>
    void (req.url === '/consent' ? handle(requestOf(req)) : Promise.resolve(new Response('page'))).then((response) =>
      sendResponse(res, response),
    ),
}

const servers: Server[] = []
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}) // it tells what it refused
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** Sends a request, and gives the status of the reply. */
function statusOf(port: number, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.once('data', (data) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1]))
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

// The same requests as `npm run load` sends for a minute.
it.each(Object.entries(listeners))('%s answers hostile requests, and then visitors', async (_, listener) => {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const endless = unfinished.map(([text]) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text)).on('error', () => {})
    return socket
  })
  const statuses = await Promise.all(attacks.map((text) => statusOf(port, text)))
  for (const status of statuses) expect(status).toBeLessThan(500)
  expect(statuses.filter((status) => status >= 400).length).toBeGreaterThan(8)
  expect(await (await fetch(`http://127.0.0.1:${port}/consent`)).json()).toMatchObject({ status: 'undecided' })
  expect(onError).not.toHaveBeenCalled()
  for (const socket of endless) socket.destroy()
})
