import { BadSignature, dumps, loads, Signer, SignatureExpired, TimestampSigner } from 'assent/server'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'

const key = 'a secret of this test, and of no site'
const NOON = Date.UTC(2026, 10, 25, 12)
const at = (seconds: number) => new TimestampSigner({ key, now: () => NOON + seconds * 1000 })

describe('a timestamp signer', () => {
  const signed = at(0).sign('42')

  it('counts as long as it is not older than asked', () => {
    expect(at(3600).unsign(signed, { maxAge: 3600 })).toBe('42')
    expect(at(1e9).unsign(signed)).toBe('42')
  })

  it('says how old a text is that is too old', () => {
    const error = errorOf(() => at(3600.5).unsign(signed, { maxAge: 3600 }))
    expect(error).toBeInstanceOf(SignatureExpired)
    expect(error).toBeInstanceOf(BadSignature)
    expect(error).toMatchObject({ name: 'SignatureExpired', code: 'expired', age: 3600.5, maxAge: 3600 })
  })

  it('takes a moment in the future, as Django does', () => {
    expect(at(-100_000).unsign(signed, { maxAge: 0 })).toBe('42')
  })

  it('writes every moment in base 62, from the first one on', () => {
    const stampAt = (seconds: number) =>
      new TimestampSigner({ key, now: () => seconds * 1000 }).sign('42').split(':')[1]
    expect([0, 1, 61, 62, 3843, 3844].map(stampAt)).toEqual(['0', '1', 'z', '10', 'zz', '100'])
    expect(new TimestampSigner({ key, now: () => 0 }).unsign(at(-NOON / 1000).sign('42'), { maxAge: 0 })).toBe('42')
  })

  it('takes no age that is no number', () => {
    expect(() => at(0).unsign(signed, { maxAge: NaN })).toThrow(SignatureExpired)
  })

  it.each(['', '42', '42:', '42:!', '42:-1', '42: 1', `42:${'z'.repeat(40)}`])(
    'says of %j, signed without a moment, that it is bad',
    (text) => {
      const salt = 'django.core.signing.TimestampSigner'
      const error = errorOf(() => at(0).unsign(new Signer({ key, salt }).sign(text)))
      expect(error).toBeInstanceOf(BadSignature)
      expect(error).not.toBeInstanceOf(SignatureExpired)
    },
  )

  it('says of a text with another moment that it is bad, not that it is old', () => {
    const [value, moment, signature] = signed.split(':')
    expect(moment).toMatch(/^1\w{5}$/)
    const error = errorOf(() => at(1e9).unsign(`${value}:1AAAAA:${signature}`, { maxAge: 1 }))
    expect(error).not.toBeInstanceOf(SignatureExpired)
    expect(error).toBeInstanceOf(BadSignature)
  })

  it('carries objects with their moment', () => {
    const token = at(0).signObject({ id: 7 })
    expect(at(10).unsignObject(token, { maxAge: 10 })).toEqual({ id: 7 })
    expect(() => at(11).unsignObject(token, { maxAge: 10 })).toThrow(SignatureExpired)
  })
})

describe('dumps and loads', () => {
  it('have a salt of their own', () => {
    const token = dumps([1], { key })
    expect(loads(token, { key })).toEqual([1])
    expect(() => new TimestampSigner({ key }).unsign(token)).toThrow(BadSignature)
    expect(() => loads(token, { key, salt: 'other' })).toThrow(BadSignature)
  })

  it('compress where that saves more than a byte, as Django does', () => {
    for (let length = 1; length < 60; length++) {
      const json = JSON.stringify('a'.repeat(length))
      const compressed = zlibSync(Buffer.from(json)).length
      expect(dumps('a'.repeat(length), { key, compress: true }).startsWith('.')).toBe(compressed < json.length - 1)
    }
  })

  it('know ages and older keys', () => {
    const token = dumps([1], { key: 'the key of last year', now: () => NOON })
    const options = { key, fallbackKeys: ['the key of last year'], now: () => NOON + 60_000 }
    expect(loads(token, { ...options, maxAge: 60 })).toEqual([1])
    expect(() => loads(token, { ...options, maxAge: 59 })).toThrow(SignatureExpired)
  })
})

function errorOf(task: () => unknown): unknown {
  try {
    task()
  } catch (error) {
    return error
  }
  return undefined
}
