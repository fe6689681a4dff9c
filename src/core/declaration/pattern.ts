import type { Pattern } from './config.js'

/** A compiled pattern, with its rank: the higher rank wins. */
export interface Matcher {
  readonly rank: number
  matches(this: void, name: string): boolean
}

/**
 * Compiles a pattern. An exact name ranks above `*`, more literal characters above fewer, and a RegExp last.
 *
 * @example
 * ```ts
 * import { compilePattern } from 'assent/core'
 *
 * compilePattern('_ga*').matches('_ga_DEMO') // true
 * compilePattern('ga*').matches('_ga') // false
 * ```
 */
export function compilePattern(pattern: Pattern): Matcher {
  // search() starts at 0 and does not use lastIndex, so `g` and `y` keep no state.
  if (typeof pattern !== 'string') return { rank: 0, matches: (name) => name.search(pattern) >= 0 }
  const parts = pattern.split('*')
  if (parts.length < 2) return { rank: Infinity, matches: (name) => name === pattern }
  const [head = '', ...middle] = parts
  const tail = middle.pop() ?? ''
  // A RegExp would backtrack over a long hostile name for each star.
  const matches = (name: string): boolean => {
    let at = head.length
    const end = name.length - tail.length
    for (const part of middle) {
      const found = name.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    return at <= end && name.startsWith(head) && name.endsWith(tail)
  }
  return { rank: pattern.length - parts.length + 2, matches }
}

/** A compiled pattern, with what stands beside it. */
export interface Rule<T> extends Matcher {
  readonly item: T
}

/** Finds the patterns that may match a name: those that begin as it does, and every RegExp. */
export type FindRules<T> = (name: string) => readonly Rule<T>[]

/** Orders patterns by their beginnings, so that a lookup does not try every one. */
export function indexPatterns<T>(entries: readonly (readonly [Pattern, T])[]): FindRules<T> {
  // The key is the text before the first star: of an exact name, all of it; of a RegExp, nothing.
  const rules = new Map<string, Rule<T>[]>()
  const lengths = new Set<number>()
  for (const [pattern, item] of entries) {
    const [head = ''] = typeof pattern === 'string' ? pattern.split('*') : []
    lengths.add(head.length)
    rules.set(head, [...(rules.get(head) ?? []), { ...compilePattern(pattern), item }])
  }
  return (name) => {
    const found: Rule<T>[] = []
    for (const length of lengths) if (length <= name.length) found.push(...(rules.get(name.slice(0, length)) ?? []))
    return found
  }
}

/** Makes a function that says whether a name matches any of these patterns. */
export function matcherOf(patterns: readonly Pattern[]): (name: string) => boolean {
  const find = indexPatterns(patterns.map((pattern) => [pattern, true]))
  return (name) => find(name).some((rule) => rule.matches(name))
}
