import { dumps, loads, Signer, TimestampSigner } from 'assent/server'
import { describe, expect, it } from 'vitest'
import django from '../../fixtures/django-vectors.json' with { type: 'json' }

/** Printed by Django 5.2 with a frozen clock: `time` is in seconds. */
interface Vector {
  readonly kind: string
  readonly key: string
  readonly old_key?: string
  readonly salt: string | null
  readonly time: number
  readonly value?: string
  readonly object?: unknown
  readonly signed: string
}
const vectors: readonly Vector[] = django.vectors
const of = (kind: string) => vectors.filter((vector) => vector.kind === kind)
const clock = ({ time }: Vector) => ({ now: () => time * 1000 })
const keyOf = ({ key, salt }: Vector) => ({ key, salt: salt ?? undefined })

describe('what Django has signed', () => {
  it.each(of('signer'))('by Signer we sign alike: $value', (vector) => {
    const signer = new Signer(keyOf(vector))
    expect(signer.sign(vector.value ?? '')).toBe(vector.signed)
    expect(signer.unsign(vector.signed)).toBe(vector.value)
  })

  it.each(of('timestamp'))('by TimestampSigner we sign alike: $value', (vector) => {
    const signer = new TimestampSigner({ ...keyOf(vector), ...clock(vector) })
    expect(signer.sign(vector.value ?? '')).toBe(vector.signed)
    expect(signer.unsign(vector.signed, { maxAge: 0 })).toBe(vector.value)
  })

  it.each(of('rotated'))('with an older key we still take: $value', (vector) => {
    const { key, old_key: oldKey = '', signed, value } = vector
    const options = { ...keyOf(vector), ...clock(vector) }
    expect(new TimestampSigner({ ...options, fallbackKeys: ['another', oldKey] }).unsign(signed)).toBe(value)
    expect(new TimestampSigner({ ...options, key: oldKey }).sign(value ?? '')).toBe(signed)
    expect(() => new TimestampSigner({ ...options, key }).unsign(signed)).toThrow('No key has signed')
  })

  it.each(of('dumps'))('by dumps we dump and load alike: $object', (vector) => {
    const { object, signed } = vector
    const options = { ...keyOf(vector), ...clock(vector) }
    expect(dumps(object, options)).toBe(signed)
    expect(loads(signed, { ...options, maxAge: 0 })).toEqual(object)
  })

  // The bytes of zlib data differ between builds, so each reads what the other wrote.
  it.each(of('compressed'))('by dumps(compress=True) we load: $object', (vector) => {
    const { object, signed } = vector
    const options = { ...keyOf(vector), ...clock(vector) }
    expect(loads(signed, options)).toEqual(object)
    const ours = dumps(object, { ...options, compress: true })
    expect(ours.startsWith('.')).toBe(signed.startsWith('.'))
    expect(loads(ours, options)).toEqual(object)
  })

  it('has a vector of every kind', () => {
    expect(Object.fromEntries(vectors.map(({ kind }) => [kind, of(kind).length]))).toEqual({
      signer: 8,
      timestamp: 18,
      rotated: 8,
      dumps: 13,
      compressed: 7,
      cookie: 6,
    })
  })
})
