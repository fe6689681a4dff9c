import { type Importer, type ImportMap, type ImportOptions, readSwitches } from '../core/import/importer.js'

/**
 * Imports choices from klaro: the cookie, or key of localStorage, `klaro`. Its names are service names. It stores no time.
 *
 * @example
 * ```ts
 * import { fromKlaro } from 'assent/import/klaro'
 *
 * export const importer = fromKlaro({ analytics: ['matomo'], marketing: ['youtube', 'facebook'] })
 * ```
 */
export function fromKlaro(map: ImportMap, { name = 'klaro', keep }: ImportOptions = {}): Importer {
  return { map, cookies: [name], storage: [name], keep, read: ({ text }) => readSwitches(text) }
}
