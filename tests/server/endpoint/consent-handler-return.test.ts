import { consentHandler } from 'assent/server'
import { describe, expect, it } from 'vitest'
import { NOON, site } from '../../fixtures/site.js'
import { postForm } from './endpoint.js'

const handle = consentHandler({ consent: site, clock: () => NOON, redirectTo: '/start?a=1#top' })
const locationFor = async (referer: string, url?: string) =>
  (await handle(postForm('choice=reject', { referer }, url))).headers.get('location')
const START = '/start?a=1#assent-saved'

describe('after a form the visitor goes back', () => {
  it.each([
    ['https://shop.example/', '/#assent-saved'],
    ['https://shop.example/shelf/books?page=2#third', '/shelf/books?page=2#assent-saved'],
    ['https://shop.example:443/a', '/a#assent-saved'],
    ['https://shop.example/a/../b', '/b#assent-saved'],
    ['https://shop.example/caf\u00e9', '/caf%C3%A9#assent-saved'],
    ['https://shop.example/?next=https://evil.example', '/?next=https://evil.example#assent-saved'],
  ])('from %s to its path', async (referer, location) => {
    expect(await locationFor(referer)).toBe(location)
  })

  it('from a page that a proxy serves by https', async () => {
    expect(await locationFor('https://shop.example/a', 'http://shop.example/consent')).toBe('/a#assent-saved')
  })
})

describe('the visitor is sent nowhere else', () => {
  it.each([
    '',
    'no url',
    'about:blank',
    'https://evil.example/a',
    'https://evil.example/shop.example/',
    'https://shop.example.evil.example/a',
    'https://shop.example:8443/a',
    'http://shop.example/a',
    'https://shop.example@evil.example/a',
    'https://shop.example//evil.example',
    'https://shop.example//evil.example/%2e%2e',
    'https://shop.example/\\evil.example',
    'https://shop.example\\\\evil.example',
    'https://shop.example/.//evil.example',
    'https://shop.example/a/..//evil.example',
    'https://shop.example/%2e//evil.example',
    'https://shop.example///evil.example',
    'https://shop.example/\t/evil.example',
    '//shop.example/a',
    '/a',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://shop.example/consent',
    'https://shop.example/consent?again',
    `https://shop.example/${'a'.repeat(5000)}`,
  ])('by the Referer %j', async (referer) => {
    const location = await locationFor(referer)
    expect(location).toBe(START)
    // As a browser resolves it.
    expect(new URL(location ?? '', 'https://shop.example/consent').origin).toBe('https://shop.example')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'start', '', '/a b', '/a\nb', '/\u00e9'])(
    'by a mistake in redirectTo: %j',
    (redirectTo) => {
      expect(() => consentHandler({ consent: site, redirectTo })).toThrow(
        expect.objectContaining({ code: 'invalid-url' }),
      )
    },
  )
})
