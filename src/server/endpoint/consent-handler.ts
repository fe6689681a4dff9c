import type { Consent } from '../../core/declaration/consent.js'
import { grantFor, statusOf, type Grant } from '../../core/decision/grant.js'
import { readRequest, wireNamesOf } from '../../core/decision/read-request.js'
import type { ConsentRecord } from '../../core/decision/record.js'
import { regionReader, reportTo, type OnError } from '../errors.js'
import { expireRecords, setRecord } from '../consent/consent-cookies.js'
import { forbiddenCookies } from '../consent/forbidden-cookies.js'
import { isOwnRequest, returnPathOf, targetOf, isPath, parseUrl, type Target } from './target.js'
import type { ChoiceName } from '../../core/decision/choice.js'
import { readChoice, recordOf } from './read-choice.js'
import { readConsent } from '../consent/read-consent.js'
import { refuse, replyJson, replySeeOther } from './replies.js'
import { ConsentError } from '../../core/errors.js'
import { checkSecrets } from '../signing/check-secret.js'

/** The options of {@link consentHandler}. */
export interface ConsentHandlerOptions<C extends Consent = Consent> {
  consent: C
  /** The secret that signs the record, at least 32 characters. The signature has its own cookie. */
  secret?: string | undefined
  /** Former secrets, whose signatures are still valid. */
  fallbackSecrets?: readonly string[] | undefined
  /** Whether the cookies are `Secure`. `'auto'`: if the request came by https. Default: true in production, else `'auto'`. */
  secure?: boolean | 'auto' | undefined
  /** Other origins whose forms may post here, such as `'https://www.example.com'`. */
  origins?: readonly string[] | undefined
  /** Whether your proxy sets `X-Forwarded-Host` and `X-Forwarded-Proto`, so that no visitor can. Default: false. */
  trustProxy?: boolean | undefined
  /** Gives the visitor's region, for categories whose regime depends on it. */
  regionOf?: ((request: Request) => string | undefined) | undefined
  /** The path of this site to which a form's visitor is sent if the page of the form is not known. Default: `/`. */
  redirectTo?: string | undefined
  /** Called with the record of every decision, and with `undefined` after a reset. The reply does not wait for it, and its failure does not change the reply. */
  onDecision?: ((record: ConsentRecord<C['ids'][number]> | undefined, context: DecisionContext) => unknown) | undefined
  /**
   * Called once for each failure: one of your hooks throws or rejects, or a reply cannot be made. Its own failure does not
   * change the reply. Default: `console.warn`, in development.
   */
  onError?: OnError | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
  /** Makes the id of a record. Default: `crypto.randomUUID`. */
  createId?: (() => string) | undefined
}

/** The context of a decision: its request, the button that was pressed, and the grant. */
export interface DecisionContext {
  /** The request. Its body has been read. */
  readonly request: Request
  readonly choice: ChoiceName
  readonly grant: Grant
}

/**
 * Makes the endpoint that banner and pages post to: a function of a Fetch `Request`. `GET` gives the state. `POST` takes a
 * choice, as a form or as JSON, sets the consent cookie and deletes the cookies that the choice forbids. It never
 * rejects. A request that cannot be read is answered with 400, one from another site with 403, and both set nothing.
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
  const secret = options.secret || undefined // checkHandler has warned of an empty secret
  const { secure = process.env.NODE_ENV === 'production' || 'auto', onDecision, clock = Date.now } = options
  const { createId = () => crypto.randomUUID() } = options
  const erase = forbiddenCookies(consent)

  const report = reportTo(options.onError)
  const regionOf = regionReader(options.regionOf, report)
  const notify = (record: ConsentRecord | undefined, context: DecisionContext): void => {
    Promise.resolve()
      .then(() => onDecision?.(record, context))
      .catch((error: unknown) => report('onDecision failed.', error, context.request))
  }
  const read = (request: Request): Response => {
    const given = { region: regionOf(request), now: clock(), secret, fallbackSecrets }
    const { status, record, grant, verified } = readConsent(request, consent, given)
    return replyJson(request.method, { status, record, grant, verified: secret === undefined ? undefined : verified })
  }
  const decide = async (request: Request, target: Target): Promise<Response> => {
    if (!isOwnRequest(request, target, origins)) return refuse(403, request)
    const posted = await readChoice(request)
    if (typeof posted === 'number') return refuse(posted, request)

    const at = clock()
    const { repeated, signals } = readRequest(request.headers, consent, at)
    const record = recordOf(posted, consent, { now: at, createId })
    const grant = grantFor(record, consent, { now: at, signals, region: regionOf(request) })
    const isSecure = secure === 'auto' ? target.scheme === 'https:' : secure
    const sent = {
      set: record ? setRecord(consent, record, isSecure, secret) : [],
      expired: inTurn(
        expireRecords(consent, target, isSecure, record && repeated),
        erase(wireNamesOf(request.headers), grant, target.host, isSecure),
      ),
    }
    const verified = secret === undefined ? undefined : record !== undefined
    const reply = posted.isForm
      ? replySeeOther(returnPathOf(request, target, redirectTo), sent)
      : replyJson(request.method, { status: statusOf(record, consent, at), record, grant, verified }, sent)
    notify(record, { request, choice: posted.choice, grant })
    return reply
  }

  return async (request) => {
    try {
      const target = targetOf(request, trustProxy)
      if (!target) return refuse(400, request)
      if (request.method === 'POST') return await decide(request, target)
      return request.method === 'GET' || request.method === 'HEAD' ? read(request) : refuse(405, request)
    } catch (error) {
      report('consentHandler could not answer.', error, request) // a mistake in the options must not break a page
      return refuse(400, request)
    }
  }
}

function* inTurn(...lists: readonly Iterable<string>[]): Iterable<string> {
  for (const list of lists) yield* list
}

/** Throws for options that cannot work. It runs when the handler is made, so that no visitor finds the mistake. */
function checkHandler(options: ConsentHandlerOptions): void {
  checkSecrets(options)
  const { consent, redirectTo = '/', origins = [] } = options
  if (!isPath(redirectTo))
    throw new ConsentError(
      'invalid-url',
      process.env.NODE_ENV !== 'production' &&
        `redirectTo is "${redirectTo}", which is not a path of this site. Visitors are sent there after a form, so another site would be an open redirect. Use a path such as "/privacy".`,
    )
  for (const origin of origins)
    if (!/^https?:/.test(origin) || parseUrl(origin)?.origin !== origin)
      throw new ConsentError(
        'invalid-url',
        process.env.NODE_ENV !== 'production' &&
          `origins contains "${origin}", which is not an origin. No browser sends it, so it would never match. Write scheme and host without a path, such as "https://www.example.com".`,
      )
  // This throws now if the consent cookie is invalid.
  setRecord(consent, { categories: [], timestamp: null, version: 1 }, true)
}
