'use client'
import { useEffect, useId, useState, useSyncExternalStore, type ReactNode, useCallback } from 'react'
import { useConsentActions } from '../react/use-consent.js'
import { Decision, Entries, Limits, Snippet, texts } from './sections.js'
import { sheet } from './sheet.js'
import { auditCookies } from '../browser/audit-cookies.js'
import type { Audit } from '../core/audit/audit.js'
import type { ServiceConfig } from '../core/declaration/config.js'
import { useConsentContext } from '../react/context.js'

export interface ConsentDevtoolsProps {
  /** Services to recognise among undeclared items, such as presets. The keys are their names in the snippet. */
  known?: Readonly<Record<string, ServiceConfig>> | undefined
}
const never = (): (() => void) => () => undefined

/** The button that opens the panel, and the panel. Renders an `<aside>` element once the page is live. */
export function DevtoolsPanel({ known }: ConsentDevtoolsProps): ReactNode {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false, // the page that a server sends has no such element
  )
  const [isOpen, setOpen] = useState(false)
  const { acceptAll, rejectAll, reset } = useConsentActions()
  const { audit, again } = useAudit(isOpen, known)
  const panel = useId()

  useEffect(() => {
    const style = new CSSStyleSheet()
    style.replaceSync(sheet)
    document.adoptedStyleSheets.push(style)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== style)
    }
  }, [])
  if (!isLive) return null

  const problems = audit?.entries.filter(({ isAllowed }) => !isAllowed).length ?? 0
  return (
    <aside data-assent="devtools" aria-label={texts.title}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={panel}
        title={texts.open}
        onClick={() => setOpen(!isOpen)}
      >
        assent {problems > 0 && <b>{problems}</b>}
      </button>
      <div id={panel} hidden={!isOpen} onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
        <Decision />
        <p>
          <button type="button" onClick={acceptAll}>
            {texts.accept}
          </button>
          <button type="button" onClick={rejectAll}>
            {texts.reject}
          </button>
          <button type="button" onClick={reset}>
            {texts.forget}
          </button>
          <button type="button" onClick={again}>
            {texts.again}
          </button>
        </p>
        {audit && (
          <>
            <Entries entries={audit.entries} />
            <Snippet text={audit.snippet} />
            <Limits limits={audit.limits} />
          </>
        )}
      </div>
    </aside>
  )
}

/** Audits this page while the panel is open, at every change of consent or cookies, and when `again` is called. */
function useAudit(
  isOpen: boolean,
  known: Readonly<Record<string, ServiceConfig>> | undefined,
): { readonly audit: Audit | undefined; readonly again: () => void } {
  const { store } = useConsentContext()
  const [audit, setAudit] = useState<Audit>()
  const again = useCallback(() => {
    void auditCookies(store, { known }).then(setAudit)
  }, [store, known])

  useEffect(() => {
    if (!isOpen) return undefined
    again()
    const stops = [store.subscribe(again), store.jar.subscribe(again), store.onErase(again)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [isOpen, store, again])
  return { audit, again }
}
