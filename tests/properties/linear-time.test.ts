import { describe, expect, it, vi } from 'vitest'
import { compilePattern, defineConsent } from 'assent/core'
import { readers } from './readers.js'

// With `npm run fuzz` up to 1 MB, otherwise up to 128 kB.
const SHORT = process.env.FUZZ ? 2 ** 17 : 2 ** 14
const TIMES = 8
/** A quadratic reader takes 64 times as long. The rest is room for the collector of garbage and for a busy machine. */
const MOST = TIMES * 5

/** Shapes that make naive readers slow, each filled up to a length. */
const shapes: [name: string, head: string, piece: string, tail: string][] = [
  ['semicolons', '', ';', ''],
  ['pairs', '', 'a=1;', ''],
  ['equals signs', '', '=', ''],
  ['percent signs', '', '%', ''],
  ['broken escapes', '', '%E0%A4', ''],
  ['escapes', '', '%C3%A9', 'x'],
  ['quotes', '"', '"', '"'],
  ['backslashes', '"', '\\', '"'],
  ['octal escapes', '"', '\\073', '"'],
  ['stars', '', '*', 'b'],
  ['braces', '', '{"a":', ''],
  ['brackets', '', '[', ']'],
  ['commas', '', ',', ''],
  ['spaces', 'a', ' ', 'b'],
  ['tabs and pairs', '', '\t=\t;', ''],
  ['half surrogates', '', '\ud800', ''],
  ['pairs of surrogates', '', '🍪', '\ud83c'],
  ['letters', '', 'a', '!'],
  ['digits', '', '0', 'Z'],
  ['dots and signs', '', 'a.@-', ''],
  ['attributes', 'a=1', '; Max-Age=1', ''],
  ['one name again and again', '', 'cookie_consent=yes;', ''],
  ['two letters', '', 'ab', 'c'],
  ['heads of tokens', 'a=', 'eyJ.', '!'],
  ['addresses', 'a=', 'a@a.', '@'],
  ['numbers of cards', 'a=', '4111-', 'x'],
  ['words in names', '', '-passwordB', '='],
]

/** The time of one call, in milliseconds: the best of some, because anything else on the machine only adds. */
function timeOf(act: () => unknown): number {
  let best = Infinity
  for (let i = 0; i < 2; i++) {
    const start = performance.now()
    act()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/** Compares the times of two lengths. Two milliseconds more on both sides hide the timer. */
function expectLinear(read: (text: string) => unknown, make: (length: number) => string, shape = ''): void {
  const ratio = () => (timeOf(() => read(long)) + 2) / (timeOf(() => read(short)) + 2)
  const [short, long] = [make(SHORT), make(SHORT * TIMES)]
  const ratios: number[] = []
  while (ratios.length < 5 && !ratios.some((one) => one < MOST)) ratios.push(ratio())
  expect(Math.min(...ratios), shape).toBeLessThan(MOST)
}

describe('time is linear in the length', () => {
  it.each(readers)('%s', (_, read) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    for (const [shape, head, piece, tail] of shapes)
      expectLinear(read, (length) => head + piece.repeat(length / piece.length) + tail, shape)
  })

  it.each(['a*a*a*a*b', '*a*a*', '*a', 'a*', '**a**b**', 'ab*ab*ab*c'])('a pattern %s', (pattern) => {
    const { matches } = compilePattern(pattern)
    for (const piece of ['a', 'ab', '*', 'aab']) expectLinear(matches, (length) => piece.repeat(length / piece.length))
  })

  it('a lookup among many patterns', () => {
    const cookies = Array.from({ length: 300 }, (_, i) => `a${'b'.repeat(i % 30)}*${i}*`)
    const { ownersOf } = defineConsent({ version: 1, categories: { a: { name: 'A', description: '', cookies } } })
    expectLinear(ownersOf, (length) => `a${'b'.repeat(length)}`)
  })
})
