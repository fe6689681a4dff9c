import type { Categories, Owner } from './consent.js'
import type { Declarations, Pattern } from './config.js'
import { compilePattern, type Matcher } from './pattern.js'

/** Who declares a name: the longest match, or all of them where several match alike. */
export type FindOwners = (name: string) => readonly Owner[]

/**
 * Compiles what the categories and services of a declaration list, once. A name is looked up by its beginnings, not
 * compared with every pattern.
 */
export function compileOwners(
  categories: Categories,
  patternsOf: (declarations: Declarations) => readonly Pattern[] | undefined,
): FindOwners {
  const exact = new Map<string, Owner[]>()
  // By the text before the first star; none of a RegExp.
  const heads = new Map<string, (Matcher & { readonly owner: Owner })[]>()
  for (const [category, own] of Object.entries(categories))
    for (const [service, declarations] of [[undefined, own] as const, ...Object.entries(own.services ?? {})])
      for (const pattern of patternsOf(declarations) ?? []) {
        const owner = { category, service }
        const [head = '', ...stars] = typeof pattern === 'string' ? pattern.split('*') : ['', '']
        if (stars.length) heads.set(head, [...(heads.get(head) ?? []), { ...compilePattern(pattern), owner }])
        else exact.set(head, [...(exact.get(head) ?? []), owner])
      }
  const lengths = [...new Set([...heads.keys()].map((head) => head.length))]
  return (name) => {
    const owners = exact.get(name)
    if (owners) return owners
    let best: (Matcher & { readonly owner: Owner })[] = []
    for (const length of lengths)
      if (length <= name.length)
        for (const rule of heads.get(name.slice(0, length)) ?? []) {
          const rank = best[0]?.rank ?? -1
          if (rule.rank >= rank && rule.matches(name)) best = rule.rank > rank ? [rule] : [...best, rule]
        }
    return best.map(({ owner }) => owner)
  }
}
