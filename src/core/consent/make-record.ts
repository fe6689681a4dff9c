import type { Consent } from './consent.js'
import { servicesOf } from './grant.js'
import { token, type Choice, type ConsentRecord, type Via } from './record.js'

/** How a choice was made. */
export interface Circumstances {
  readonly via: Via
  /** ISO 8601; `null` where it is not known. */
  readonly timestamp: string | null
  readonly id?: unknown
  readonly language?: unknown
}

/**
 * The record of a choice: what is required is in it, what is not declared is not. Pages and servers make theirs alike, so
 * that both write the same text for one choice.
 */
export function makeRecord(
  { categories: chosen, services }: Choice,
  consent: Consent,
  { via, timestamp, id, language }: Circumstances,
): ConsentRecord {
  const categories = consent.ids.filter((key) => consent.categories[key]?.required || chosen.includes(key))
  const known = servicesOf(consent, categories)
  return {
    categories,
    services: services && known.length ? known.filter((key) => services.includes(key)) : undefined,
    timestamp,
    version: consent.version,
    id: token(id),
    via,
    language: token(language),
  }
}
