import type { Importer, ImportMap } from './importer.js'
import type { CategoryId } from './register.js'

/** A tool that asks one question: what a yes to it means, and how to read the answer. */
export function readAnswer(
  categories: readonly CategoryId[],
  { yes, no }: { yes: string; no: string },
): Pick<Importer, 'map' | 'read'> {
  return {
    map: Object.fromEntries(categories.map((id) => [id, [yes]])) satisfies ImportMap<string>,
    read: ({ text }) => (text === yes || text === no ? { granted: text === yes ? [yes] : [] } : undefined),
  }
}
