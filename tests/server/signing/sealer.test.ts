import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { BadSignature, Sealer, SignatureExpired } from 'assent/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crypto as node } from '../../../src/server/signing/crypto/node.js'
import { crypto as portable } from '../../../src/server/signing/crypto/portable.js'

const key = 'a secret of this test, and of no site'
const NOON = Date.UTC(2026, 10, 25, 12)
const at = (seconds: number) => new Sealer({ key, salt: 'session', now: () => NOON + seconds * 1000 })

describe('a sealer', () => {
  const sealer = at(0)

  it('gives back what it sealed, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 3 }), (value) => {
        const sealed = sealer.seal(value)
        expect(sealed).toMatch(/^[\w-]+$/)
        expect(atob(sealed.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain(value)
        expect(sealer.unseal(sealed)).toBe(value)
      }),
    )
  })

  it('seals the same text otherwise each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => sealer.seal('42'))).size).toBe(50)
  })

  it('refuses every other character at every place', () => {
    const sealed = sealer.seal('42')
    for (let place = 0; place < sealed.length; place++)
      for (const other of 'ABCQgw05_-')
        if (sealed[place] !== other)
          expect(() => sealer.unseal(sealed.slice(0, place) + other + sealed.slice(place + 1))).toThrow(BadSignature)
  })

  it('refuses another text of the same bytes, whose last character has unused bits', () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const value of ['', '4', '42']) {
      const sealed = sealer.seal(value)
      for (const digit of digits)
        if (!sealed.endsWith(digit)) expect(() => sealer.unseal(sealed.slice(0, -1) + digit)).toThrow(BadSignature)
    }
  })

  it('says of a text that it is sealed without a moment', () => {
    const bytes = Buffer.concat([Buffer.from([2]), Buffer.alloc(12)])
    const cipher = createCipheriv(
      'aes-256-gcm',
      new Uint8Array(hkdfSync('sha256', key, 'assent.Sealer.v2', 'session', 32)),
      bytes.subarray(1),
    )
    cipher.setAAD(Buffer.from('session'))
    const sealed = Buffer.concat([bytes, cipher.update('42'), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    )
    expect(() => sealer.unseal(sealed)).toThrow('no timestamp')
  })

  it.each(['', 'A', 'AQ', '=', 'AQ==', 'no seal', 'A'.repeat(38), 'AQ'.repeat(40), '\ud83c'])('refuses %j', (text) => {
    expect(() => sealer.unseal(text)).toThrow(BadSignature)
  })

  it('refuses whatever it did not seal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => sealer.unseal(text)).toThrow(BadSignature)
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses half of a surrogate pair, which would not be read back', () => {
    expect(() => sealer.seal('a\ud83c')).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })

  it('tells what salts and keys are for, and knows older keys', () => {
    const sealed = sealer.seal('42')
    for (const other of [{ key }, { key, salt: 'other' }, { key: `${key}!`, salt: 'session' }])
      expect(() => new Sealer(other).unseal(sealed)).toThrow(BadSignature)
    expect(new Sealer({ key: 'new', fallbackKeys: ['other', key], salt: 'session' }).unseal(sealed)).toBe('42')
  })

  it('says how old a text is that is too old', () => {
    const sealed = sealer.seal('42')
    expect(at(60).unseal(sealed, { maxAge: 60 })).toBe('42')
    expect(() => at(61).unseal(sealed, { maxAge: 60 })).toThrow(SignatureExpired)
  })

  // Sealed before keys were derived by HKDF, at noon.
  const OLD = 'AXCtTgb1Fy-ZKM8d4MK49T5hWBnqLTPWxAszy2a4y1R8DPcKtZ_cSHWQ_5b4SNJQvHE'
  const OLD_WITHOUT_SALT = 'AYe9s_qNMw01aAVGtkVeZGgQVBMPtrI6SBtPqBRu8C7TLOq2Xuo'

  it('still opens what was sealed under the older derivation, also by a former secret', () => {
    expect(sealer.unseal(OLD)).toBe('ada — of old')
    expect(new Sealer({ key }).unseal(OLD_WITHOUT_SALT)).toBe('42')
    expect(new Sealer({ key: 'new', fallbackKeys: ['other', key], salt: 'session' }).unseal(OLD)).toBe('ada — of old')
    expect(() => at(61).unseal(OLD, { maxAge: 60 })).toThrow(SignatureExpired)
    for (const other of [{ key }, { key, salt: 'other' }, { key: `${key}!`, salt: 'session' }])
      expect(() => new Sealer(other).unseal(OLD)).toThrow(BadSignature)
  })

  it('seals by HKDF alone, and takes neither format for the other', () => {
    const sealed = sealer.seal('42')
    expect(Buffer.from(sealed, 'base64url')[0]).toBe(2)
    const as = (format: number, text: string) => {
      const bytes = Buffer.from(text, 'base64url')
      bytes[0] = format
      return bytes.toString('base64url')
    }
    for (const [text, formats] of [
      [sealed, [0, 1, 3, 255]],
      [OLD, [0, 2, 3, 255]],
    ] as const)
      for (const format of formats) expect(() => sealer.unseal(as(format, text))).toThrow(BadSignature)
  })

  it('has the key that RFC 5869 gives for secret and salt', () => {
    const derived = hkdfSync('sha256', key, 'assent.Sealer.v2', 'session', 32)
    const bytes = Buffer.from(sealer.seal('42'), 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', new Uint8Array(derived), bytes.subarray(1, 13))
    decipher.setAAD(Buffer.from('session')).setAuthTag(bytes.subarray(-16))
    expect(decipher.update(bytes.subarray(13, -16), undefined, 'utf8') + decipher.final('utf8')).toMatch(/^\w{6}:42$/)
  })

  it.each([{ key: '' }, { key, fallbackKeys: [''] }])('refuses an empty key in %j', (options) => {
    expect(() => new Sealer(options)).toThrow(expect.objectContaining({ code: 'missing-secret' }))
  })
})

// RFC 5869, appendix A.1 to A.3: the first 32 bytes of each.
const HEX = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const range = (from: number, length: number) => Uint8Array.from({ length }, (_, i) => from + i)
it.each([
  [
    new Uint8Array(22).fill(11),
    range(0, 13),
    range(0xf0, 10),
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf',
  ],
  [range(0, 80), range(0x60, 80), range(0xb0, 80), 'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c'],
  [
    new Uint8Array(22).fill(11),
    new Uint8Array(),
    new Uint8Array(),
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
  ],
])('each platform derives keys as RFC 5869 does: %#', (secret, salt, info, okm) => {
  for (const { hkdf } of [node, portable]) expect(new Uint8Array(hkdf(secret, salt, info))).toEqual(HEX(okm))
})

it.each([
  ['node', node],
  ['portable', portable],
])('%s compares texts of any length and character', (_, { isEqual }) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(isEqual(a, b)).toBe(a === b)
      expect(isEqual(a, a)).toBe(true)
      expect(isEqual(a, `${a}x`)).toBe(false)
    }),
  )
})

it('each platform reads what the other wrote', () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  const of = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  fc.assert(
    fc.property(of(32), of(12), bytes, bytes, fc.string({ unit: 'binary' }), (secret, nonce, text, bound, value) => {
      expect(new Uint8Array(node.encrypt(secret, nonce, text, bound))).toEqual(
        portable.encrypt(secret, nonce, text, bound),
      )
      expect(portable.decrypt(secret, nonce, node.encrypt(secret, nonce, text, bound), bound)).toEqual(text)
      expect(
        new Uint8Array(node.decrypt(secret, nonce, portable.encrypt(secret, nonce, text, bound), bound) ?? []),
      ).toEqual(text)
      expect(new Uint8Array(node.sha256(text, bound))).toEqual(portable.sha256(text, bound))
      expect(node.createMac(secret)(value)).toBe(portable.createMac(secret)(value))
    }),
  )
})

it.each(['x'.repeat(1025), 'é'.repeat(600)])('takes a salt over 1024 bytes', (salt) => {
  const sealer = new Sealer({ key: 'k', salt })
  expect(sealer.unseal(sealer.seal('ada'))).toBe('ada')
  expect(() => new Sealer({ key: 'k', salt: `${salt}x` }).unseal(sealer.seal('ada'))).toThrow(BadSignature)
})
