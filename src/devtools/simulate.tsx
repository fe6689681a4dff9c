'use client'
import { useId, type ReactNode } from 'react'
import type { ConsentStatus } from '../core/decision/grant.js'
import { knownRegimes } from '../core/decision/regime-by-region.js'
import { locales } from '../locales/all/load-locale.js'
import { useConsentStore } from '../react/use-consent.js'
import { texts } from './texts.js'
import type { Simulated } from './use-simulation.js'

const STATUSES: readonly ConsentStatus[] = ['undecided', 'decided', 'outdated', 'expired']
const REGIONS: readonly string[] = [...Object.keys(knownRegimes), 'US', 'CA', 'JP', 'IN'].sort()

/** Makes another visitor of this one. Renders a `<section>` element. */
export function Simulate({ simulated, hasChildren }: { simulated: Simulated; hasChildren: boolean }): ReactNode {
  const status = useConsentStore((state) => state.status)
  const { region = '', gpc = '', locale = '', hasRegions, isSimulating } = simulated
  return (
    <section>
      <h2>{texts.simulate}</h2>
      <div data-fields="">
        <Field label={texts.status} value={status} values={STATUSES} onChange={simulated.setStatus} />
        <Field
          label={texts.region}
          value={region}
          values={['', ...REGIONS]}
          isDisabled={!hasRegions}
          onChange={(value) => simulated.setRegion(value || undefined)}
        />
        <Field
          label={texts.gpc}
          value={gpc}
          values={['', 'on', 'off']}
          onChange={(value) => simulated.setGpc(value || undefined)}
        />
        <Field
          label={texts.language}
          value={locale}
          values={['', ...locales]}
          isDisabled={!hasChildren}
          onChange={(value) => simulated.setLocale(value || undefined)}
        />
      </div>
      {!hasRegions && <p>{texts.noRegions}</p>}
      {!hasChildren && <p>{texts.noLanguages}</p>}
      {isSimulating && (
        <button type="button" onClick={simulated.end}>
          {texts.end}
        </button>
      )}
    </section>
  )
}

interface FieldProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly values: readonly T[]
  readonly isDisabled?: boolean
  readonly onChange: (value: T) => void
}

function Field<T extends string>({ label, value, values, isDisabled, onChange }: FieldProps<T>): ReactNode {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => {
          const chosen = values.find((one) => one === target.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {one || texts.asItIs}
          </option>
        ))}
      </select>
    </div>
  )
}
