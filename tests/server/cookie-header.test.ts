import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { defineConsent, defineCookie, importRecord, snapshotOf } from 'assent/core'
import { consentMiddleware, consentOf, cookiesOf } from 'assent/node'
import { consentHandler, createCookies, hardenSetCookies, parseCookie, readConsent } from 'assent/server'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A header as node:http and undici give it: the bytes of UTF-8, each as one character of Latin-1. */
const bytes = (text: string) => String.fromCharCode(...new TextEncoder().encode(text))

const city = defineCookie('city', { default: '' })
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['sessionid'] },
    functional: { name: 'Functional', description: '', cookies: [city, 'gr*', 'ok', 'bad', 'x*'] },
  },
  endpoint: '/consent',
})

const headers: [header: string, cookies: Record<string, string>][] = [
  [bytes('city=Zürich'), { city: 'Zürich' }],
  [`${bytes('ok=é')}; bad=\xff`, { ok: 'é', bad: '\xff' }],
  [`bad=\xff; ${bytes('ok=日本 🍪')}`, { ok: '日本 🍪', bad: '\xff' }],
  [`bad=${bytes('é')}\xff; ${bytes('city=Genève')}`, { bad: 'Ã©\xff', city: 'Genève' }],
  [bytes('größe=xl; x名前=花子'), { größe: 'xl', x名前: '花子' }],
  [`${bytes('größe')}=\xe9`, { größe: 'é' }],
  ['ok=\xe9t\xe9', { ok: 'été' }],
  [`ok=日本; ${bytes('city=Zürich')}`, { ok: '日本', city: 'Zürich' }],
  ['city=Zürich; ok=“x”', { city: 'Zürich', ok: '“x”' }],
  [`${bytes('city=Zürich')}; x=Z%C3%BCrich; ok=%FF`, { city: 'Zürich', x: 'Zürich', ok: '%FF' }],
  [`x=${bytes('é')}%C3%A9; bad=\xc3; ok=\x80`, { x: 'éé', bad: '\xc3', ok: '\x80' }],
  ['bad=\xed\xa0\xbd; ok=\xc0\xaf', { bad: '\xed\xa0\xbd', ok: '\xc0\xaf' }],
]
/** Headers that a `Headers` object and a socket carry, which know bytes alone. */
const sent = headers.filter(([header]) => !/[\u0100-\uffff]/.test(header))

const readers: [name: string, read: (header: string) => Record<string, string>][] = [
  ['parseCookie of a server', (header) => parseCookie(header)],
  ['snapshotOf', (header) => snapshotOf(header, consent).cookies],
  ['createCookies', (header) => createCookies(header).all()],
  ['createCookies for Django', (header) => createCookies(header.replaceAll('%', ''), { wire: 'python' }).all()],
]

describe.each(readers)('%s reads the bytes of a request, cookie by cookie:', (name, read) => {
  it.each(headers)('%j', (header, cookies) => {
    const isPercent = header.includes('%')
    if (!(isPercent && name.endsWith('Django'))) expect({ ...read(header) }).toEqual(cookies)
  })
})

it.each(sent)('a Request and its Headers are read alike: %j', (cookie, cookies) => {
  const request = new Request('https://example.test/', { headers: { cookie } })
  for (const from of [request, request.headers]) {
    expect({ ...parseCookie(from) }).toEqual(cookies)
    expect({ ...createCookies(from).all() }).toEqual(cookies)
  }
  expect(snapshotOf(request.headers, consent).cookies).toEqual(cookies)
})

it('reads any text that was sent as UTF-8, beside any cookie that was not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\x80-\xff]{0,9}$/), (text, bad) => {
      const value = text.replace(/[;,"\\%\s\p{Cc}]/gu, '')
      expect(parseCookie(`bad=${bad}\xff; ${bytes(`ok=${value}`)}`)).toMatchObject({ ok: value, bad: `${bad}\xff` })
    }),
  )
})

it('consent is read beside cookies of other bytes', () => {
  const record = JSON.stringify({
    categories: ['essential', 'functional'],
    timestamp: new Date().toISOString(),
    version: 1,
  })
  const header = `bad=\xff; cookie_consent=${record}; ${bytes('größe=1')}`
  expect(readConsent(header, consent).status).toBe('decided')
  expect(snapshotOf(header, consent).cookies).toEqual({ bad: '\xff', größe: '1' })
})

it('importRecord gives an importer the text of the bytes', () => {
  const importer = {
    map: { functional: ['Präferenzen'] },
    cookies: ['other'],
    read: ({ text, wire, cookie }: { text: string; wire: string; cookie: (name: string) => string | undefined }) => ({
      granted: [text, wire, cookie('größe') ?? ''],
    }),
  }
  const header = `bad=\xff; ${bytes('größe=x; other=Präferenzen')}`
  expect(importRecord(header, consent, [importer])?.categories).toEqual(['essential', 'functional'])
  expect(importRecord(new Headers({ cookie: header }), consent, [importer])?.categories).toHaveLength(2)
})

describe('what is sent back', () => {
  it('deletes a name beyond ASCII by the bytes that it came in', async () => {
    const request = new Request('https://example.test/consent', {
      method: 'POST',
      headers: { cookie: `bad=\xff; x\xe9=1; ${bytes('größe=1; x名前=2')}`, origin: 'https://example.test' },
      body: new URLSearchParams({ choice: 'reject' }),
    })
    const lines = (await consentHandler({ consent })(request)).headers.getSetCookie()
    const names = lines.filter((line) => line.includes('Max-Age=0')).map((line) => line.split('=')[0])
    expect(names).toEqual(expect.arrayContaining([bytes('größe'), bytes('x名前'), 'bad', 'x\xe9']))
  })

  it.each(['größe', 'x名前'])('%s is judged by its text, and keeps its bytes', (name) => {
    const lines = [`${bytes(name)}=1; SameSite=Lax`, `${name}=1; SameSite=Lax`]
    const grant = { categories: ['essential', 'functional'], services: [], changesAt: null }
    expect(hardenSetCookies(lines, { consent, grant }).lines).toEqual(lines)
    expect(hardenSetCookies(lines, { consent, grant: { ...grant, categories: [] } }).changes).toEqual([
      { name, code: 'dropped', category: 'functional', service: undefined },
      { name, code: 'dropped', category: 'functional', service: undefined },
    ])
  })
})

describe('over a socket', () => {
  const middleware = consentMiddleware({ consent })
  const server = createServer((req, res) =>
    middleware(req, res, () => {
      cookiesOf(req).delete('größe')
      res.end(Buffer.from(JSON.stringify([{ ...cookiesOf(req).all() }, consentOf(req).status])))
    }),
  )
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => server.close())

  it.each(sent)('the middleware reads %j', async (header, cookies) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
        socket.end(`GET / HTTP/1.1\r\nHost: a\r\nCookie: ${header}\r\nConnection: close\r\n\r\n`, 'latin1'),
      )
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      socket.on('close', () => resolve(text)).on('error', reject)
    })
    const { größe: _, ...rest } = cookies
    expect(JSON.parse(answer.slice(answer.indexOf('[{')).replace(/\]\r?\n.*$/s, ']'))).toEqual([rest, 'undecided'])
    expect(answer).toContain('Set-Cookie: größe=; ')
  })
})
