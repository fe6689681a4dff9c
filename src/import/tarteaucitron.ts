import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'

/**
 * Takes over from tarteaucitron: the cookie `tarteaucitron`. Its names are those of services. While one of them waits, the
 * visitor has not chosen. It keeps no time. Leave it out where `highPrivacy` was false: it took silence for a yes.
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
