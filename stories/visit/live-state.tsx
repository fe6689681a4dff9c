import { useConsentStore, type Consent, type ConsentState, type Jar } from 'assent'
import { useSyncExternalStore, type ReactNode } from 'react'
import './live-state.css'
import { readable } from './readable.js'

/** What the store and the jar hold, as it changes: for people. */
export function LiveState({ consent, jar }: { consent: Consent; jar: Jar }): ReactNode {
  const state = useConsentStore<ConsentState<string>>((all) => all)
  const cookies = useSyncExternalStore(
    (listener) => jar.subscribe(listener),
    () => jar.getAll(),
    () => jar.getAll(),
  )
  const { status, record, asking, grant, draft, open } = state
  const refused = consent.ids.filter((id) => !grant.categories.includes(id))
  const services = consent.ids.flatMap((id) => Object.keys(consent.categories[id]?.services ?? {}))
  return (
    <aside aria-label="Live state" className="live" lang="en" dir="ltr">
      <dl>
        <Fact name="Visitor" id="status">
          <Chip>{status}</Chip>
          {record && status !== 'undecided' && <Chip>{`by ${record.via}`}</Chip>}
        </Fact>
        <Fact name="Banner" id="asking">
          <Chip>{asking === 'choice' ? 'asks' : asking === 'notice' ? 'informs' : 'is not needed'}</Chip>
        </Fact>
        <Chips name="Granted" id="granted" values={grant.categories} is="granted" />
        <Chips name="Refused" id="refused" values={refused} is="refused" />
        {services.length > 0 && (
          <Fact name="Services" id="services">
            {services.map((id) => (
              <Chip key={id} is={grant.services.includes(id) ? 'granted' : 'refused'}>
                {id}
              </Chip>
            ))}
          </Fact>
        )}
        {open && <Chips name="Ticked in the panel" id="draft" values={draft.categories} />}
        <Fact name="Cookies" id="cookies">
          {Object.keys(cookies).length === 0 && <span className="live-none">none</span>}
          {Object.entries(cookies).map(([name, text]) => (
            <span key={name + text} className="live-cookie">
              <code>{name}</code> <span>{readable(text)}</span>
            </span>
          ))}
        </Fact>
      </dl>
    </aside>
  )
}

function Fact({ name, id, children }: { name: string; id: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-live={id}>{children}</dd>
    </div>
  )
}

type Is = 'granted' | 'refused'

function Chips({ values, is, ...fact }: { name: string; id: string; values: readonly string[]; is?: Is }): ReactNode {
  return (
    <Fact {...fact}>
      {values.length === 0 && <span className="live-none">nothing</span>}
      {values.map((value) => (
        <Chip key={value} is={is}>
          {value}
        </Chip>
      ))}
    </Fact>
  )
}

/** One word, which lights up when it comes. */
function Chip({ is, children }: { is?: Is | undefined; children: string }): ReactNode {
  return (
    <>
      <span key={children} className="live-chip" data-is={is}>
        {children}
        {is && <span className="live-hidden"> is {is}</span>}
      </span>{' '}
    </>
  )
}
