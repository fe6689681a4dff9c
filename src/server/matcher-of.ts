import type { Pattern } from '../core/consent/config.js'
import { compilePattern } from '../core/consent/pattern.js'

/** Whether a name matches any of these patterns. */
export function matcherOf(patterns: readonly Pattern[]): (name: string) => boolean {
  const matchers = patterns.map(compilePattern)
  return (name) => matchers.some((matcher) => matcher.matches(name))
}
