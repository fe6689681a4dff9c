import { signatureName, type Consent } from '../../core/declaration/consent.js'
import { decodeValue } from '../../core/cookies/cookie-value.js'
import { grantFor, statusOf, type ConsentStatus, type Grant } from '../../core/decision/grant.js'
import { readRequest } from '../../core/decision/read-request.js'
import type { ConsentRecord } from '../../core/decision/record.js'
import { ConsentError } from '../../core/errors.js'
import { checkSecrets } from '../signing/check-secret.js'
import { isSigned } from './consent-cookies.js'
import { cookieSourceOf, type RequestLike } from '../request.js'

/** The options of {@link readConsent}. */
export interface ReadConsentOptions {
  /** The visitor's region, for categories whose regime depends on it. */
  region?: string | undefined
  /** The time, in milliseconds since 1970. Default: `Date.now()`. */
  now?: number | undefined
  /** The secret that the endpoint signs records with. Without it nothing is verified. */
  secret?: string | undefined
  /** Former secrets, whose signatures are still valid. */
  fallbackSecrets?: readonly string[] | undefined
  /** Whether a record without a valid signature is ignored. Default: false. */
  requireSignature?: boolean | undefined
}

/** The visitor's consent, as a request shows it. */
export interface ServerConsent<Id extends string = string> {
  readonly status: ConsentStatus
  readonly record: ConsentRecord<Id> | undefined
  readonly grant: Grant<Id>
  /** Whether a server of this site has signed the record. False without a secret. */
  readonly verified: boolean
  /** Whether a cookie of this name may be set now. A name in no category may not. */
  isCookieAllowed(this: void, name: string): boolean
}

/**
 * Reads the visitor's consent from a request, by the same rules as in the browser, including Global Privacy Control.
 * No request makes it throw. An invalid record counts as no consent.
 *
 * Throws a `ConsentError`: `missing-secret` if a signature is required and no secret is given, `weak-secret` in production
 * for a secret that can be guessed.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { readConsent } from 'assent/server'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true }, analytics: { name: 'Analytics', description: '', cookies: ['visitor_id'] } },
 * })
 * export const mayCount = (request: Request) => readConsent(request, consent).isCookieAllowed('visitor_id')
 * ```
 */
export function readConsent<C extends Consent>(
  request: RequestLike,
  consent: C,
  options?: ReadConsentOptions,
): ServerConsent<C['ids'][number]>
export function readConsent(
  request: RequestLike,
  consent: Consent,
  { region, now = Date.now(), secret, fallbackSecrets, requireSignature }: ReadConsentOptions = {},
): ServerConsent {
  if (secret === '' || fallbackSecrets?.includes('') || (requireSignature && secret === undefined))
    throw new ConsentError('missing-secret', process.env.NODE_ENV !== 'production' && NO_SECRET)
  if (secret !== undefined) checkSecrets({ secret, fallbackSecrets })
  const { wires, repeated, signals, record: found } = readRequest(cookieSourceOf(request), consent, now)
  const textOf = (name: string): string => decodeValue(wires[name] ?? '')
  const verified =
    secret !== undefined &&
    found !== undefined &&
    !repeated.has(signatureName(consent)) && // two cookies share this name, so neither is trusted
    isSigned(textOf(consent.cookie.name), textOf(signatureName(consent)), secret, fallbackSecrets)
  const record = requireSignature && !verified ? undefined : found
  const grant = grantFor(record, consent, { now, signals, region })
  return {
    status: statusOf(record, consent, now),
    record,
    grant,
    verified,
    isCookieAllowed: (name) => consent.isCookieAllowed(name, grant),
  }
}

const NO_SECRET =
  'readConsent got an empty secret, or requires a signature and got no secret. Anyone could sign, or nobody could consent. Pass { secret }, and check that the environment has it.'
