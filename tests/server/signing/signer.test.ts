import { BadSignature, Signer, TimestampSigner } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const key = 'a secret of this test, and of no site'
const wellFormed = fc.string({ unit: 'binary' })

describe('a signer', () => {
  const signer = new Signer({ key })

  it('gives back what it signed, whatever it is', () => {
    fc.assert(
      fc.property(wellFormed, (value) => {
        expect(signer.unsign(signer.sign(value))).toBe(value)
      }),
    )
  })

  it('refuses a text with any one character changed, added or left out', () => {
    fc.assert(
      fc.property(
        wellFormed,
        fc.nat(),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        (value, at, other) => {
          const signed = Array.from(signer.sign(value))
          const place = at % signed.length
          fc.pre(signed[place] !== other)
          for (const changed of [
            signed.with(place, other),
            signed.toSpliced(place, 0, other),
            signed.toSpliced(place, 1),
          ])
            if (changed.join('') !== signed.join(''))
              expect(() => signer.unsign(changed.join(''))).toThrow(BadSignature)
        },
      ),
    )
  })

  it('refuses a character that has the right one in its lower byte', () => {
    const signed = signer.sign('42')
    for (let at = 3; at < signed.length; at++) {
      const alike = String.fromCharCode(0x1400 + signed.charCodeAt(at))
      expect(() => signer.unsign(signed.slice(0, at) + alike + signed.slice(at + 1))).toThrow(BadSignature)
    }
  })

  it('refuses every other character of the signature', () => {
    const signed = signer.sign('42')
    for (let at = 3; at < signed.length; at++)
      for (const other of 'Aa0_-=')
        if (signed[at] !== other)
          expect(() => signer.unsign(signed.slice(0, at) + other + signed.slice(at + 1))).toThrow(BadSignature)
  })

  it.each(['', ':', '42', '42:', ':42', 'a:b', `42:${'A'.repeat(43)}`, `42:${'A'.repeat(10_000)}`])(
    'refuses %j',
    (text) => {
      expect(() => signer.unsign(text)).toThrow(BadSignature)
    },
  )

  it('refuses whatever it did not sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => signer.unsign(text)).toThrow(BadSignature)
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses half of a surrogate pair, which would be signed as another character', () => {
    expect(() => signer.sign('\ud83c')).toThrow('invalid-value')
    expect(() => signer.unsign(signer.sign('\ufffd').replace('\ufffd', '\ud83c'))).toThrow(BadSignature)
  })

  it('tells what salts and keys are for', () => {
    const signed = new Signer({ key, salt: 'auth' }).sign('42')
    expect(new Signer({ key, salt: 'auth' }).unsign(signed)).toBe('42')
    for (const other of [{ key, salt: 'other' }, { key }, { key: `${key}!`, salt: 'auth' }])
      expect(() => new Signer(other).unsign(signed)).toThrow(BadSignature)
  })

  it('takes an empty salt for the default one', () => {
    expect(new Signer({ key, salt: '' }).sign('42')).toBe(signer.sign('42'))
  })

  it('keeps apart a salt and a key that are the same text together', () => {
    expect(new Signer({ key: 'bc', salt: 'a' }).signature('x')).not.toBe(
      new Signer({ key: 'c', salt: 'ab' }).signature('x'),
    )
  })

  it('signs with the key alone, and verifies with the older ones, too', () => {
    const old = new Signer({ key: 'the key of last year' }).sign('42')
    const rotated = new Signer({ key, fallbackKeys: ['another', 'the key of last year'] })
    expect(rotated.unsign(old)).toBe('42')
    expect(rotated.sign('42')).toBe(signer.sign('42'))
    expect(() => signer.unsign(old)).toThrow(BadSignature)
  })

  it('still signs the same after hundreds of other salts', () => {
    const before = signer.signature('42')
    for (let i = 0; i < 600; i++) new Signer({ key, salt: `salt ${i}` }).signature('42')
    expect(new Signer({ key }).signature('42')).toBe(before)
  })

  it('splits at the last separator, whatever it is', () => {
    for (const separator of [':', '/', '.', '::', '\u00a7'])
      expect(new Signer({ key, separator }).unsign(new Signer({ key, separator }).sign(`a${separator}b`))).toBe(
        `a${separator}b`,
      )
  })

  it.each(['', 'a', '-', '_', '=', '9', 'ab', '^'])('refuses the separator %j, as Django does', (separator) => {
    expect(() => new Signer({ key, separator })).toThrow(expect.objectContaining({ code: 'invalid-separator' }))
  })

  it.each([{ key: '' }, { key, fallbackKeys: [''] }])('refuses an empty key in %j', (options) => {
    expect(() => new Signer(options)).toThrow(expect.objectContaining({ code: 'missing-secret' }))
  })

  it('carries any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, compress) => {
        const read: unknown = signer.unsignObject(signer.signObject(value, { compress }))
        expect(read).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it.each([undefined, () => 1])('refuses to sign %s, which has no JSON', (value) => {
    expect(() => signer.signObject(value)).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })

  it('compresses where that is shorter, and says so by a point', () => {
    const long = { text: 'again and '.repeat(200) }
    expect(signer.signObject(long, { compress: true })).toMatch(/^\.[\w-]{20,80}:/)
    expect(signer.signObject({ a: 1 }, { compress: true })).toBe(signer.signObject({ a: 1 }))
  })

  it.each(['no base64url!', 'bm9wZQ', '.bm9wZQ', '.', '', 'bm9wZR', 'AAAAA'])(
    'says of the signed text %j, which is no JSON, that it is bad',
    (text) => {
      expect(() => signer.unsignObject(signer.sign(text))).toThrow(BadSignature)
    },
  )

  it('refuses what inflates past a mebibyte, and takes what just does not', () => {
    const of = (length: number) => signer.signObject('x'.repeat(length), { compress: true })
    expect(signer.unsignObject(of(1_048_574))).toHaveLength(1_048_574)
    expect(of(4_000_000).length).toBeLessThan(8000)
    for (const length of [1_048_575, 2_000_000, 4_000_000])
      expect(() => signer.unsignObject(of(length))).toThrow(BadSignature)
  })

  it('reads no prototype out of what was signed', () => {
    const read = signer.unsignObject(signer.sign(btoa('{"__proto__":{"isAdmin":true}}').replace(/=+$/, '')))
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(read).not.toHaveProperty('isAdmin')
  })
})

it('a timestamp signer is a signer', () => {
  expect(new TimestampSigner({ key })).toBeInstanceOf(Signer)
})
