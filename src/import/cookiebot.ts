import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'

/**
 * Imports choices from Cookiebot: the cookie `CookieConsent`. Its names are `preferences`, `statistics` and `marketing`.
 * Only explicit choices count.
 *
 * @example
 * ```ts
 * import { fromCookiebot } from 'assent/import/cookiebot'
 *
 * export const importer = fromCookiebot({ functional: ['preferences'], analytics: ['statistics'], marketing: ['marketing'] })
 * ```
 */
export function fromCookiebot(map: ImportMap, { name = 'CookieConsent', keep }: ImportOptions = {}): Importer {
  return {
    map,
    cookies: [name],
    keep,
    read({ text }) {
      // Cookiebot runs the value as a script. Here a grammar reads it, so quoted text cannot break out.
      if (!/^\{(\w+:('[^']*'|[\w.-]+)(,(?!\}$)|\}$))+$/.test(text)) return
      const members = [...text.matchAll(/(\w+):('[^']*'|[\w.-]+)/g)].map(([, key = '', value]) => [key, value] as const)
      const data = new Map(members)
      if (data.size < members.length || data.get('method') !== "'explicit'" || data.get('stamp') === "'-1'") return
      const granted = members.filter(([, value]) => value === 'true').map(([key]) => key)
      return { granted, timestamp: data.has('utc') ? Number(data.get('utc')) : undefined }
    },
  }
}
