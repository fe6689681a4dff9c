'use client'
import { enTable } from '../../core/words/english.js'
import { cookieRows } from '../shared/cookie-rows.js'
import { createPart, type Part } from '../shared/create-part.js'
import { durationOf } from '../shared/formats.js'
import { wordsOf } from '../shared/use-words.js'

/**
 * Lists every declared cookie with provider, purpose, duration and category, for a policy page. An unknown duration is
 * "Not stated". Renders a `<table>` element, with its roles: on phones the style sheet makes it a list of blocks, where browsers
 * would drop them.
 *
 * @example
 * ```tsx
 * import { CookieTable } from 'assent'
 *
 * export function Policy() {
 *   return <CookieTable />
 * }
 * ```
 */
export const CookieTable: Part<'table'> = createPart('table', 'table', ({ store: { consent } }, given) => {
  const words = { ...enTable, ...given }
  const rows = consent.ids.flatMap((id) => {
    const config = consent.categories[id]
    const category = wordsOf(id, config, words.categories, words, consent)
    return cookieRows(consent, id, words.locale).map((row) => ({
      ...row,
      id,
      category,
      service:
        row.service === undefined
          ? undefined
          : wordsOf(row.service, config?.services?.[row.service], words.services, words, consent),
    }))
  })
  return {
    role: 'table',
    ...words.spoken,
    children: (
      <>
        <thead role="rowgroup">
          <tr role="row">
            {[words.cookie, words.provider, words.purpose, words.duration, words.category].map((heading) => (
              <th key={heading} role="columnheader" scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, i) => (
            <tr key={i} role="row" data-category={row.id}>
              <th role="rowheader" scope="row">
                <code>{row.name}</code>
                {row.isStorage && ` ${words.storage}`}
              </th>
              <td role="cell" data-label={words.provider}>
                {row.provider ?? row.service?.name ?? words.thisSite}
              </td>
              <td role="cell" data-label={words.purpose}>
                {row.purpose ?? (row.service?.description || row.category.description)}
              </td>
              <td role="cell" data-label={words.duration}>
                {row.isKnown ? durationOf(row, words) : words.notStated}
              </td>
              <td role="cell" data-label={words.category}>
                {row.category.name}
              </td>
            </tr>
          ))}
        </tbody>
      </>
    ),
  }
})
