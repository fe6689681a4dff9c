import { decodeValue } from '../cookies/cookie-value.js'
import { decodeHeader } from '../cookies/header-bytes.js'
import { parseCookie } from '../cookies/parse-cookie.js'
import type { Consent } from '../declaration/consent.js'
import type { Signals } from './grant.js'
import { readRecord, type ConsentRecord } from './record.js'

/** A `Headers`, or anything that gives a header by name. */
export interface HeaderSource {
  get(name: string): string | null
}

/** A request's headers, its `Cookie` header alone, or nothing. */
export type CookieSource = HeaderSource | string | null | undefined

/** What a request says of consent. */
export interface RequestConsent {
  /** As they are on the wire: whoever wants one decodes it. */
  readonly wires: Readonly<Record<string, string>>
  /** The names that two cookies have. */
  readonly repeated: ReadonlySet<string>
  readonly record: ConsentRecord | undefined
  readonly signals: Signals | undefined
}

/** The `Cookie` header of a request as text: the one place that reads its bytes. `''` for none. */
export function cookieHeaderOf(source: CookieSource): string {
  return decodeHeader(wireOf(source))
}

function wireOf(source: CookieSource): string {
  return (isHeaders(source) ? source.get('cookie') : source) ?? ''
}

/** The names of the cookies as they stand in the header: a deletion writes the same bytes. */
export function wireNamesOf(source: CookieSource): string[] {
  return Object.keys(parseCookie(wireOf(source)))
}

/** Reads cookies, record and signals of a request. */
export function readRequest(source: CookieSource, consent: Consent, now: number): RequestConsent {
  const { name } = consent.cookie
  const repeated = new Set<string>()
  const others: string[] = []
  const wires = parseCookie(cookieHeaderOf(source), {
    decode: (wire) => wire,
    onDuplicate: (key, wire) => {
      repeated.add(key)
      if (key === name) others.push(wire)
    },
  })
  const { [name]: wire } = wires
  return {
    wires,
    repeated,
    record: wire === undefined ? undefined : readRecord([wire, ...others].map(decodeValue), consent, { now }),
    signals: isHeaders(source) && source.get('sec-gpc') === '1' ? { gpc: true } : undefined,
  }
}

function isHeaders(source: CookieSource): source is HeaderSource {
  return typeof source === 'object' && source !== null
}
