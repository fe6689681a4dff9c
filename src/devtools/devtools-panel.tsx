'use client'
import { useEffect, useId, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useConsentActions } from '../react/use-consent-actions.js'
import type { ConsentDevtoolsProps } from './consent-devtools.js'
import { Decision } from './decision.js'
import { Entries } from './entries.js'
import { Limits } from './limits.js'
import { Snippet } from './snippet.js'
import { sheet } from './sheet.js'
import { texts } from './texts.js'
import { useAudit } from './use-audit.js'

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
