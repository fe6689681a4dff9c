import { parseCookie } from '../cookies/parse-cookie.js'
import type { Consent } from '../declaration/consent.js'
import type { Signals } from './grant.js'
import { parseRecord, type ConsentRecord } from './record.js'

/** A `Headers`, or anything that gives a header by name. */
export interface HeaderSource {
  get(name: string): string | null
}

/** A request's headers, its `Cookie` header alone, or nothing. */
export type CookieSource = HeaderSource | string | null | undefined

/** What a request says of consent. */
export interface RequestConsent {
  readonly cookies: Readonly<Record<string, string>>
  /** The names that two cookies have. */
  readonly repeated: ReadonlySet<string>
  readonly record: ConsentRecord | undefined
  readonly signals: Signals | undefined
}

/** Reads cookies, record and signals of a request. A consent cookie that is there twice is none. */
export function readRequest(source: CookieSource, consent: Consent, now: number): RequestConsent {
  const isHeaders = typeof source === 'object' && source !== null
  const repeated = new Set<string>()
  const cookies = parseCookie((isHeaders ? source.get('cookie') : source) ?? '', {
    onDuplicate: (name) => repeated.add(name),
  })
  return {
    cookies,
    repeated,
    record: repeated.has(consent.cookie.name) ? undefined : parseRecord(cookies[consent.cookie.name], consent, { now }),
    signals: isHeaders && source.get('sec-gpc') === '1' ? { gpc: true } : undefined,
  }
}
