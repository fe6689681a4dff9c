import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { consentMiddleware } from 'assent/node'
import { expect, it, vi } from 'vitest'
import { consent } from './shop.js'

it.each([
  ['sessionid=1', 0],
  ['lang=en; Path=/', 0],
  ['cookie_consent=; Max-Age=0', 1], // a choice of the reply, which the other lines follow
  ['_ga=1', 1],
  ['_ga=; Max-Age=0', 0],
  ['unknown=1', 0],
])('asks for the region of a visitor only where the cookies of a reply depend on it: %s', async (line, calls) => {
  const regionOf = vi.fn<(request: Request) => string>(() => 'DE')
  const middleware = consentMiddleware({ consent, regionOf })
  const server = createServer((req, res) =>
    middleware(req, res, () => void res.setHeader('Set-Cookie', line).end()),
  ).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.close().closeAllConnections()
  expect(regionOf).toHaveBeenCalledTimes(calls)
})
