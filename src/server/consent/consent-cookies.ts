import { type Consent, signatureName } from '../../core/declaration/consent.js'
import { stringifyRecord, type ConsentRecord } from '../../core/decision/record.js'
import { promisesOf } from '../../core/cookies/scope.js'
import { stringifySetCookie } from '../../core/cookies/stringify-set-cookie.js'
import { placeKey } from '../../core/decision/places.js'
import { domainsAt, expire, pathsAt } from '../cookies/expire.js'
import type { Target } from '../endpoint/target.js'
import { BadSignature } from '../signing/bad-signature.js'
import { Signer } from '../signing/signer.js'

/** Writes the Set-Cookie lines of the record, which pages can read, and of its signature, which is HttpOnly. */
export function setRecord(consent: Consent, record: ConsentRecord, secure: boolean, secret?: string): string[] {
  const { name, domain, path, sameSite, maxAge } = consent.cookie
  const isSecureOnly = sameSite === 'none' || promisesOf(name).secure
  const attributes = { domain, path, maxAge: Math.floor(maxAge), secure: secure || isSecureOnly, sameSite }
  const text = stringifyRecord(record, consent)
  const signature = secret !== undefined && signatureOf(text, secret)
  return [
    stringifySetCookie(name, text, attributes),
    ...(signature ? [stringifySetCookie(signatureName(consent), signature, { ...attributes, httpOnly: true })] : []),
  ]
}

/**
 * Writes the lines that delete the record and its signature. With `others`, the names that the request brought twice, it
 * deletes them only in other places than the declared one. If two cookies share a name, neither is trusted, so the choice
 * would not count.
 */
export function expireRecords(
  consent: Consent,
  { host, pathname }: Target,
  isSecure: boolean,
  others?: ReadonlySet<string>,
): string[] {
  const { name, domain, path } = consent.cookie
  const declared = { domain, path }
  const places = [undefined, ...domainsAt(host)].flatMap((at) =>
    pathsAt(pathname).map((p) => ({ domain: at, path: p })),
  )
  const elsewhere = places.filter((place) => placeKey(place) !== placeKey(declared))
  const names = [name, signatureName(consent)].filter((key) => !others || others.has(key))
  return (others ? elsewhere : [declared, ...elsewhere])
    .flatMap((place) => names.map((key) => expire(key, place, isSecure)))
    .filter((line) => line !== undefined)
}

const SALT = 'assent.consent'

/** Signs the text of a record, as Django's `Signer(salt='assent.consent').signature(text)` does. */
function signatureOf(text: string, secret: string): string {
  return new Signer({ key: secret, salt: SALT }).signature(text)
}

/** Whether one of these secrets has signed the text. It takes the same time for every wrong signature. */
export function isSigned(text: string, signature: string, key: string, fallbackKeys: readonly string[] = []): boolean {
  try {
    return new Signer({ key, fallbackKeys, salt: SALT }).unsign(`${text}:${signature}`) === text
  } catch (error) {
    if (error instanceof BadSignature) return false
    throw error
  }
}
