'use client'
import type { ReactNode } from 'react'
import type { AuditEntry } from '../core/audit/audit.js'
import { texts } from './texts.js'

/** What the page keeps, one row each, with what is wrong with it. Renders a `<section>` element. */
export function Entries({ entries }: { entries: readonly AuditEntry[] }): ReactNode {
  return (
    <section>
      <h2>{texts.keeps}</h2>
      {entries.length === 0 ? (
        <p>{texts.nothing}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {texts.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              <Entry key={`${entry.kind} ${entry.name} ${String(index)}`} {...entry} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Entry({ kind, name, owners, isAllowed, bytes, findings, attributes }: AuditEntry): ReactNode {
  const owner = owners.map(({ category, service }) => [category, service].filter(Boolean).join(' / ')).join(', ')
  return (
    <tr data-allowed={isAllowed}>
      <th scope="row">
        <code>{name}</code>
        {findings.length > 0 && (
          <details>
            <summary>{findings.map(({ code }) => code).join(', ')}</summary>
            <ul>
              {findings.map(({ code, message, clause }) => (
                <li key={code}>
                  {message} ({clause})
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td>
        {texts.kinds[kind]}
        {attributes && ` ${attributes.domain ?? ''}${attributes.path ?? ''}`}
      </td>
      <td>{owner || texts.undeclared}</td>
      <td>{isAllowed ? texts.allowed : texts.notAllowed}</td>
      <td>{bytes || '–'}</td>
    </tr>
  )
}
