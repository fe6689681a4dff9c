import { decodePythonValue, decodeValue, encodePythonValue, encodeValue } from 'assent/core'
import fc from 'fast-check'
import Cookies from 'js-cookie'
import { describe, expect, it } from 'vitest'
import quoting from '../../fixtures/quoting.json' with { type: 'json' }

const anyText = fc.string({ unit: 'binary' })
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
const ascii = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('')

describe('encodeValue', () => {
  it('writes what js-cookie writes', () => {
    const write = (value: string) => Cookies.converter.write?.(value, 'name')
    expect(encodeValue(ascii)).toBe(write(ascii))
    fc.assert(
      fc.property(anyText, (value) => {
        expect(encodeValue(value)).toBe(write(value))
      }),
    )
  })

  it('writes only cookie-octets, which decodeValue and decodeURIComponent read back', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const wire = encodeValue(value)
        expect(wire).toMatch(/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/)
        expect(decodeValue(wire)).toBe(value)
        expect(decodeURIComponent(wire)).toBe(value)
      }),
    )
  })

  it('writes U+FFFD for a lone surrogate, on which js-cookie throws', () => {
    expect(encodeValue('a\ud83cb\udf6a🍪')).toBe('a%EF%BF%BDb%EF%BF%BD%F0%9F%8D%AA')
    fc.assert(
      fc.property(anyUnits, (value) => {
        expect(decodeValue(encodeValue(value))).toBe(value.replace(/\p{Cs}/gu, '\ufffd'))
      }),
    )
  })
})

describe('encodePythonValue', () => {
  it.each(quoting.rows)('writes $value as Django does', ({ wire, value }) => {
    expect(encodePythonValue(value)).toBe(wire)
  })

  it('leaves what http.cookies calls legal, and escapes the rest of Latin-1', () => {
    expect(encodePythonValue("!#$%&'*+-.^_`|~:")).toBe("!#$%&'*+-.^_`|~:")
    expect(encodePythonValue('()/<=>?@[]{}')).toBe('"()/<=>?@[]{}"')
    expect(encodePythonValue('\0\x1f\x7f\x80ÿ')).toBe('"\\000\\037\\177\\200\\377"')
  })

  it('is read back by decodePythonValue', () => {
    expect(decodePythonValue(encodePythonValue(ascii))).toBe(ascii)
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (value) => {
        expect(decodePythonValue(encodePythonValue(value))).toBe(value)
      }),
    )
  })

  it('is read back by decodeValue wherever it cannot be taken for percent-encoding', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (value) => {
        fc.pre(!/%[\da-f]{2}/i.test(value))
        expect(decodeValue(encodePythonValue(value))).toBe(value)
        expect(decodeValue(encodePythonValue(`${value} %41`))).toBe(`${value} %41`)
      }),
    )
  })
})
