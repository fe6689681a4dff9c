'use client'
import type { ReactNode } from 'react'
import { useConsentContext } from '../../react/context.js'
import { cookieRows } from '../cookie-rows.js'
import { durationOf, useWords } from '../use-words.js'

/** What a category sets, closed at first, with its count. Renders a `<details>` element, or nothing. */
export function CategoryCookies({ category }: { category: string }): ReactNode {
  const words = useWords()
  const rows = cookieRows(useConsentContext().store.consent, category)
  if (!rows.length) return null
  return (
    <details>
      <summary>{words.cookies.replace('{count}', String(rows.length))}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.name}>
            <code>{row.name}</code>{' '}
            {[...new Set([row.service, row.provider, row.purpose, row.isKnown && durationOf(row, words)])]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
