import { defineConsent, type Pattern } from 'assent/core'
import { describe, expect, it } from 'vitest'
import { compileUrls } from '../../../src/core/declaration/owners.js'

const category = (...urls: Pattern[]) => ({ name: 'A', description: '', urls })

/** Which of the patterns decides about a URL, on a page of shop.test. */
function decides(patterns: readonly Pattern[], url: string): Pattern[] {
  const categories = Object.fromEntries(patterns.map((pattern, i) => [`c${i}`, category(pattern)]))
  const { host, pathname, search } = new URL(url, 'https://shop.test/')
  const owners = compileUrls(categories)({ host, path: pathname + search, isOwn: host === 'shop.test' })
  return owners.map(({ category }) => patterns[Number(category.slice(1))] ?? '')
}

describe('a pattern', () => {
  it.each<[pattern: Pattern, url: string, matches: boolean]>([
    ['plausible.io', 'https://plausible.io/js/script.js', true],
    ['plausible.io', 'http://plausible.io', true],
    ['plausible.io', 'wss://plausible.io/live', true],
    ['plausible.io', 'https://plausible.io./js', true],
    ['Plausible.io', 'https://PLAUSIBLE.io/', true],
    ['plausible.io', 'https://plausible.io:8443/js', true],
    ['plausible.io:8443', 'https://plausible.io:8443/js', true],
    ['plausible.io:8443', 'https://plausible.io/js', false],
    ['plausible.io', 'https://www.plausible.io/', false],
    ['plausible.io', 'https://notplausible.io/', false],
    ['plausible.io', 'https://plausible.io.evil.test/', false],
    ['plausible.io', 'https://evil.test/plausible.io', false],
    ['*.hotjar.com', 'https://static.hotjar.com/c.js', true],
    ['*.hotjar.com', 'https://a.b.hotjar.com/', true],
    ['*.hotjar.com', 'https://hotjar.com/', true],
    ['*.hotjar.com', 'https://nothotjar.com/', false],
    ['*.hotjar.com', 'https://evil.test/x.hotjar.com/', false],
    ['*.hotjar.com', 'https://evil.test/?a=.hotjar.com/', false],
    ['www.google.com/maps/embed', 'https://www.google.com/maps/embed?pb=1', true],
    ['www.google.com/maps/embed', 'https://www.google.com/maps/', false],
    ['www.google.com/maps/embed', 'https://www.google.com/search?q=/maps/embed', false],
    ['*.google.com/maps*/embed', 'https://www.google.com/maps/v1/embed', true],
    ['*.google.com/maps*/embed', 'https://www.google.com/maps/v1', false],
    ['www.facebook.com/tr*id=1', 'https://www.facebook.com/tr/?ev=x&id=1', true],
    ['/vendor/', '/vendor/a.js', true],
    ['/vendor/', 'https://shop.test/vendor/a.js', true],
    ['/vendor/', 'https://other.test/vendor/a.js', false],
    ['/vendor/', '/a/vendor/a.js', false],
    [/^cdn\d\.test\/t\?/g, 'https://cdn1.test/t?x', true],
    [/^cdn\d\.test\/t\?/g, 'https://cdn.test/t?x', false],
    ['[::1]', 'http://[::1]:3000/x', true],
  ])('%s against %s: %s', (pattern, url, matches) => {
    for (let run = 0; run < 2; run++) expect(decides([pattern], url)).toEqual(matches ? [pattern] : [])
  })
})

describe('of several patterns', () => {
  it.each<[what: string, patterns: Pattern[], url: string, winners: number[]]>([
    ['the host beats all below its domain', ['*.hotjar.com', 'hotjar.com'], 'https://hotjar.com/', [1]],
    ['the nearer domain beats the farther', ['*.google.com', '*.maps.google.com'], 'https://x.maps.google.com/', [1]],
    [
      'the longer path beats the shorter',
      ['google.com', 'google.com/maps', 'google.com/m'],
      'https://google.com/maps',
      [1],
    ],
    ['the host decides before the path', ['*.google.com/maps', 'www.google.com'], 'https://www.google.com/maps', [1]],
    ['a path of this site beats its host', ['shop.test', '/vendor/'], '/vendor/x.js', [1]],
    ['a RegExp comes last', [/google/, 'google.com'], 'https://google.com/', [1]],
    [
      'a path that does not match leaves it to the domain',
      ['www.google.com/maps', '*.google.com'],
      'https://www.google.com/x',
      [1],
    ],
    ['all that match alike decide', ['t.test/a', 't.test/a'], 'https://t.test/a', [0, 1]],
  ])('%s', (_, patterns, url, winners) => {
    expect(decides(patterns, url)).toEqual(winners.map((index) => patterns[index]))
  })
})

it('tells the service', () => {
  const { categories } = defineConsent({
    version: 1,
    categories: {
      media: { ...category('youtube.com'), services: { maps: { name: 'Maps', urls: ['google.com/maps'] } } },
    },
  })
  const owners = compileUrls(categories)({ host: 'google.com', path: '/maps', isOwn: false })
  expect(owners).toEqual([{ category: 'media', service: 'maps' }])
})

it.each([
  'https://plausible.io',
  '//plausible.io',
  '',
  ' ',
  '*',
  '*.',
  'a.*.com',
  'a*.com',
  '/',
  '/**',
  'a.com/b c',
  'bücher.de',
  'a.com?x',
  'javascript:x',
  1,
  null,
])('the declaration refuses %j', (pattern) => {
  const declare = () => defineConsent({ version: 1, categories: { ads: category(pattern as Pattern) } })
  expect(declare).toThrow(expect.objectContaining({ code: 'invalid-pattern' }) as Error)
})

it('the declaration takes what has a host or a path', () => {
  const urls = [
    'localhost:4000',
    '127.0.0.1/t/',
    '[::1]:80/x',
    '*.a-b.co.uk/c*d?e=f',
    '/vendor/*.js',
    '_x.example.com',
    /./,
  ]
  expect(() => defineConsent({ version: 1, categories: { ads: category(...urls) } })).not.toThrow()
})
