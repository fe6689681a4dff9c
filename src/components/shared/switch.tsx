'use client'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { type Consent, servicesOf } from '../../core/declaration/consent.js'
import { CATEGORIES_FIELD, GROUPS_FIELD, SERVICES_FIELD } from '../../core/decision/choice.js'
import { isIn } from '../../core/decision/record.js'
import { useConsentContext } from '../../react/context.js'
import { useConsentStore } from '../../react/use-consent.js'
import { cookieRows, type CookieRow } from './cookie-rows.js'
import { durationOf } from './formats.js'
import { useWords, wordsOf } from './use-words.js'
import { tick } from './ticks.js'

interface SwitchProps {
  category: string
  /** The id of the name, for what the name names. */
  id?: string
  /** The id of a service in the category. With it, the switch is that of the service. */
  service?: string
}

/** The id of the words "Always active" of a category. */
export const alwaysId = (id: string): string => `${id}-always`

/**
 * Shows a category or a service: its name, its native checkbox, its description, and its cookies. A category shows its
 * cookies and services in a closed `<details>`. Renders a `<label>`, a `<p>` and a `<ul>` or a `<details>` element.
 */
export function Switch({ category, service, id }: SwitchProps): ReactNode {
  const { store } = useConsentContext()
  const { consent } = store
  const words = useWords()
  const describedBy = useId()
  const group = service ? [] : servicesOf(consent, [category])
  const isTicked = useConsentStore<boolean, Consent>(({ draft }) =>
    service ? draft.services.includes(service) : draft.categories.includes(category),
  )
  const isMixed = useConsentStore<boolean, Consent>(({ draft }) => isTicked && !group.every(isIn(draft.services)))
  const config = consent.categories[category]
  const { name, description } = service
    ? wordsOf(service, config?.services?.[service], words.services, words, consent)
    : wordsOf(category, config, words.categories, words, consent)
  const rows = cookieRows(consent, category, words.locale)
  const list = <CookieList rows={rows.filter((row) => row.service === service)} />
  const serviceCount = words.serviceCount.replace('{count}', String(group.length))
  const counts = joined([
    group.length && serviceCount,
    rows.length && words.cookies.replace('{count}', String(rows.length)),
  ])
  return (
    <>
      <label>
        <span data-assent="name" id={id}>
          {name}
        </span>{' '}
        {config?.required ? (
          <span data-assent="always" id={id && alwaysId(id)}>
            {words.alwaysActive}
          </span>
        ) : (
          <input
            // No attribute makes a box indeterminate, and a click resets it. The box stays checked, so a form posts it.
            ref={(box) => {
              if (box) box.indeterminate = isMixed
            }}
            data-assent="box"
            type="checkbox"
            name={service ? SERVICES_FIELD : CATEGORIES_FIELD}
            value={service ?? category}
            checked={isTicked}
            aria-describedby={describedBy}
            onKeyDown={keepEnter}
            onChange={({ target }) => tick(store, isMixed || target.checked, category, service)}
          />
        )}
      </label>
      <p id={describedBy}>{description}</p>
      {service
        ? list
        : counts && (
            <details>
              <summary aria-label={`${counts}, ${name}`}>{counts}</summary>
              {list}
              {group.length > 0 && (
                <fieldset data-assent="services" aria-label={serviceCount}>
                  {consent.endpoint !== undefined && (
                    // A form does not post unticked boxes, so this field shows the server which group it has, and whether a tick is new.
                    <input
                      type="hidden"
                      name={isTicked ? SERVICES_FIELD : GROUPS_FIELD}
                      value={isTicked ? '' : category}
                    />
                  )}
                  {group.map((id) => (
                    <div key={id} data-assent="service" data-service={id}>
                      <Switch category={category} service={id} />
                    </div>
                  ))}
                </fieldset>
              )}
            </details>
          )}
    </>
  )
}

/** Stops Enter from pressing the first button of the form, which would reject all or close the panel. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}

/** Lists the declared cookies and storage. Renders a `<ul>` element, or nothing. */
function CookieList({ rows }: { rows: readonly CookieRow[] }): ReactNode {
  const words = useWords()
  if (!rows.length) return null
  return (
    <ul data-assent="cookies">
      {rows.map((row, i) => {
        const purpose = joined([row.isStorage && words.storage, row.provider, row.purpose])
        return (
          <li key={i}>
            <span data-assent="cookie">
              <code>{row.name}</code> {row.isKnown && <span data-assent="duration">{durationOf(row, words)}</span>}
            </span>{' '}
            {purpose && <span data-assent="purpose">{purpose}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** Joins what there is by a middle dot, which stands nowhere in the code: a browser reads a bundle in ASCII at once. */
function joined(texts: readonly unknown[]): string {
  return texts.filter(Boolean).join(` ${String.fromCodePoint(0xb7)} `)
}
