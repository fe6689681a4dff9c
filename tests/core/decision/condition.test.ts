import { isGranted } from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownersIn } from '../../../src/core/decision/condition.js'
import { site } from '../../fixtures/site.js'

const grant = { categories: ['essential', 'analytics', 'marketing'], services: ['meta'] }

describe('a condition', () => {
  it.each([
    ['analytics', true],
    ['functional', false],
    [{ service: 'meta' }, true],
    [{ service: 'uet' }, false],
    [{ not: 'functional' }, true],
    [{ not: { service: 'meta' } }, false],
    [{ and: ['analytics', 'marketing'] }, true],
    [{ and: ['analytics', { not: 'marketing' }] }, false],
    [{ or: ['functional', { service: 'meta' }] }, true],
    [{ or: ['functional', { and: ['analytics', { service: 'uet' }] }] }, false],
    [{ and: [] }, true],
    [{ or: [] }, false],
  ])('%j is %s', (condition, expected) => {
    expect(isGranted(condition, grant)).toBe(expected)
  })

  it('obeys De Morgan', () => {
    const ids = fc.array(fc.constantFrom(...site.ids))
    fc.assert(
      fc.property(ids, ids, (some, granted) => {
        const given = { categories: granted, services: [] }
        const none = isGranted({ not: { or: some } }, given)
        expect(none).toBe(isGranted({ and: some.map((not) => ({ not })) }, given))
      }),
    )
  })

  it('names who asks: not what must be refused', () => {
    expect(ownersIn({ and: ['analytics', { not: 'functional' }, { or: [{ service: 'meta' }] }] }, site)).toEqual([
      { category: 'analytics' },
      { category: 'marketing', service: 'meta' },
    ])
    expect(ownersIn({ service: 'constructor' }, site)).toEqual([])
  })
})
