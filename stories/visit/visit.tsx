import {
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  days,
  snapshotOf,
  stringifyRecord,
  useConsentActions,
  type CategoryId,
  type Consent,
  type ConsentStatus,
  type PartialMessages,
  type ServiceId,
} from 'assent'
import { useEffect, useState, type ReactNode } from 'react'
import { consent as shop } from './consent.js'
import { LiveState } from './live-state.js'

/** How a visitor comes to a story: the parameter `visit`. */
export interface Visit {
  /** Default: undecided, or decided where `granted` says for what. */
  status?: ConsentStatus
  /** The categories that the visitor granted when last asked. Default: none. */
  granted?: readonly CategoryId[]
  /** The services that the visitor granted of these. Default: all. */
  services?: readonly ServiceId[]
  /** Other cookies that are there, as a `Cookie` header has them. */
  cookies?: string
  consent?: Consent
  messages?: PartialMessages | undefined
  locale?: string
  /** Whether the browser sends Global Privacy Control. */
  gpc?: boolean
  /** Opens the preferences at once. */
  open?: boolean
}

/** A fresh store with a jar in memory for one story, and below it what they hold. */
export function VisitProvider({ visit, children }: { visit: Visit; children: ReactNode }): ReactNode {
  const { messages, locale, open = false } = visit
  const [store] = useState(() => createVisitStore(visit))
  return (
    <ConsentProvider store={store} messages={messages} locale={locale}>
      <div className="visit">
        <div className="visit-story">{children}</div>
        <LiveState consent={store.consent} jar={store.jar} />
      </div>
      {open && <Opener />}
    </ConsentProvider>
  )
}

/** A store in memory, in the state that a visit says. */
export function createVisitStore(visit: Visit) {
  const { consent = shop, gpc } = visit
  const header = headerOf(visit, consent, Date.now())
  return createConsentStore<Consent>(consent, {
    jar: createMemoryJar(header),
    snapshot: { ...snapshotOf(header, consent), signals: { gpc } },
  })
}

function headerOf(
  { granted, services, status = granted ? 'decided' : 'undecided', cookies = '' }: Visit,
  { ids, categories, cookie, version }: Consent,
  now: number,
): string {
  if (status === 'undecided') return cookies
  const age = status === 'expired' ? cookie.maxAge + days(1) : days(1)
  const record = stringifyRecord({
    categories: ids.filter((id) => categories[id]?.required || granted?.some((other) => other === id)),
    services,
    timestamp: new Date(now - age * 1000).toISOString(),
    version: status === 'outdated' ? version - 1 : version,
    via: 'save',
  })
  return `${cookie.name}=${encodeURIComponent(record)}; ${cookies}`
}

function Opener() {
  const { openPreferences } = useConsentActions()
  useEffect(() => openPreferences(), [openPreferences])
  return null
}
