import { type Importer, type ImportMap, type ImportOptions, oldest } from '../core/import/importer.js'
import { jsonObject } from '../core/json.js'

/**
 * Imports choices from react-cookie-manager: the cookie `cookie-consent`. Its names are `Analytics`, `Social` and
 * `Advertising`, or the names of your own categories.
 *
 * @example
 * ```ts
 * import { fromReactCookieManager } from 'assent/import/react-cookie-manager'
 *
 * export const importer = fromReactCookieManager({ analytics: ['Analytics'], marketing: ['Social', 'Advertising'] })
 * ```
 */
export function fromReactCookieManager(
  map: ImportMap,
  { name = 'cookie-consent', keep }: ImportOptions = {},
): Importer {
  return {
    map,
    cookies: [name],
    keep,
    read({ text }) {
      const granted: string[] = []
      const times: string[] = []
      for (const [category, answer] of Object.entries(jsonObject(text))) {
        const { consented, timestamp } = Object(answer) as Readonly<Record<string, unknown>>
        if (typeof consented !== 'boolean' || typeof timestamp !== 'string') return
        if (consented) granted.push(category)
        times.push(timestamp)
      }
      return times.length ? { granted, timestamp: oldest(times) } : undefined
    },
  }
}
