import { compilePattern, defineConsent, type Pattern } from 'assent/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it.each<[Pattern, string[], string[]]>([
  ['_ga', ['_ga'], ['', '_g', '_gat', '_ga_X', 'foo_ga', '_GA', ' _ga', '_ga\n']],
  ['_ga*', ['_ga', '_ga_DEMO', '_gat', '_ga\nx'], ['ga', 'foo_ga', '_g', '_Ga']],
  ['ga_*', ['ga_', 'ga_x'], ['_ga', '_ga_x', 'ga']],
  ['*_gid', ['_gid', 'foo_gid'], ['_gid2', 'gid']],
  ['_gid', ['_gid'], ['foo_gid', '_gid_']],
  ['a*z', ['az', 'abz', 'azz', 'aza*z'], ['a', 'z', 'aza', 'xaz']],
  ['a*b*c', ['abc', 'axbxc', 'abbcc'], ['acb', 'ac']],
  ['a**b', ['ab', 'axb'], ['a']],
  ['a.b', ['a.b'], ['axb']],
  ['a.b*', ['a.b', 'a.b.c'], ['axb']],
  ['$x^*', ['$x^', '$x^y'], ['x']],
  ['a+*', ['a+', 'a+a'], ['aa', 'a']],
  ['a|b*', ['a|b', 'a|bc'], ['a', 'b', 'bc']],
  ['a-z*', ['a-z'], ['ab']],
  ['__Host-*', ['__Host-', '__Host-id'], ['__host-id']],
  [/^_g/, ['_ga', '_gid'], ['foo_ga']],
  [/_ga/i, ['_ga', 'foo_GA'], ['_g']],
  [/^(?:a|b)$/, ['a', 'b'], ['ab', '']],
])('%s matches names from end to end', (pattern, yes, no) => {
  const matcher = compilePattern(pattern)
  expect(yes.filter((name) => !matcher.matches(name))).toEqual([])
  expect(no.filter((name) => matcher.matches(name))).toEqual([])
})

it('takes time in proportion to the name, however many stars', () => {
  const slow = compilePattern('a*a*a*a*a*a*a*b')
  const times = [1000, 1_000_000].map((length) => {
    const name = 'a'.repeat(length)
    const start = performance.now()
    for (let i = 0; i < 20; i++) expect(slow.matches(name)).toBe(false)
    return performance.now() - start
  })
  expect(times[1]).toBeLessThan(5000) // a RegExp takes longer than the universe
})

it.each(['g', 'y', 'gy'])('the flag %s of a RegExp keeps no state', (flags) => {
  const pattern = new RegExp('_ga', flags)
  const matcher = compilePattern(pattern)
  expect(Array.from({ length: 4 }, () => matcher.matches('_ga_x'))).toEqual([true, true, true, true])
  pattern.lastIndex = 3
  expect(matcher.matches('_ga')).toBe(true)
  expect(pattern.lastIndex).toBe(3)
})

it('ranks the exact name first, then more literal characters, then a RegExp', () => {
  const ranks = ['_ga_X', '_ga_*', '*_ga', '_*', /_ga_X/].map((pattern) => compilePattern(pattern).rank)
  expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
  expect(new Set(ranks).size).toBe(ranks.length)
  expect(compilePattern('a*b').rank).toBe(compilePattern('*ab*').rank)
})

it('finds whatever is put in place of a star', () => {
  const piece = fc.stringMatching(/^[\w!#$%&'+.^`|~-]{0,8}$/)
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 2, maxLength: 5 }),
      fc.array(piece, { minLength: 4, maxLength: 4 }),
      (parts, fill) => {
        const name = parts.map((part, i) => part + (i < parts.length - 1 ? (fill[i] ?? '') : '')).join('')
        expect(compilePattern(parts.join('*')).matches(name)).toBe(true)
      },
    ),
  )
})

it('takes an exact name for itself alone', () => {
  const name = fc.stringMatching(/^[\w!#$%&'+.^`|~-]{1,12}$/)
  fc.assert(
    fc.property(name, name, (pattern, other) => {
      expect(compilePattern(pattern).matches(other)).toBe(pattern === other)
    }),
  )
})

it('matches a long name in no time', () => {
  const start = performance.now()
  compilePattern('a*a*b').matches('a'.repeat(4096))
  expect(performance.now() - start).toBeLessThan(1000)
})

const ads = { name: '', description: '' }

it.each<[string, Pattern, Pattern, 'a' | 'b']>([
  ['the exact name over a star', '_ga_X', '_ga_*', 'a'],
  ['the exact name over a longer RegExp', /^_ga_X$/, '_ga_X', 'b'],
  ['more literal characters over fewer', '_*', '_ga*', 'b'],
  ['literal characters wherever the star is', '*_X', '_*', 'a'],
  ['a star over a RegExp', /_ga_X/, '_*', 'b'],
])('takes %s, in either order', (_, a, b, winner) => {
  const first = defineConsent({ version: 1, categories: { a: { ...ads, cookies: [a] }, b: { ...ads, cookies: [b] } } })
  const second = defineConsent({ version: 1, categories: { b: { ...ads, cookies: [b] }, a: { ...ads, cookies: [a] } } })
  expect([first.categoryOf('_ga_X'), second.categoryOf('_ga_X')]).toEqual([winner, winner])
  expect(first.ownersOf('_ga_X')).toMatchObject([{ category: winner }])
})

it.each<[Pattern, Pattern]>([
  ['_ga*', '*_ga'],
  [/ga/, /^_/],
  ['_*a', '*ga'],
])('needs both categories where %s and %s match alike', (a, b) => {
  const consent = defineConsent({
    version: 1,
    categories: { a: { ...ads, cookies: [a] }, b: { ...ads, cookies: [b] } },
  })
  const allowed = (...categories: string[]) => consent.isCookieAllowed('_ga', { categories, services: [] })
  expect(consent.ownersOf('_ga')).toMatchObject([{ category: 'a' }, { category: 'b' }])
  expect([allowed(), allowed('a'), allowed('b'), allowed('a', 'b')]).toEqual([false, false, false, true])
})

it('is essential only where every match is', () => {
  const consent = defineConsent({
    version: 1,
    categories: { a: { ...ads, required: true, cookies: ['_ga*'] }, b: { ...ads, cookies: ['*_ga'] } },
  })
  expect(consent.isEssential('_ga')).toBe(false)
  expect(consent.isEssential('_ga_x')).toBe(true)
})
