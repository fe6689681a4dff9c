import type { Consent } from '../core/consent/consent.js'
import { stringifyRecord, type ConsentRecord } from '../core/consent/record.js'
import { needsSecure } from '../core/cookies/prefixes.js'
import { stringifySetCookie } from '../core/cookies/stringify-set-cookie.js'
import { signatureName, signatureOf } from './consent-signature.js'
import { domainsOf, expire, pathsOf, placeKey } from './places.js'
import type { Target } from './target.js'

/** Sets the record, readable by pages, and its signature, which is not. */
export function setRecord(consent: Consent, record: ConsentRecord, secure: boolean, secret?: string): string[] {
  const { name, domain, path, sameSite, maxAge } = consent.cookie
  const isSecureOnly = sameSite === 'none' || needsSecure(name)
  const attributes = { domain, path, maxAge: Math.floor(maxAge), secure: secure || isSecureOnly, sameSite }
  const text = stringifyRecord(record)
  const signature = secret !== undefined && signatureOf(text, secret)
  return [
    stringifySetCookie(name, text, attributes),
    ...(signature ? [stringifySetCookie(signatureName(name), signature, { ...attributes, httpOnly: true })] : []),
  ]
}

/**
 * Deletes the record and its signature: to forget them, or, of the names that the request brought twice, the ones in
 * other places. Nobody knows which of two is meant, so while both are there a choice counts for nothing.
 */
export function expireRecords(consent: Consent, { host, pathname }: Target, others?: ReadonlySet<string>): string[] {
  const { name, domain, path } = consent.cookie
  const own = { domain, path }
  const places = [undefined, ...domainsOf(host)].flatMap((at) =>
    pathsOf(pathname).map((p) => ({ domain: at, path: p })),
  )
  const elsewhere = places.filter((place) => placeKey(place) !== placeKey(own))
  const names = [name, signatureName(name)].filter((key) => !others || others.has(key))
  return (others ? elsewhere : [own, ...elsewhere])
    .flatMap((place) => names.map((key) => expire(key, place)))
    .filter((line) => line !== undefined)
}
