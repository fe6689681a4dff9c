import { type Importer, type ImportMap, type ImportOptions, readSwitches } from '../core/import/importer.js'

/**
 * Imports choices from orejime 3: the cookie `eu-consent`. Its names are purpose names. It stores no time.
 *
 * @example
 * ```ts
 * import { fromOrejime } from 'assent/import/orejime'
 *
 * export const importer = fromOrejime({ analytics: ['analytics'], marketing: ['ads'] })
 * ```
 */
export function fromOrejime(map: ImportMap, { name = 'eu-consent', keep }: ImportOptions = {}): Importer {
  return { map, cookies: [name], keep, read: ({ text }) => readSwitches(text) }
}
