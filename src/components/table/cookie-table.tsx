'use client'
import { enTable } from '../../locales/en.js'
import { cookieRows } from '../shared/cookie-rows.js'
import { createPart, type Part } from '../shared/create-part.js'
import { durationOf, wordsOf } from '../shared/use-words.js'

/** A character of two bytes may stand in no code for pages. */
const DASH = /* @__PURE__ */ String.fromCodePoint(0x2013)

/**
 * Lists every declared cookie with provider, purpose, duration and category, for a policy page. An unknown duration is a
 * dash. Renders a `<table>` element.
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
    const category = wordsOf(id, config, words.categories)
    return cookieRows(consent, id).map((row) => ({
      ...row,
      id,
      category,
      service:
        row.service === undefined ? undefined : wordsOf(row.service, config?.services?.[row.service], words.services),
    }))
  })
  return {
    lang: words.locale,
    children: (
      <>
        <thead>
          <tr>
            {[words.cookie, words.provider, words.purpose, words.duration, words.category].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i} data-category={row.id}>
              <th scope="row">
                <code>{row.name}</code>
                {row.isStorage && ` ${words.storage}`}
              </th>
              <td>{row.provider ?? row.service?.name ?? words.thisSite}</td>
              <td>{row.purpose ?? (row.service?.description || row.category.description)}</td>
              <td>{row.isKnown ? durationOf(row, words) : DASH}</td>
              <td>{row.category.name}</td>
            </tr>
          ))}
        </tbody>
      </>
    ),
  }
})
