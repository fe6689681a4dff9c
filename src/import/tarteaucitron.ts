import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'

/**
 * Imports choices from tarteaucitron: the cookie `tarteaucitron`. Its names are service names. While a service waits, the
 * visitor has not chosen. It stores no time. Do not use it if `highPrivacy` was false, because the tool then took silence
 * as a yes.
 *
 * @example
 * ```ts
 * import { fromTarteaucitron } from 'assent/import/tarteaucitron'
 *
 * export const importer = fromTarteaucitron({ analytics: ['gtag'], marketing: ['youtube'] })
 * ```
 */
export function fromTarteaucitron(map: ImportMap, { name = 'tarteaucitron', keep }: ImportOptions = {}): Importer {
  return {
    map,
    cookies: [name],
    keep,
    read({ text }) {
      if (!/^(![^!=]+=(true|false))+$/.test(text)) return
      const services = text.slice(1).split('!')
      const named = (end: string): string[] =>
        services.filter((service) => service.endsWith(end)).map((service) => service.slice(0, -end.length))
      const refused = named('=false')
      return { granted: named('=true').filter((service) => !refused.includes(service)) }
    },
  }
}
