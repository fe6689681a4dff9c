import type { WriteResult } from '../core/cookies/jar.js'
import { servicesOf, type Consent, type Granted } from '../core/declaration/consent.js'
import type { CategoryId, RegisteredConsent } from '../core/declaration/register.js'
import { grantFor, statusOf, type ConsentStatus, type Grant } from '../core/decision/grant.js'
import { askingFor, type Asking } from '../core/decision/asking.js'
import { isNotIn, type Choice, type ConsentRecord } from '../core/decision/record.js'
import type { Snapshot } from '../core/decision/snapshot.js'
import type { Erased } from '../core/page-storage.js'

/** The state that a component can select from. It is readonly: actions change it. */
export interface ConsentState<Id extends string = CategoryId> {
  readonly status: ConsentStatus
  /** What the visitor decided, also when it no longer counts. */
  readonly record: ConsentRecord<Id> | undefined
  /** What is permitted now. */
  readonly grant: Grant<Id>
  /** What the banner does: `choice` asks, `notice` informs, `undefined`: there is none. */
  readonly asking: Asking
  /** The ticks of the preferences panel. */
  readonly draft: Granted<Id>
  /** Whether the preferences panel is open. */
  readonly open: boolean
}

/** The state's type for a declaration. */
export type StateOf<C extends Consent = RegisteredConsent> = ConsentState<CategoryId<C>>

/** What changed the record: the visitor here, or `external`: another tab, the server, or an import. */
export type DecisionReason = 'accept' | 'reject' | 'save' | 'dismiss' | 'reset' | 'external'

/** Why record, status or grant changed: a decision, the first look at the browser (`start`), or an expiry (`time`). */
export type ChangeReason = DecisionReason | 'start' | 'time'

/** A change of record, status or grant. */
export interface ConsentChange<Id extends string = CategoryId> {
  readonly before: ConsentState<Id>
  readonly after: ConsentState<Id>
  readonly reason: ChangeReason
}

/** Hears of every change of record, status or grant. */
export type ChangeListener<Id extends string = CategoryId> = (change: ConsentChange<Id>) => void

/** Hears of every new record; `undefined` after `reset`. */
export type DecisionListener<Id extends string = CategoryId> = (
  record: ConsentRecord<Id> | undefined,
  context: { readonly reason: DecisionReason },
) => void

/** What was erased, and why: after a decision, or `late`: what scripts left since, found at a load or when they set it. */
export interface Erasure<Id extends string = CategoryId> extends Erased {
  readonly reason: DecisionReason | 'late'
  /** What was granted before, and is no longer. */
  readonly withdrawn: Granted<Id>
}

/** Hears of every erasure that found something, and of every withdrawal. */
export type ErasureListener<Id extends string = CategoryId> = (erasure: Erasure<Id>) => void

/** What changes consent. The functions are stable, and ignore arguments that are events. */
export interface ConsentActions<Id extends string = CategoryId> {
  /** Grants every category and service. */
  acceptAll(this: void): WriteResult
  /** Grants what is required and nothing else. Also withdraws. */
  rejectAll(this: void): WriteResult
  /** Grants these categories, and of their services these (all, when left out). Without a choice: the draft. */
  save(this: void, choice?: Choice<Id>): WriteResult
  /** Closes a notice for as long as a choice is kept. Grants and refuses nothing. */
  dismiss(this: void): WriteResult
  /** Forgets the choice: the visitor is asked again. */
  reset(this: void): WriteResult
  openPreferences(this: void): void
  /** Closes the panel and drops its draft. */
  closePreferences(this: void): void
  /** Ticks or unticks in the draft. */
  setDraft(this: void, choice: Partial<Choice<Id>>): void
}

/** The state that a store begins with. Without a snapshot it knows no clock and nothing of the visitor, who may have refused what is opt-out. */
export function firstState(
  consent: Consent,
  snapshot: Snapshot | undefined,
  region: string | undefined,
  live: Grant | undefined | false,
): ConsentState<string> {
  const { record, now = 0, signals } = snapshot ?? {}
  const known = snapshot ? record : { categories: [], timestamp: null, version: consent.version }
  const sent = grantFor(known, consent, { now, signals, region })
  const grant = live ? { ...sent, ...without(sent, without(sent, live)) } : sent
  return Object.freeze({
    status: statusOf(record, consent, now),
    record,
    grant,
    asking: askingFor(record, consent, { now, region }),
    draft: grant,
    open: false,
  })
}

/** What a grant permits and another one does not. */
export function without({ categories, services }: Granted, other: Granted): Granted {
  return {
    categories: categories.filter(isNotIn(other.categories)),
    services: services.filter(isNotIn(other.services)),
  }
}

/** The draft after a change. With a category come its services; one that was unticked in a category that stays is left so. */
export function draftOf({ categories, services }: Partial<Choice>, draft: Granted, consent: Consent): Granted {
  const chosen = categories ?? draft.categories
  const before = servicesOf(consent, draft.categories)
  const ticked = servicesOf(consent, chosen).filter((id) => draft.services.includes(id) || !before.includes(id))
  return { categories: chosen, services: services ?? ticked }
}
