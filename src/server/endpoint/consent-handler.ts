import type { Consent } from '../../core/declaration/consent.js'
import { grantFor, statusOf, type Grant } from '../../core/decision/grant.js'
import { readRequest } from '../../core/decision/read-request.js'
import type { ConsentRecord } from '../../core/decision/record.js'
import { regionReader, reportTo, type OnError } from '../errors.js'
import { expireRecords, setRecord } from '../consent/consent-cookies.js'
import { forbiddenCookies } from '../consent/forbidden-cookies.js'
import { isOwnRequest, returnPathOf, targetOf, isPath, parseUrl } from './target.js'
import type { ChoiceName } from '../../core/decision/choice.js'
import { readChoice, recordOf } from './read-choice.js'
import { readConsent } from '../consent/read-consent.js'
import { refuse, replyJson, replySeeOther } from './replies.js'
import { ConsentError } from '../../core/errors.js'
import { checkSecrets } from '../signing/check-secret.js'

/** How {@link consentHandler} answers. */
export interface ConsentHandlerOptions<C extends Consent = Consent> {
  consent: C
  /** Signs the record, in a cookie beside it: at least 32 characters. */
  secret?: string | undefined
  /** Former secrets, whose signatures still count. */
  fallbackSecrets?: readonly string[] | undefined
  /** Whether the cookies are `Secure`. `'auto'`: when the request came by https. Default: true in production, else `'auto'`. */
  secure?: boolean | 'auto' | undefined
  /** Other origins whose forms may post here, such as `'https://www.example.com'`. */
  origins?: readonly string[] | undefined
  /** Whether `X-Forwarded-Host` and `X-Forwarded-Proto` are a proxy's own, and no visitor can set them. Default: false. */
  trustProxy?: boolean | undefined
  /** Where the visitor is, for categories whose regime differs. */
  regionOf?: ((request: Request) => string | undefined) | undefined
  /** Where a form leads whose page is not known: a path of this site. Default: `/`. */
  redirectTo?: string | undefined
  /** Hears of every decision; of `undefined` after a reset. It delays and breaks nothing. */
  onDecision?: ((record: ConsentRecord<C['ids'][number]> | undefined, context: DecisionContext) => unknown) | undefined
  /**
   * Hears of what failed, once each: a hook of yours that throws or rejects, a reply that could not be made. It breaks no
   * reply. Default: `console.warn`, in development.
   */
  onError?: OnError | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
  /** Names a record. Default: `crypto.randomUUID`. */
  createId?: (() => string) | undefined
}

/** What is known of a decision beside its record. */
export interface DecisionContext {
  /** Its body has been read. */
  readonly request: Request
  readonly choice: ChoiceName
  readonly grant: Grant
}

/**
 * Makes the endpoint that banner and pages post to: a function of a Fetch `Request`. `GET` tells the state; `POST` takes a
 * choice, as a form or as JSON, sets the consent cookie and deletes the cookies that the choice forbids. It never
 * rejects: what cannot be read is answered with 400, what other sites send with 403, and sets nothing.
 *
 * Throws a `ConsentError` for options that cannot work.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { consentHandler } from 'assent/server'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true }, analytics: { name: 'Analytics', description: '' } },
 *   endpoint: '/consent',
 * })
 * export const handle: (request: Request) => Promise<Response> = consentHandler({ consent })
 * ```
 */
export function consentHandler<C extends Consent>(
  options: ConsentHandlerOptions<C>,
): (request: Request) => Promise<Response>
export function consentHandler(options: ConsentHandlerOptions): (request: Request) => Promise<Response> {
  checkHandler(options)
  const { consent, fallbackSecrets, trustProxy = false, origins = [], redirectTo = '/' } = options
  const secret = options.secret || undefined // an empty one was warned of
  const { secure = process.env.NODE_ENV === 'production' || 'auto', onDecision, clock = Date.now } = options
  const { createId = () => crypto.randomUUID() } = options
  const erase = forbiddenCookies(consent)

  const report = reportTo(options.onError)
  const regionOf = regionReader(options.regionOf, report)
  const tell = (record: ConsentRecord | undefined, context: DecisionContext): void => {
    Promise.resolve()
      .then(() => onDecision?.(record, context))
      .catch((error: unknown) => report('onDecision failed.', error, context.request))
  }
  const read = (request: Request): Response => {
    const given = { region: regionOf(request), now: clock(), secret, fallbackSecrets }
    const { status, record, grant, verified } = readConsent(request, consent, given)
    return replyJson(request.method, { status, record, grant, verified: secret === undefined ? undefined : verified })
  }
  const decide = async (request: Request): Promise<Response> => {
    const target = targetOf(request, trustProxy)
    if (!isOwnRequest(request, target, origins)) return refuse(403)
    const posted = await readChoice(request)
    if (typeof posted === 'number') return refuse(posted)

    const at = clock()
    const { wireNames, repeated, signals } = readRequest(request.headers, consent, at)
    const record = recordOf(posted, consent, { now: at, createId })
    const grant = grantFor(record, consent, { now: at, signals, region: regionOf(request) })
    const isSecure = secure === 'auto' ? target.scheme === 'https:' : secure
    const sent = {
      set: record ? setRecord(consent, record, isSecure, secret) : [],
      expired: [
        ...expireRecords(consent, target, isSecure, record && repeated),
        ...erase(wireNames, grant, target.host, isSecure),
      ],
    }
    const verified = secret === undefined ? undefined : record !== undefined
    const reply = posted.isForm
      ? replySeeOther(returnPathOf(request, target, redirectTo), sent)
      : replyJson(request.method, { status: statusOf(record, consent, at), record, grant, verified }, sent)
    tell(record, { request, choice: posted.choice, grant })
    return reply
  }

  return async (request) => {
    try {
      if (request.method === 'POST') return await decide(request)
      return request.method === 'GET' || request.method === 'HEAD' ? read(request) : refuse(405)
    } catch (error) {
      report('consentHandler could not answer.', error, request) // a mistake in what it was given, which must not break a page
      return refuse(400)
    }
  }
}

/** Throws for options that cannot work as they were meant: when the handler is made, not when a visitor decides. */
export function checkHandler(options: ConsentHandlerOptions): void {
  checkSecrets(options)
  const { consent, redirectTo = '/', origins = [] } = options
  if (!isPath(redirectTo))
    throw new ConsentError(
      'invalid-url',
      process.env.NODE_ENV !== 'production' &&
        `redirectTo is "${redirectTo}". Visitors are sent there after a form, so it must be a path of this site: "/privacy".`,
    )
  for (const origin of origins)
    if (!/^https?:/.test(origin) || parseUrl(origin)?.origin !== origin)
      throw new ConsentError(
        'invalid-url',
        process.env.NODE_ENV !== 'production' &&
          `origins holds "${origin}", which no browser sends as an Origin, so that it would never match. Write scheme and host, without a path: "https://www.example.com".`,
      )
  // What is wrong with the cookie is found now.
  setRecord(consent, { categories: [], timestamp: null, version: 1 }, true)
}
