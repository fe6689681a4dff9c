import type { Pattern } from '../../core/declaration/config.js'
import type { Consent } from '../../core/declaration/consent.js'
import { type Grant } from '../../core/decision/grant.js'
import { isPermitted } from '../../core/declaration/owners.js'
import type { RequestLike } from '../request.js'
import { readConsent } from '../consent/read-consent.js'

/** What every Set-Cookie has to keep. All are optional. */
export interface CookieRules {
  /** Whether cookies get Secure. Default: in production. What browsers drop without it gets it always. */
  secure?: boolean | undefined
  /** Names, or patterns of names, of cookies that no script may read. Default: `['sessionid', 'csrftoken']`. */
  sessionNames?: readonly Pattern[] | undefined
  /**
   * Session and CSRF cookies: which they are (default: `sessionNames`), and the least SameSite that they have, also where
   * theirs is weaker. Default: that of `sameSite`, where there is none.
   */
  session?:
    { readonly names?: readonly Pattern[] | undefined; readonly sameSite?: 'strict' | 'lax' | undefined } | undefined
  /** The SameSite of cookies that have none, or one that browsers ignore. Default: `lax`. `false`: leave them. */
  sameSite?: 'strict' | 'lax' | 'none' | false | undefined
  /** Cookies that live shorter, and for how many seconds at most. Default: `temp_*`, 3600. `false`: none. */
  temporary?: { readonly names: readonly Pattern[]; readonly maxAge: number } | false | undefined
  /** Seconds that a cookie may live. Default, and at most: 400 days, as browsers have it. */
  maxAge?: number | undefined
  /** The declaration that says whose cookies may be set. With it, pass `request` or `grant`: without, only what is required passes. */
  consent?: Consent | undefined
  /** The request that is answered, to read the visitor's consent from. */
  request?: RequestLike | undefined
  /** What is permitted, where you know it already. Wins over `request`. */
  grant?: Grant | undefined
  /** Where the visitor is, for categories whose regime differs. */
  region?: string | undefined
  /** What the endpoint signs records with, and has signed them with before. */
  secret?: string | undefined
  fallbackSecrets?: readonly string[] | undefined
  /** Whether a record that no server has signed counts as none. Default: false. */
  requireSignature?: boolean | undefined
  /** A name in no category is dropped, or let pass and told of. Default: `drop`. */
  undeclared?: 'drop' | 'report' | undefined
  /** Is told of each change. */
  onChange?: ((change: CookieChange) => void) | undefined
  /** Milliseconds since 1970. Default: the clock. */
  clock?: (() => number) | undefined
}

/** An attribute that a rule added or replaced. */
export interface CookieEdit {
  readonly name: string
  readonly code: 'secure-added' | 'http-only-added' | 'same-site-added' | 'lifetime-capped'
  /** The attribute as it stood, `undefined` for none. */
  readonly before: string | undefined
  /** The attribute as it stands now. */
  readonly after: string
}

/** A cookie that was not set. */
export interface CookieDrop {
  readonly name: string
  readonly code: 'dropped'
  /** The category that is not granted; `undefined` for a name in no category. */
  readonly category: string | undefined
  /** The service that is not granted, where one owns the name. */
  readonly service: string | undefined
}

/** A cookie whose name is in no category, and that was set all the same, by `undeclared: 'report'`. */
export interface CookieUndeclared {
  readonly name: string
  readonly code: 'undeclared'
}

/** What a rule did to one Set-Cookie. It tells names and attributes, never a value, so that it can be logged. */
export type CookieChange = CookieEdit | CookieDrop | CookieUndeclared

/** Gives what consent has against a cookie of a name, if anything. */
export function consentGate(
  { consent, request, grant, undeclared, ...how }: CookieRules,
  now: number,
): (name: string) => CookieDrop | CookieUndeclared | undefined {
  if (!consent) return () => undefined
  // Without either, nothing is known of the visitor, not even a signal against what is opt-out.
  const granted = grant ?? (request === undefined ? NOTHING : readConsent(request, consent, { ...how, now }).grant)
  return (name) => {
    if (consent.isCookieAllowed(name, granted)) return undefined
    const owner = refusingOwner(name, consent, granted)
    if (!owner && undeclared === 'report') return { name, code: 'undeclared' }
    return { name, code: 'dropped', category: owner?.category, service: owner?.service }
  }
}

const NOTHING: Grant = { categories: [], services: [], changesAt: null }

/** Of several owners, all have to be granted: the first that is not. */
function refusingOwner(name: string, consent: Consent, grant: Grant) {
  return consent.ownersOf(name).find((owner) => !isPermitted(owner, consent.categories, grant))
}
