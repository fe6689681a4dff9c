import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'

/** The cookie that holds the time when the visitor answered the banner. */
const ANSWERED = 'OptanonAlertBoxClosed'

/**
 * Imports choices from OneTrust: the cookies `OptanonConsent` and `OptanonAlertBoxClosed`. Its names are group ids. Without
 * the second cookie the time is unknown. Without it and without an interaction, the visitor has not chosen. Do not use it
 * if the consent model was implied.
 *
 * @example
 * ```ts
 * import { fromOnetrust } from 'assent/import/onetrust'
 *
 * export const importer = fromOnetrust({ analytics: ['C0002'], functional: ['C0003'], marketing: ['C0004', 'C0005'] })
 * ```
 */
export function fromOnetrust(map: ImportMap, { name = 'OptanonConsent', keep }: ImportOptions = {}): Importer {
  return {
    map,
    cookies: [name],
    leftovers: [ANSWERED],
    keep,
    read({ wire, cookie }) {
      // The value is not decoded as a whole, because it also holds the page's address, which may contain a group's name.
      const fields = wire.split('&').map((field) => field.split('='))
      const valuesOf = (name: string): readonly (string | undefined)[] =>
        fields.filter(([key]) => key === name).map(([, value]) => value)
      const [groups = '', ...more] = valuesOf('groups').map((value) =>
        value?.replace(/%3A/gi, ':').replace(/%2C/gi, ','),
      )
      const timestamp = cookie(ANSWERED)
      const [interactions = timestamp] = valuesOf('interactionCount')
      const isAsked = !interactions || interactions === '0' || valuesOf('AwaitingReconsent').includes('true')
      if (isAsked || more.length || !/^([\w-]+:[01](,|$))+$/.test(groups)) return
      const granted = groups.split(',').filter((group) => group.endsWith(':1'))
      const [id] = valuesOf('consentId')
      return { granted: granted.map((group) => group.slice(0, -2)), timestamp, id }
    },
  }
}
