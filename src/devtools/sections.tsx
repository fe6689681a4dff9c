'use client'
import { type ReactNode, useId, useState } from 'react'
import type { AuditEntry, AuditLimit } from '../core/audit/audit.js'
import { escapeInvisible } from '../core/audit/snippet-of.js'
import { debug } from '../core/debug.js'
import { useConsentContext } from '../react/context.js'
import { useConsentStore } from '../react/use-consent.js'
import { texts } from './texts.js'
import type { BlockedEntry } from './use-blocked.js'
import { whyOf } from './why.js'

/** Lists the stored items of the page with their problems. Renders a `<section>` element. */
export function Entries({ entries }: { entries: readonly AuditEntry[] }): ReactNode {
  return (
    <section>
      <h2>{texts.keeps}</h2>
      {entries.length === 0 ? (
        <p>{texts.nothing}</p>
      ) : (
        <table>
          <Heads texts={texts.heads} />
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
  if (!text) return null
  return (
    <section>
      <h2>{texts.paste}</h2>
      <pre>{text}</pre>
      <CopyButton text={text} label={texts.copy} />
    </section>
  )
}

/** Copies a text. Renders a `<button>` element. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const [copied, setCopied] = useState<string>()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch (error) {
      debug('This browser does not let the page copy.', error)
    }
  }
  return (
    <button type="button" onClick={() => void copy()}>
      {copied === text ? texts.copied : label}
    </button>
  )
}

/** Tells for the name of a cookie why it may be here, or may not. Renders a `<section>` element. */
export function WhyField(): ReactNode {
  const { store } = useConsentContext()
  useConsentStore((state) => state) // the answer changes with it
  const [name, setName] = useState('')
  const id = useId()
  const why = name ? whyOf(name, store) : undefined
  return (
    <section>
      <h2>{texts.why}</h2>
      <div data-fields="">
        <div>
          <label htmlFor={id}>{texts.cookieName}</label>
          <input
            id={id}
            value={name}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setName(target.value.trim())}
          />
        </div>
      </div>
      <div role="status" data-why={why?.isAllowed}>
        {why && (
          <>
            <strong>{why.isAllowed ? texts.allowed : texts.notAllowed}</strong>
            {why.reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </>
        )}
      </div>
    </section>
  )
}

/** Lists what a guard blocked. Renders a `<section>` element, or nothing if it blocked nothing. */
export function Blocked({ entries }: { entries: readonly BlockedEntry[] }): ReactNode {
  if (!entries.length) return null
  return (
    <section>
      <h2>{texts.blocked}</h2>
      <table>
        <Heads texts={texts.blockedHeads} />
        <tbody>
          {entries.map(({ id, route, target, missing, held, by }) => (
            <tr key={id}>
              <th scope="row">
                <code>{escapeInvisible(target)}</code>
              </th>
              <td>{route}</td>
              <td>{missing.map(({ category, service }) => service ?? category).join(', ') || texts.undeclared}</td>
              <td>{held ? texts.held : texts.refusedNow}</td>
              <td>{by ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

function Heads({ texts }: { texts: readonly string[] }): ReactNode {
  return (
    <thead>
      <tr>
        {texts.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}
