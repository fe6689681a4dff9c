import { compilePattern, defineConsent, type Grant } from 'assent/core'
import { expect, it } from 'vitest'

const text = { name: '', description: '' }

/** Two hundred patterns, as the presets of many tools have them: mostly a beginning and a star, some exact, some RegExps. */
const patterns = Array.from({ length: 200 }, (_, i) =>
  i % 20 === 7
    ? new RegExp(`^tool${i}_[a-z]+$`)
    : i % 4 === 1
      ? `exact_${i}`
      : i % 10 === 2
        ? `*_tool${i}`
        : `_t${i}_*`,
)
const names = Array.from({ length: 500 }, (_, i) =>
  i % 5
    ? `unknown_cookie_${i}`
    : [`_t${i % 200}_abc`, `exact_${i % 200}`, `tool${i % 200}_x`, `a_tool${i % 200}`][i % 4],
).map(String)

const consent = defineConsent({
  version: 1,
  categories: Object.fromEntries(
    Array.from({ length: 4 }, (_, i) => [`c${i}`, { ...text, cookies: patterns.filter((_, at) => at % 4 === i) }]),
  ),
})
const grant: Grant = { categories: ['c0', 'c2'], services: [], changesAt: null }
const categories = patterns.map((_, i) => `c${i % 4}`)

const regExpOf = (pattern: string | RegExp): RegExp =>
  typeof pattern === 'string'
    ? new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
    : pattern

const countBy = (isAllowed: (name: string) => boolean): number => names.filter(isAllowed).length
const classified = () => countBy((name) => consent.isCookieAllowed(name, grant))
/** Each cookie against each pattern: what most do. Patterns are made on the way, or once before. */
const naive = (make: (at: number) => RegExp) =>
  countBy((name) => {
    const owners = patterns.flatMap((_, at) => (make(at).test(name) ? [categories[at] ?? ''] : []))
    return owners.length > 0 && owners.every((id) => grant.categories.includes(id))
  })

const timeOf = (task: () => unknown, times: number): number => {
  const start = performance.now()
  for (let i = 0; i < times; i++) task()
  return (performance.now() - start) / times
}
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN

it('classifies 500 cookies by 200 patterns ten times as fast as a loop over all of them', () => {
  const compiled = patterns.map(regExpOf)
  const fresh = () => naive((at) => regExpOf(patterns[at] ?? ''))
  const fair = () => naive((at) => compiled[at] ?? /^$/)
  expect([fresh(), fair()]).toEqual([classified(), classified()])

  const rounds = Array.from({ length: 7 }, () => {
    const ours = timeOf(classified, 50)
    return [timeOf(fresh, 1) / ours, timeOf(fair, 3) / ours] as const
  })
  const ratio = median(rounds.map(([toFresh]) => toFresh))
  const fairRatio = median(rounds.map(([, toFair]) => toFair))
  expect(ratio).toBeGreaterThan(10)
  expect(fairRatio).toBeGreaterThan(1)
})

it('finds who a comparison with every pattern finds', () => {
  for (const name of names) {
    const matched = patterns.flatMap((pattern, at) => {
      const { matches, rank } = compilePattern(pattern)
      return matches(name) ? [{ rank, category: categories[at] }] : []
    })
    const best = Math.max(...matched.map(({ rank }) => rank))
    const owners = matched.filter(({ rank }) => rank === best).map(({ category }) => category)
    expect(consent.ownersOf(name).map(({ category }) => category)).toEqual(owners)
  }
})
