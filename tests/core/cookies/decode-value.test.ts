import { decodePythonValue, decodeValue } from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import quoting from '../../fixtures/quoting.json' with { type: 'json' }

describe('decodePythonValue', () => {
  it.each(quoting.rows)('reads $wire as Django does', ({ wire, value, django_reads_back }) => {
    expect(decodePythonValue(wire)).toBe(django_reads_back)
    expect(decodePythonValue(wire)).toBe(value)
  })

  // Each checked with http.cookies._unquote of Python 3.11.
  it.each([
    ['"', '"'],
    ['""', ''],
    ['"a', '"a'],
    ['a"', 'a"'],
    ['"a"b"', 'a"b'],
    ['"a\\"', 'a\\'],
    ['"\\400"', '400'],
    ['"\\08"', '08'],
    ['"\\377"', 'ÿ'],
    ['"\\\\054"', '\\054'],
    ['"\\🍪"', '🍪'],
    ['"\\\n\\a"', '\\\na'],
    ['"\\\r\\\u2028"', '\r\u2028'],
    ['"%41"', '%41'],
  ])('reads %j as %j', (wire, value) => {
    expect(decodePythonValue(wire)).toBe(value)
  })
})

describe('decodeValue', () => {
  it.each(quoting.rows.filter(({ value }) => !value.includes('%41')))(
    'reads $wire as Django wrote it',
    ({ wire, value }) => {
      expect(decodeValue(wire)).toBe(value)
    },
  )

  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a+b', 'a+b'],
    ['%41%20literal', 'A literal'],
    ['%F0%9F%8D%AA', '🍪'],
    ['%f0%9f%8d%aa', '🍪'],
    ['100%', '100%'],
    ['100%25', '100%'],
    ['%zz%41', '%zzA'],
    ['%E9 %41', '%E9 A'],
    ['%E9%20%41', '%E9%20%41'],
    ['%C0%80', '%C0%80'],
    ['%ED%A0%80', '%ED%A0%80'],
    ['%2541', '%41'],
    ['"', '"'],
    ['"%41', '"A'],
    ['%22quoted%22', '"quoted"'],
  ])('decodes %j to %j', (wire, value) => {
    expect(decodeValue(wire)).toBe(value)
  })

  it('decodes what was percent-encoded before a server quoted it', () => {
    expect(decodeValue('"a%20b"')).toBe('a b')
    expect(decodeValue('"%7B%22url%22%3A%22/x%22%7D"')).toBe('{"url":"/x"}')
  })

  it('leaves percent signs alone in text that Python wrote', () => {
    expect(decodeValue('"100%25 sure"')).toBe('100%25 sure')
    expect(decodeValue('"{\\"rate\\": \\"%41\\"}"')).toBe('{"rate": "%41"}')
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '"',
      '\\',
      '\\0',
      '\\054',
      '%',
      '%4',
      '%41',
      '%C3',
      '%A9',
      '%ff',
      '\ud83c',
      ' ',
      'é',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (texts) => {
        expect(decodeValue(texts.join(''))).toBeTypeOf('string')
        expect(decodePythonValue(texts.join(''))).toBeTypeOf('string')
      }),
    )
  })
})
