'use client'
import type { ReactNode } from 'react'
import type { CookieRow } from '../cookie-rows.js'
import { durationOf, useWords } from '../use-words.js'

/** What is stored, an item each. Renders a `<ul>` element, or nothing. */
export function CookieList({ rows }: { rows: readonly CookieRow[] }): ReactNode {
  const words = useWords()
  if (!rows.length) return null
  return (
    <ul>
      {rows.map((row, i) => (
        <li key={i}>
          <code>{row.name}</code>{' '}
          {[row.isStorage && words.storage, row.provider, row.purpose, row.isKnown && durationOf(row, words)]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}
