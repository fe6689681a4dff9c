'use client'
import { useId, type ReactNode } from 'react'
import type { AuditLimit } from '../core/audit/limits-of.js'
import { texts } from './texts.js'

/** How near the page is to what browsers and servers take. Renders a `<section>` element. */
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
