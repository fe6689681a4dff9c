import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'

/** Holds when the visitor answered the banner. */
const ANSWERED = 'OptanonAlertBoxClosed'

/**
 * Takes over from OneTrust: the cookies `OptanonConsent` and `OptanonAlertBoxClosed`. Its names are those of groups.
 * Without the second cookie the time is unknown; without it and an interaction nobody has chosen. Leave it out where the consent model was implied.
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
      // Not decoded as a whole: the address of the page is in it, too, and may have a group's name.
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
