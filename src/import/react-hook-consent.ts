import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'
import { isTexts, jsonObject } from '../core/json.js'

/**
 * Imports choices from react-hook-consent: the key `react-hook-consent` of localStorage, so only in browsers. Its names are
 * service names.
 *
 * @example
 * ```ts
 * import { fromReactHookConsent } from 'assent/import/react-hook-consent'
 *
 * export const importer = fromReactHookConsent({ analytics: ['ga'] })
 * ```
 */
export function fromReactHookConsent(
  map: ImportMap,
  { name = 'react-hook-consent', keep }: ImportOptions = {},
): Importer {
  return {
    map,
    cookies: [],
    storage: [name],
    keep,
    read({ text }) {
      const { consent, updated } = jsonObject(text)
      return isTexts(consent) ? { granted: consent, timestamp: updated } : undefined
    },
  }
}
