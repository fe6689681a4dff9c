'use client'
import type { ReactNode } from 'react'
import { useConsentContext } from '../react/context.js'
import { useConsentStore } from '../react/use-consent-store.js'
import { texts } from './texts.js'

/** The status, the record and what is granted. Renders a `<section>` element. */
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
