import type { CategoryConfig, Regime } from '../declaration/config.js'
import { type Consent, type Granted, servicesOf } from '../declaration/consent.js'
import { isChoice, isIn, type ConsentRecord } from './record.js'

/** `outdated`: the policy's version was raised. `expired`: the record is older than it is kept. */
export type ConsentStatus = 'undecided' | 'decided' | 'outdated' | 'expired'

/** What a browser says on the visitor's behalf. */
export interface Signals {
  /** Global Privacy Control: `navigator.globalPrivacyControl`, or the header `Sec-GPC: 1`. */
  readonly gpc?: boolean | undefined
}

/** What is permitted now. */
export interface Grant<Id extends string = string> extends Granted<Id> {
  /** When time alone changes this, in milliseconds since 1970; `null` for never. */
  readonly changesAt: number | null
  /** The categories that Global Privacy Control refuses, until the visitor decides; left out where it refuses none. */
  readonly optedOut?: readonly Id[] | undefined
}

export interface GrantOptions {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly signals?: Signals | undefined
  /** Where the visitor is, such as `'US-CA'`: what a category's `regime` is asked with. */
  readonly region?: string | undefined
}

/** What a declaration says of how long a record counts. */
type Lifetimes = Pick<Consent, 'version'> & { readonly cookie: Pick<Consent['cookie'], 'maxAge'> }

/**
 * Whether the visitor has decided, on the policy of today, recently enough. `now` is in milliseconds since 1970.
 *
 * @example
 * ```ts
 * import { defineConsent, statusOf } from 'assent/core'
 *
 * const consent = defineConsent({ version: 2, categories: { ads: { name: 'Ads', description: '' } } })
 * const record = { categories: ['ads'], timestamp: '2026-01-01T00:00:00.000Z', version: 1 }
 * statusOf(record, consent, Date.now()) // 'outdated'
 * ```
 */
export function statusOf(
  record: Pick<ConsentRecord, 'version' | 'timestamp'> | undefined,
  consent: Lifetimes,
  now: number,
): ConsentStatus {
  if (!record) return 'undecided'
  if (record.version !== consent.version) return 'outdated'
  return now < expiryOf(record, consent) ? 'decided' : 'expired'
}

/**
 * Decides what is permitted: the one place that does, on servers and in browsers. Pure.
 *
 * A valid record decides alone; a notice that was closed decides nothing. Without a choice, only what is required, `exempt`, or `opt-out` and not opted out of is
 * granted; Global Privacy Control opts out of `opt-out` categories and of `marketing` (CCPA §7025).
 *
 * @example
 * ```ts
 * import { defineConsent, grantFor } from 'assent/core'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true }, ads: { name: 'Ads', description: '' } },
 * })
 * grantFor(undefined, consent, { now: Date.now() }).categories // ['essential']
 * ```
 */
export function grantFor<C extends Consent>(
  record: ConsentRecord | undefined,
  consent: C,
  options: GrantOptions,
): Grant<C['ids'][number]>
export function grantFor(
  given: ConsentRecord | undefined,
  consent: Consent,
  { now, signals, region }: GrantOptions,
): Grant {
  const record = isChoice(given) ? given : undefined
  const isDecided = statusOf(record, consent, now) === 'decided'
  const isChosen = record && isIn(record.categories)
  const optedOut: string[] = []
  const categories = consent.ids.filter((id) => {
    const rule = regimeOf(consent.categories[id], region)
    const chosen = isChosen?.(id)
    if (!rule || isDecided) return !rule || chosen
    if (chosen === false) return false // an old refusal still stands
    if (signals?.gpc && (rule === 'opt-out' || id === 'marketing')) return !optedOut.push(id)
    return rule === 'opt-out' || rule === 'exempt'
  })
  const expiry = record && isDecided ? expiryOf(record, consent) : Infinity
  return {
    categories,
    services: servicesOf(consent, categories).filter(isIn(record?.services)),
    changesAt: expiry < Infinity ? expiry : null,
    ...(optedOut.length && { optedOut }),
  }
}

/** How a category is granted in a region; nothing, where it is required. */
export function regimeOf(category: CategoryConfig | undefined, region: string | undefined): Regime | undefined {
  const { required, regime = 'opt-in' } = category ?? {}
  if (required) return undefined
  return typeof regime === 'function' ? regime(region) : regime
}

/** A record of an unknown time ends with its cookie alone. */
function expiryOf({ timestamp }: Pick<ConsentRecord, 'timestamp'>, consent: Lifetimes): number {
  return timestamp === null ? Infinity : Date.parse(timestamp) + consent.cookie.maxAge * 1000
}
