import { type Importer, type ImportOptions, readAnswer } from '../core/import/importer.js'
import type { CategoryId } from '../core/declaration/register.js'

/**
 * Imports choices from Osano Cookie Consent 3: `allow` and `deny` in the cookie `cookieconsent_status`. `dismiss` is not a
 * choice. It stores no time.
 *
 * @param categories - the categories that a yes to its question grants
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
