import { useConsentStore, type Jar } from 'assent'
import { useSyncExternalStore, type CSSProperties, type ReactNode } from 'react'

const box: CSSProperties = {
  margin: 16,
  padding: 16,
  border: '1px solid color-mix(in srgb, currentcolor 20%, transparent)',
  borderRadius: 12,
  font: '13px/1.5 ui-monospace, monospace',
}
const list: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  gap: '4px 16px',
  margin: 0,
}

/** What the store and the jar hold, as it changes. */
export function LiveState({ jar }: { jar: Jar }): ReactNode {
  const { status, record, grant, draft, open } = useConsentStore((state) => state)
  const cookies = useSyncExternalStore(
    (listener) => jar.subscribe(listener),
    () => jar.getAll(),
    () => jar.getAll(),
  )
  const facts = {
    status,
    record: record ?? 'none',
    grant: grant.categories,
    draft: draft.categories,
    open,
    ...Object.fromEntries(Object.entries(cookies).map(([name, text]) => [`cookie ${name}`, text])),
  }
  return (
    <aside aria-label="Live state" style={box}>
      <dl style={list}>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>
              {typeof value === 'string' ? value : JSON.stringify(value)}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
