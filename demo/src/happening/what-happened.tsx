import { useState, useSyncExternalStore } from 'react'
import { useTrying } from '../trying/trying.js'
import { useLog, type Happening, type Kind } from './log.js'

const LABELS: Readonly<Record<Kind, string>> = {
  chosen: 'Now',
  written: 'Written',
  memory: 'In memory',
  refused: 'Refused',
  erased: 'Erased',
  held: 'Held',
  sent: 'Sent',
}

const none: readonly Happening[] = []

/** What just happened to cookies and requests, the newest first. It speaks for the package, so it is in English. */
export function WhatHappened() {
  const { getAll, subscribe } = useLog()
  const all = useSyncExternalStore(subscribe, getAll, () => none)
  const { options } = useTrying()
  const [isOpen, setOpen] = useState(false)
  return (
    <aside className="happened" lang="en" dir="ltr" aria-labelledby="happened" data-open={isOpen || undefined}>
      <h2 id="happened">What just happened</h2>
      {options.scripts === 'on' ? (
        <>
          <button type="button" aria-expanded={isOpen} aria-controls="happenings" onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide' : 'Show'} <span className="count">{all.length}</span>
          </button>
          <ol id="happenings" tabIndex={0} aria-labelledby="happened">
            {all.map(({ id, kind, what, why }) => (
              <li key={id} data-kind={kind}>
                <b>{LABELS[kind]}</b> <span className="what">{what}</span> <span className="why">{why}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>
          This page has no scripts, so nothing can watch it. The banner, the panel and the form are plain forms: choose,
          and the server answers.
        </p>
      )}
    </aside>
  )
}
