import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { defineConsent } from 'assent/core'
import { consentMiddleware } from 'assent/node'
import { afterEach, describe, expect, it } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['lang'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga'] },
  },
})
const record = (categories: readonly string[]) =>
  `cookie_consent=${encodeURIComponent(JSON.stringify({ categories, timestamp: new Date().toISOString(), version: 1 }))}`
const YES = record(['essential', 'analytics'])
const NO = record(['essential'])

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** The names of the cookies that a reply with these lines sets, to a visitor who sent this Cookie header. */
async function namesSet(lines: readonly string[], cookie = ''): Promise<(string | undefined)[]> {
  const middleware = consentMiddleware({ consent })
  const server = createServer((req, res) =>
    middleware(req, res, () => void res.setHeader('Set-Cookie', ['_ga=1; Path=/', 'lang=en', ...lines]).end()),
  ).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const response = await fetch(origin, { headers: cookie ? { cookie } : {} })
  return response.headers.getSetCookie().map((line) => line.split('=')[0])
}

describe('a line that deletes the record is no choice', () => {
  it.each([
    'cookie_consent=yes; Max-Age=0',
    'cookie_consent=yes; Max-Age=-1; Path=/',
    `${YES}; Path=/; Max-Age=0`,
    `${YES}; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT`,
    `${YES}; Path=/; max-age=0; SameSite=Lax`,
    // Browsers differ over these. What any of them deletes is no choice.
    `${YES}; Max-Age=0; Max-Age=x`,
    `${YES}; Max-Age=60; Max-Age=0`,
    `${YES}; Max-Age=+0`,
    `${YES}; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=x`,
    `${YES}; Expires=01st 01 Jan 1970 00:00:00 GMT`,
  ])('%.0s%#: alone', async (line) => {
    expect(await namesSet([line])).not.toContain('_ga')
    expect(await namesSet([line])).toContain('lang')
    expect(await namesSet([line], YES)).not.toContain('_ga')
  })

  it('beside one that refuses', async () => {
    for (const lines of [
      ['cookie_consent=yes; Max-Age=0; Path=/old', `${NO}; Path=/`],
      [`${NO}; Path=/`, 'cookie_consent=yes; Max-Age=0; Path=/old'],
    ])
      expect(await namesSet(lines, YES)).not.toContain('_ga')
  })

  it('beside one that grants, which counts', async () => {
    for (const lines of [
      ['cookie_consent=; Max-Age=0; Domain=shop.example', `${YES}; Path=/; Max-Age=60`],
      [`${YES}; Path=/`, 'cookie_consent=no; Max-Age=0; Path=/old'],
    ])
      expect(await namesSet(lines, NO)).toContain('_ga')
  })

  it('and takes back what was set in its place before', async () => {
    expect(await namesSet([`${YES}; Path=/`, 'cookie_consent=; Max-Age=0; Path=/'])).not.toContain('_ga')
    expect(await namesSet(['cookie_consent=; Max-Age=0; Path=/', `${YES}; Path=/`])).toContain('_ga')
  })

  it('and the last of two in one place counts', async () => {
    expect(await namesSet([`${YES}; Path=/`, `${NO}; Path=/`])).not.toContain('_ga')
    expect(await namesSet([`${YES}; Path=/`, `${NO}; Path=/x`])).not.toContain('_ga') // neither is trusted
  })

  it('and the choice of the request counts where the reply has none', async () => {
    expect(await namesSet(['cookie_consent_old=yes; Max-Age=0'], YES)).toContain('_ga')
  })
})
