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

  it.each([{ key: '' }, { key, fallbackKeys: [''] }])('refuses an empty key in %j', (options) => {
    expect(() => new Sealer(options)).toThrow(expect.objectContaining({ code: 'missing-secret' }))
  })
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
