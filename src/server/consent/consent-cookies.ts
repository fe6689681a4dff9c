import { type Consent, signatureName } from '../../core/declaration/consent.js'
import { stringifyRecord, type ConsentRecord } from '../../core/decision/record.js'
import { needsSecure } from '../../core/cookies/attributes.js'
import { stringifySetCookie } from '../../core/cookies/stringify-set-cookie.js'
import { domainsOf, expire, pathsOf, placeKey } from '../cookies/places.js'
import type { Target } from '../endpoint/target.js'
import { BadSignature } from '../signing/bad-signature.js'
import { Signer } from '../signing/signer.js'

/** Sets the record, readable by pages, and its signature, which is not. */
export function setRecord(consent: Consent, record: ConsentRecord, secure: boolean, secret?: string): string[] {
  const { name, domain, path, sameSite, maxAge } = consent.cookie
  const isSecureOnly = sameSite === 'none' || needsSecure(name)
  const attributes = { domain, path, maxAge: Math.floor(maxAge), secure: secure || isSecureOnly, sameSite }
  const text = stringifyRecord(record, consent)
  const signature = secret !== undefined && signatureOf(text, secret)
  return [
    stringifySetCookie(name, text, attributes),
    ...(signature ? [stringifySetCookie(signatureName(consent), signature, { ...attributes, httpOnly: true })] : []),
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
  const names = [name, signatureName(consent)].filter((key) => !others || others.has(key))
  return (others ? elsewhere : [own, ...elsewhere])
    .flatMap((place) => names.map((key) => expire(key, place)))
    .filter((line) => line !== undefined)
}

const SALT = 'assent.consent'

/** Signs the text of a record, as Django's `Signer(salt='assent.consent').signature(text)` does. */
export function signatureOf(text: string, secret: string): string {
  return new Signer({ key: secret, salt: SALT }).signature(text)
}

/** Whether one of these secrets has signed the text. Takes the same time for every wrong signature. */
export function isSigned(text: string, signature: string, key: string, fallbackKeys: readonly string[] = []): boolean {
  try {
    return new Signer({ key, fallbackKeys, salt: SALT }).unsign(`${text}:${signature}`) === text
  } catch (error) {
    if (error instanceof BadSignature) return false
    throw error
  }
}
