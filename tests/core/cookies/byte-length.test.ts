import { byteLength } from 'assent/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('counts as an encoder of UTF-8 writes, lone surrogates included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\ud800', '\udfff', '\u07ff', '\u0800'),
      (text, end) => {
        expect(byteLength(text + end)).toBe(new TextEncoder().encode(text + end).length)
      },
    ),
  )
})
