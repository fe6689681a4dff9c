'use client'
import { type ReactNode, useId, useState } from 'react'
import type { AuditEntry, AuditLimit } from '../core/audit/audit.js'
import { escapeInvisible } from '../core/audit/snippet-of.js'
import { debug } from '../core/debug.js'
import { useConsentContext } from '../react/context.js'
import { useConsentStore } from '../react/use-consent.js'

/** Lists the stored items of the page with their problems. Renders a `<section>` element. */
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
        <code>{escapeInvisible(name)}</code>
        {findings.length > 0 && (
          <details>
            <summary>{findings.map(({ code }) => code).join(', ')}</summary>
            <ul>
              {findings.map(({ code, message, clause }) => (
                <li key={code}>
                  {escapeInvisible(message)} ({clause})
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td>
        {texts.kinds[kind]}
        {attributes && escapeInvisible(` ${attributes.domain ?? ''}${attributes.path ?? ''}`)}
      </td>
      <td>{owner || texts.undeclared}</td>
      <td>{isAllowed ? texts.allowed : texts.notAllowed}</td>
      <td>{bytes || '–'}</td>
    </tr>
  )
}

/** Shows how near the page is to the limits of browsers and servers. Renders a `<section>` element. */
export function Limits({ limits }: { limits: readonly AuditLimit[] }): ReactNode {
  const id = useId()
  return (
    <section>
      <h2>{texts.limits}</h2>
      {limits.map(({ name, used, most }) => (
        <div key={name}>
          <label htmlFor={id + name}>{texts.limitNames[name]}</label>
          <meter id={id + name} value={used} max={most} low={most * 0.6} high={most * 0.85} optimum={0} />
          <span>
            {used} / {most}
          </span>
        </div>
      ))}
    </section>
  )
}

/** Shows what to paste into the declaration. Renders a `<section>` element, or nothing if everything is declared. */
export function Snippet({ text }: { text: string }): ReactNode {
  const [copied, setCopied] = useState<string>()
  if (!text) return null
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch (error) {
      debug('This browser does not let the page copy.', error)
    }
  }
  return (
    <section>
      <h2>{texts.paste}</h2>
      <pre>{text}</pre>
      <button type="button" onClick={() => void copy()}>
        {copied === text ? texts.copied : texts.copy}
      </button>
    </section>
  )
}

/** Shows the status, the record and the grant. Renders a `<section>` element. */
export function Decision(): ReactNode {
  const { ids } = useConsentContext().store.consent
  const { status, record, grant } = useConsentStore((state) => state)
  const facts = [status, record?.via, record?.timestamp, record && `version ${record.version}`]
  return (
    <section>
      <h2>{texts.decision}</h2>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <ul>
        {[...ids, ...grant.services].map((id) => {
          const isGranted = [...grant.categories, ...grant.services].includes(id)
          return (
            <li key={id} data-granted={isGranted}>
              {id}: {isGranted ? texts.granted : texts.refused}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The words of the panel. Only developers read them, so they are only in English. */
export const texts = {
  title: 'Consent',
  open: 'What this page keeps, and whether it may',
  decision: 'Decision',
  keeps: 'What this page keeps',
  limits: 'Limits of browsers and servers',
  paste: 'For your declaration',
  nothing: 'Nothing yet.',
  undeclared: 'undeclared',
  allowed: 'allowed',
  notAllowed: 'should not be here',
  granted: 'granted',
  refused: 'not granted',
  accept: 'Accept all',
  reject: 'Reject all',
  forget: 'Forget the choice',
  again: 'Audit again',
  copy: 'Copy',
  copied: 'Copied',
  heads: ['Name', 'Where', 'Category', 'Now', 'Bytes'],
  kinds: {
    cookie: 'cookie',
    localStorage: 'local storage',
    sessionStorage: 'session storage',
    indexedDB: 'database',
    caches: 'cache',
  },
  limitNames: {
    cookies: 'Cookies of this host, in every browser',
    'cookies-chromium': 'Cookies of this host, in Chromium',
    'cookie-header': 'Bytes of the Cookie header',
    'largest-cookie': 'Bytes of the largest cookie',
  },
} as const
