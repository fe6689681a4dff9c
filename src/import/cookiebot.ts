import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'

/**
 * Takes over from Cookiebot: the cookie `CookieConsent`. Its names are `preferences`, `statistics` and `marketing`. Only
 * what was given explicitly counts.
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
      // A script, to Cookiebot; here a grammar, of which quoted text cannot break out.
      if (!/^\{(\w+:('[^']*'|[\w.-]+)(,(?!\}$)|\}$))+$/.test(text)) return
      const members = [...text.matchAll(/(\w+):('[^']*'|[\w.-]+)/g)].map(([, key = '', value]) => [key, value] as const)
      const data = new Map(members)
      if (data.size < members.length || data.get('method') !== "'explicit'" || data.get('stamp') === "'-1'") return
      const granted = members.filter(([, value]) => value === 'true').map(([key]) => key)
      return { granted, timestamp: data.has('utc') ? Number(data.get('utc')) : undefined }
    },
  }
}
