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

/** Makes a function that says whether a name matches any of these patterns. */
export function matcherOf(patterns: readonly Pattern[]): (name: string) => boolean {
  const matchers = patterns.map(compilePattern)
  return (name) => matchers.some((matcher) => matcher.matches(name))
}
