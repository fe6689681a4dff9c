import { signatureName, type Consent } from '../../core/declaration/consent.js'
import { grantFor, statusOf, type ConsentStatus, type Grant } from '../../core/decision/grant.js'
import { readRequest } from '../../core/decision/read-request.js'
import type { ConsentRecord } from '../../core/decision/record.js'
import { ConsentError } from '../../core/errors.js'
import { isSigned } from './consent-cookies.js'
import { cookieSourceOf, type RequestLike } from '../request.js'

/** How {@link readConsent} reads. */
export interface ReadConsentOptions {
  /** Where the visitor is, for categories whose regime differs. */
  region?: string | undefined
  /** Milliseconds since 1970. Default: the clock. */
  now?: number | undefined
  /** What the endpoint signs records with. Without it nothing is verified. */
  secret?: string | undefined
  /** Former secrets, whose signatures still count. */
  fallbackSecrets?: readonly string[] | undefined
  /** Whether a record that is not verified counts as none. Default: false. */
  requireSignature?: boolean | undefined
}

/** What a request permits. */
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
 * Reads the visitor's consent from a request: by the same rules as in the browser, Global Privacy Control included.
 * Nothing in a request makes it throw; whatever is no valid record is no consent.
 *
 * Throws a `ConsentError` `missing-secret` where a signature is required and no secret is given.
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
  const { cookies, repeated, signals, record: found } = readRequest(cookieSourceOf(request), consent, now)
  const { [consent.cookie.name]: text = '', [signatureName(consent)]: signature = '' } = cookies
  const verified =
    secret !== undefined &&
    found !== undefined &&
    !repeated.has(signatureName(consent)) && // of two nobody knows which is meant
    isSigned(text, signature, secret, fallbackSecrets)
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
  'readConsent was given an empty secret, or told to require a signature and given none: nobody could consent, or anybody could sign. Often the environment lacks it. Pass { secret }.'
