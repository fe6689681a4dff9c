import { createMemoryJar, grant } from 'assent/testing'
import { expect, it } from 'vitest'
import { site } from '../fixtures/site.js'

it('grants what is required, and nothing else by default', () => {
  expect(grant(site)).toMatchObject({ categories: ['essential'], services: [] })
})

it('grants the categories named, with their services', () => {
  const given = grant(site, ['marketing', 'functional'])
  expect(given).toMatchObject({ categories: ['essential', 'functional', 'marketing'], services: ['meta', 'uet'] })
  expect(site.isCookieAllowed('_fbp', given)).toBe(true)
  expect(site.isCookieAllowed('_ga', given)).toBe(false)
})

it('grants the services named, of the categories named', () => {
  const given = grant(site, ['marketing'], ['uet'])
  expect(given).toMatchObject({ categories: ['essential', 'marketing'], services: ['uet'] })
  expect(site.isCookieAllowed('_fbp', given)).toBe(false)
  expect(grant(site, ['analytics'], ['uet']).services).toEqual([])
})

it('lasts as long as a choice of this moment', () => {
  const before = Date.now()
  const { changesAt } = grant(site, ['analytics'])
  expect(changesAt).toBeGreaterThanOrEqual(before + site.cookie.maxAge * 1000)
  expect(changesAt).toBeLessThanOrEqual(Date.now() + site.cookie.maxAge * 1000)
})

it('comes with a jar in memory', () => {
  expect(createMemoryJar('theme=dark').get('theme')).toBe('dark')
})
