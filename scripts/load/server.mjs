// The server under load, in a process of its own: `http` is consentHandler on node:http, `express` the middleware in Express.
/* global Response */
import { createServer } from 'node:http'
import { randomBytes } from 'node:crypto'
import express from 'express'
import { defineConsent } from 'assent/core'
import { consentMiddleware, consentOf, cookiesOf, requestOf, sendResponse } from 'assent/node'
import { consentHandler, createCookies, readConsent } from 'assent/server'

const services = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [`s${i}`, { name: `s${i}`, cookies: [`s${i}_*`] }]),
)
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['sessionid'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga*', 'n*'] },
    marketing: { name: 'Marketing', description: '', services },
  },
  endpoint: '/consent',
})
const secret = randomBytes(32).toString('hex')
/** @type {(status: string) => string} */
const page = (status) => `<!doctype html><title>Shop</title><p>${status}</p>`.padEnd(4096)

function withHttp() {
  const handle = consentHandler({ consent, secret, secure: false })
  return createServer(async (req, res) => {
    const request = requestOf(req)
    const { pathname } = new URL(request.url)
    if (pathname === '/consent') return sendResponse(res, await handle(request))
    const cookies = createCookies(request, { consent, secret, secure: false })
    if (pathname === '/logout') cookies.deleteAll({ keep: ['cookie_consent*'] })
    return sendResponse(res, cookies.commit(new Response(page(readConsent(request, consent, { secret }).status))))
  })
}

function withExpress() {
  const app = express()
  app.use(consentMiddleware({ consent, secret, secure: false }))
  app.get('/logout', (req, res) => {
    cookiesOf(req).deleteAll({ keep: ['cookie_consent*'] })
    res.send(page('left'))
  })
  app.use((req, res) => res.send(page(consentOf(req).status)))
  return createServer(app)
}

const server = process.argv[2] === 'express' ? withExpress() : withHttp()
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: address !== null && typeof address === 'object' ? address.port : 0 })
})
process.on('message', () => {
  globalThis.gc?.()
  process.send?.({ heap: process.memoryUsage().heapUsed })
})
process.on('disconnect', () => process.exit())
