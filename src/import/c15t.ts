import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'

/** The short names of version 3 for its categories. */
const CODES: Readonly<Record<string, string>> = {
  fn: 'functionality',
  ex: 'experience',
  me: 'measurement',
  mk: 'marketing',
}

/**
 * Imports choices from c15t 2 and 3: the cookie `c15t`. Its names are `functionality`, `experience`, `measurement` and
 * `marketing`. Its copy in localStorage is erased but not read, because the two may differ.
 *
 * @example
 * ```ts
 * import { fromC15t } from 'assent/import/c15t'
 *
 * export const importer = fromC15t({ analytics: ['measurement'], marketing: ['marketing'] })
 * ```
 */
export function fromC15t(map: ImportMap, { name = 'c15t', keep }: ImportOptions = {}): Importer {
  return {
    map,
    cookies: [name],
    leftovers: [name],
    keep,
    read({ wire, text }) {
      const is3 = text.startsWith('v=3&')
      // Version 3 escapes ids once, and another program may have escaped the whole value. Version 2 does not escape ids, so a
      // visitor's name may follow an id, and the text after it is not trusted.
      const trusted = is3 ? (wire.startsWith('v=') ? wire : text) : wire.replace(/(^v|(^|,)i\.(eid|idp):).*/s, '')
      const [, chosenAt] = /,i\.t:(\d+)/.exec(trusted) ?? []
      const marks = [
        // Version 3: `v=3&…&mk=1.<time>.0`. Version 2: `c.marketing:1,i.t:<time>`.
        ...trusted.matchAll(is3 ? /&(fn|ex|me|mk)=([^.&]*)\.?([^.&]*)/g : /(?<![^,])c\.(\w+):([^,]*)/g),
      ].map(([, key = '', answer, time = chosenAt]) => [(is3 && CODES[key]) || key, answer, time] as const)
      const isReadable = marks.every(([, answer, time]) => /^[01]$/.test(answer ?? '') && /^\d+$/.test(time ?? ''))
      if (!isReadable || new Set(marks.map(([key]) => key)).size < (marks.length || 1)) return
      return {
        granted: marks.filter(([, answer]) => answer === '1').map(([key]) => key),
        timestamp: Math.min(...marks.map(([, , time]) => Number(time))),
      }
    },
  }
}
