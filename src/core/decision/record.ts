import { encodeValue } from '../cookies/cookie-value.js'
import { MAX_NAME_VALUE_BYTES } from '../cookies/limits.js'
import { isTexts, jsonObject } from '../json.js'
import { type Consent, servicesOf } from '../declaration/consent.js'

/** How a choice was made; other programs may have words of their own. */
export type Via = 'accept' | 'reject' | 'save' | 'withdraw' | 'dismiss' | 'import' | (string & {})

/** What a visitor chose, without when and how. */
export interface Choice<Id extends string = string> {
  readonly categories: readonly Id[]
  /** Services granted in these categories. Left out: all of them. */
  readonly services?: readonly string[] | undefined
}

/** What a visitor decided, as the consent cookie keeps it: no IP address, no user agent (GDPR art. 5(1)(c)). */
export interface ConsentRecord<Id extends string = string> extends Choice<Id> {
  /** ISO 8601; `null` where an older cookie, or the tool that it was taken over from, did not say. */
  readonly timestamp: string | null
  /** The version of the policy that was shown. */
  readonly version: number
  /** Random: names the decision in a log without naming the visitor. */
  readonly id?: string | undefined
  readonly via?: Via | undefined
  /** The language of the words that were shown, a BCP 47 tag. */
  readonly language?: string | undefined
}

/** A record is a few hundred bytes; browsers hold no more than 4096. */
const MAX_RECORD_LENGTH = 4096
/** A clock may be wrong; a decision from the far future is none. In milliseconds: 30 days. */
const MAX_CLOCK_SKEW = 2_592_000_000

/** What the text of a consent cookie says, before it is held against a declaration. */
export interface RecordFields extends Omit<ConsentRecord, 'categories'> {
  /** Left out: all of them. */
  readonly categories?: readonly string[] | undefined
  /** Services that are not granted, where the others would not fit. Then `services` is empty. */
  readonly refused?: readonly string[] | undefined
  /** Among which services: {@link sumOf} them. */
  readonly among?: unknown
}

/**
 * Whether a text is a record, and what it says: the one rule, for {@link parseRecord} and for the script that runs before
 * the first paint, so it needs no declaration. `now` is in milliseconds. A grant must say when it was given; a refusal
 * need not.
 */
export function readFields(text: string | undefined, now: number): RecordFields | undefined {
  if (!text || text.length > MAX_RECORD_LENGTH) return
  const word = /^(?:(true|1|yes)|false|0|no)$/i.exec(text)
  if (word?.[1]) return { timestamp: null, version: 1 }
  const {
    given,
    categories,
    services,
    timestamp,
    version = typeof given === 'boolean' ? 1 : undefined,
    id,
    via,
    language,
    refused,
    among,
  }: Readonly<Record<string, unknown>> = word ? { given: false } : jsonObject(text)
  const isTimed = typeof timestamp === 'string' && Date.parse(timestamp) <= now + MAX_CLOCK_SKEW
  const isGrant =
    isTexts(categories) &&
    (services === undefined || isTexts(services)) &&
    (isTimed || (timestamp === null && via === 'import')) &&
    (via || !categories.includes('all')) // in older cookies a word for everything, so nothing was refused
  if (!(isGrant || given === false) || !Number.isSafeInteger(version)) return
  const isGiven = isGrant && (given === undefined || given === true)
  return {
    categories: isGiven ? categories : [],
    // A list of refusals alone grants none: what it was chosen among is not known.
    services: isGrant ? (services ?? (refused ? [] : undefined)) : undefined,
    timestamp: isTimed ? timestamp : null,
    version: version as number, // a safe integer, above
    id: token(id),
    via: token(via),
    language: token(language),
    ...(isTexts(refused) && { refused, among }),
  }
}

/**
 * Reads the text of a consent cookie: a record, or `undefined` for all that is none. Fails closed: text that is too
 * long, that misses a version or timestamp, or that is over 30 days ahead of `now` (milliseconds) is no consent. Only
 * a refusal, and what was taken over from another tool, may have `null` for a timestamp.
 * Unknown categories and services are left out. Older forms: `true`, `1`, `yes` mean everything, `false`, `0`, `no` a
 * refusal, at an unknown time; `{ given, categories, timestamp }` reads as version 1, and `given: false` as a refusal.
 *
 * @example
 * ```ts
 * import { defineConsent, parseRecord } from 'assent/core'
 *
 * const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 * parseRecord('{"categories":["essential"],"timestamp":"2026-01-01T00:00:00.000Z","version":1}', consent, { now: Date.now() })
 * ```
 */
export function parseRecord<C extends Consent>(
  text: string | undefined,
  consent: C,
  options: { now: number },
): ConsentRecord<C['ids'][number]> | undefined
export function parseRecord(
  text: string | undefined,
  consent: Consent,
  { now }: { now: number },
): ConsentRecord | undefined {
  const fields = readFields(text, now)
  if (!fields) return
  const { refused, among, categories: listed, services, ...rest } = fields
  const categories = grantedIds(consent, listed)
  const known = servicesOf(consent, categories)
  return {
    categories,
    services:
      refused && among === sumOf(known)
        ? known.filter(isNotIn(refused))
        : services && servicesOf(consent).filter(isIn(services)),
    ...rest,
  }
}

/** The record among all values of the consent cookie. Two values are no record, because neither can be trusted. */
export function readRecord(
  values: readonly (string | undefined)[],
  consent: Consent,
  options: { now: number },
): ConsentRecord | undefined {
  return values.length > 1 ? undefined : parseRecord(values[0], consent, options)
}

/**
 * The text of a consent cookie: plain JSON that any server reads, before it is percent-encoded. With the declaration, a
 * list of services that no cookie holds becomes the list of those that were refused, where that is shorter.
 *
 * @example
 * ```ts
 * import { stringifyRecord } from 'assent/core'
 *
 * stringifyRecord({ categories: ['essential'], timestamp: new Date().toISOString(), version: 1 })
 * ```
 */
export function stringifyRecord(record: ConsentRecord, consent?: Consent): string {
  const text = JSON.stringify(record)
  const { categories, services } = record
  if (!consent || !services || encodeValue(consent.cookie.name + text).length <= MAX_NAME_VALUE_BYTES) return text
  const known = servicesOf(consent, categories)
  const refused = known.filter(isNotIn(services))
  return JSON.stringify({ ...record, services: [], refused, among: sumOf(known) })
}

/** A number for these services, in any order: a refusal of some says nothing of others that are declared later. */
function sumOf(services: readonly string[]): number {
  let sum = 0
  for (const character of [...services].sort().join()) sum = (sum * 31 + character.charCodeAt(0)) | 0
  return sum
}

/** A word of a record, or nothing: what is read back is what was written. */
export function token(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined
}

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
  const categories = grantedIds(consent, chosen)
  const known = servicesOf(consent, categories)
  return {
    categories,
    services: services && known.length ? known.filter(isIn(services)) : undefined,
    timestamp,
    version: consent.version,
    id: token(id),
    via,
    language: token(language),
  }
}

/** The declared categories that are listed, or required; without a list all of them. */
function grantedIds({ ids, categories }: Consent, listed: readonly string[] | undefined): string[] {
  const isListed = isIn(listed)
  return ids.filter((id) => categories[id]?.required || isListed(id))
}

/** Whether a record holds a choice. A notice that was closed is none: what needs consent elsewhere is still to be asked for. */
export function isChoice(record: Pick<ConsentRecord, 'via'> | undefined): boolean {
  return !!record && record.via !== 'dismiss'
}

/** Whether a list has a key, or is left out: then all are meant. By a set, because a stranger may write long lists. */
export function isIn(list: readonly string[] | undefined): (key: string) => boolean {
  const keys = new Set(list)
  return (key) => !list || keys.has(key)
}

/** Whether a list lacks a key. */
export function isNotIn(list: readonly string[]): (key: string) => boolean {
  const has = isIn(list)
  return (key) => !has(key)
}
