'use client'
import { useCallback, useEffect, useId, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { auditCookies } from '../browser/audit-cookies.js'
import type { Audit } from '../core/audit/audit.js'
import type { ServiceConfig } from '../core/declaration/config.js'
import { useConsentContext, WordsContext } from '../react/context.js'
import { useConsentActions, useConsentStore } from '../react/use-consent.js'
import { useIsLive } from '../react/use-external.js'
import type { DevtoolsPosition } from './place.js'
import { Blocked, CopyButton, Decision, Entries, Limits, Snippet, WhyField } from './sections.js'
import { sheet } from './sheet.js'
import { Simulate } from './simulate.js'
import { texts } from './texts.js'
import { useBlocked } from './use-blocked.js'
import { usePlace } from './use-place.js'
import { useSimulation, type Simulated } from './use-simulation.js'

export interface ConsentDevtoolsProps {
  /** Services to recognise among undeclared items, such as presets. The keys are their names in the snippet. */
  known?: Readonly<Record<string, ServiceConfig>> | undefined
  /** The corner of the button. Where the banner is, it moves to the next free one. Default: `bottom-right`. */
  position?: DevtoolsPosition | undefined
  /** The app, with its banner: only what stands here can be shown in another language. */
  children?: ReactNode
}

/** What is wrapped, the button that opens the panel, and the panel. Renders an `<aside>` element once the page is live. */
export function DevtoolsPanel({ children, ...props }: ConsentDevtoolsProps): ReactNode {
  const { simulated, words } = useSimulation()
  const isLive = useIsLive() // the page that a server sends has no such element
  return (
    <>
      <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
      {isLive && <Aside {...props} simulated={simulated} hasChildren={children !== undefined} />}
    </>
  )
}

interface AsideProps extends Omit<ConsentDevtoolsProps, 'children'> {
  readonly simulated: Simulated
  readonly hasChildren: boolean
}

function Aside({ known, position = 'bottom-right', simulated, hasChildren }: AsideProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const { acceptAll, rejectAll, reset } = useConsentActions()
  const record = useConsentStore((state) => state.record)
  const { audit, again } = useAudit(isOpen, known)
  const blocked = useBlocked()
  const button = useRef<HTMLButtonElement>(null)
  const place = usePlace(button, position)
  const panel = useId()
  useSheet()

  const problems = audit?.entries.filter(({ isAllowed }) => !isAllowed).length ?? 0
  const size = { '--width': `${place?.width ?? 0}px`, '--height': `${place?.height ?? 0}px` } as CSSProperties // React sets these, too
  return (
    <aside
      data-assent="devtools"
      aria-label={texts.title}
      data-corner={place?.corner ?? position}
      data-covered={place?.isCovered || undefined}
      style={size}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={panel}
        title={texts.open}
        onClick={() => setOpen(!isOpen)}
      >
        assent {simulated.isSimulating && <i>{texts.simulating}</i>} {problems > 0 && <b>{problems}</b>}
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
          {record && <CopyButton text={JSON.stringify(record, null, 2)} label={texts.copyRecord} />}
        </p>
        <Simulate simulated={simulated} hasChildren={hasChildren} />
        <WhyField />
        <Blocked entries={blocked} />
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

/** Adopts the style sheet of the panel while it is mounted. */
function useSheet(): void {
  useEffect(() => {
    const style = new CSSStyleSheet()
    style.replaceSync(sheet)
    document.adoptedStyleSheets.push(style)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== style)
    }
  }, [])
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
