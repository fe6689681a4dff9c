import { type Importer, type ImportMap, type ImportOptions, oldest } from '../core/import/importer.js'

/**
 * Imports choices from django-cookie-consent: the cookie `cookie_consent`. Its names are names of cookie groups. The cookie
 * is HttpOnly, so only `importRecord` on a server can read it.
 *
 * @example
 * ```ts
 * import { fromDjangoCookieConsent } from 'assent/import/django-cookie-consent'
 *
 * export const importer = fromDjangoCookieConsent({ analytics: ['analytics'], marketing: ['social'] })
 * ```
 */
export function fromDjangoCookieConsent(
  map: ImportMap,
  { name = 'cookie_consent', keep }: ImportOptions = {},
): Importer {
  return {
    map,
    cookies: [name],
    keep,
    read({ text }) {
      const times = new Map<string, string>()
      for (const pair of text.split('|')) {
        const [, group, when] = /^([\w-]+)=(-1|\d{4}-\d\d-\d\d[T ][\d:.+-]+Z?)$/.exec(pair) ?? []
        if (!group || !when || times.has(group)) return
        times.set(group, when)
      }
      const granted = [...times.keys()].filter((group) => times.get(group) !== '-1')
      return { granted, timestamp: oldest(granted.map((group) => times.get(group))) }
    },
  }
}
