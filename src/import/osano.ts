import { type Importer, type ImportOptions, readAnswer } from '../core/import/importer.js'
import type { CategoryId } from '../core/declaration/register.js'

/**
 * Takes over from Osano Cookie Consent 3: `allow` and `deny` of the cookie `cookieconsent_status`. `dismiss` says nothing.
 * It keeps no time.
 *
 * @param categories - what a yes to its one question was a yes to
 *
 * @example
 * ```ts
 * import { fromOsano } from 'assent/import/osano'
 *
 * export const importer = fromOsano(['analytics', 'marketing'])
 * ```
 */
export function fromOsano(
  categories: readonly CategoryId[],
  { name = 'cookieconsent_status', keep }: ImportOptions = {},
): Importer {
  return { ...readAnswer(categories, { yes: 'allow', no: 'deny' }), cookies: [name], keep }
}
