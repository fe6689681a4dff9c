import type { Regime } from '../declaration/config.js'
import type { Consent } from '../declaration/consent.js'
import { regimeOf, statusOf } from './grant.js'
import { isChoice, type ConsentRecord } from './record.js'

/** What the banner does now: asks for a choice, gives notice of what is used, or nothing. */
export type Asking = 'choice' | 'notice' | undefined

export interface AskingOptions {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Where the visitor is, such as `'US-CA'`. */
  readonly region?: string | undefined
}

/**
 * Decides what the visitor is asked: `'choice'` where some category needs consent here and the record does not decide it;
 * `'notice'` where none does, one can be refused, and the declaration has `notice: true`; else nothing. Pure.
 *
 * @example
 * ```ts
 * import { askingFor, defineConsent, regimeByRegion } from 'assent/core'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { ads: { name: 'Ads', description: '', regime: regimeByRegion() } },
 *   notice: true,
 * })
 * askingFor(undefined, consent, { now: Date.now(), region: 'DE' }) // 'choice'
 * askingFor(undefined, consent, { now: Date.now(), region: 'US-CA' }) // 'notice'
 * ```
 */
export function askingFor(record: ConsentRecord | undefined, consent: Consent, { now, region }: AskingOptions): Asking {
  const isKept = statusOf(record, consent, now) === 'decided'
  if (hasRegime('opt-in', consent, region)) return isKept && isChoice(record) ? undefined : 'choice'
  return !isKept && consent.notice && hasRegime('opt-out', consent, region) ? 'notice' : undefined
}

/** Whether some category that may be refused has this regime in a region. */
export function hasRegime(regime: Regime, { ids, categories }: Consent, region: string | undefined): boolean {
  return ids.some((id) => regimeOf(categories[id], region) === regime)
}
