import type { Pattern } from '../../core/declaration/config.js'
import type { Consent, Granted } from '../../core/declaration/consent.js'
import type { Grant } from '../../core/decision/grant.js'
import { isPermitted } from '../../core/declaration/owners.js'
import type { RequestLike } from '../request.js'
import { readConsent } from '../consent/read-consent.js'

/** The rules for every Set-Cookie. All are optional. */
export interface CookieRules {
  /** Whether cookies get Secure. Default: in production. A cookie that browsers drop without Secure always gets it. */
  secure?: boolean | undefined
  /** Names, or patterns of names, of cookies that no script may read. Default: `['sessionid', 'csrftoken']`. */
  sessionNames?: readonly Pattern[] | undefined
  /**
   * Session and CSRF cookies: their names (default: `sessionNames`), and the weakest SameSite that they may have. A weaker
   * one is replaced. Default: a cookie without SameSite gets that of `sameSite`.
   */
  session?:
    { readonly names?: readonly Pattern[] | undefined; readonly sameSite?: 'strict' | 'lax' | undefined } | undefined
  /** The SameSite of a cookie that has none, or one that browsers ignore. Default: `lax`. `false` adds none. */
  sameSite?: 'strict' | 'lax' | 'none' | false | undefined
  /** Cookies with a shorter lifetime, and that lifetime in seconds. Default: `temp_*`, 3600. `false`: none. */
  temporary?: { readonly names: readonly Pattern[]; readonly maxAge: number } | false | undefined
  /** The longest lifetime of a cookie, in seconds. Default, and at most: 400 days, the limit of browsers. */
  maxAge?: number | undefined
  /** The declaration that decides which cookies may be set. Pass `request` or `grant` with it. Without both, only required cookies pass. */
  consent?: Consent | undefined
  /** The request that is answered. The visitor's consent is read from it. */
  request?: RequestLike | undefined
  /** The grant, if you know it already. It wins over `request`. */
  grant?: Grant | undefined
  /** The visitor's region, for categories whose regime depends on it. */
  region?: string | undefined
  /** The secret that the endpoint signs records with. */
  secret?: string | undefined
  /** Former secrets, whose signatures are still valid. */
  fallbackSecrets?: readonly string[] | undefined
  /** Whether a record without a valid signature is ignored. Default: false. */
  requireSignature?: boolean | undefined
  /** Whether a cookie in no category is dropped, or passes and is reported to `onChange`. Default: `drop`. */
  undeclared?: 'drop' | 'report' | undefined
  /** Called with each change. */
  onChange?: ((change: CookieChange) => void) | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
}

/** An attribute that a rule added or replaced. */
export interface CookieEdit {
  readonly name: string
  readonly code: 'secure-added' | 'http-only-added' | 'same-site-added' | 'lifetime-capped'
  /** The attribute before the change; `undefined` if there was none. */
  readonly before: string | undefined
  /** The attribute after the change. */
  readonly after: string
}

/** A cookie that was not set. */
export interface CookieDrop {
  readonly name: string
  readonly code: 'dropped'
  /** The category that is not granted; `undefined` for a name in no category. */
  readonly category: string | undefined
  /** The service that is not granted, if a service declares the name. */
  readonly service: string | undefined
}

/** A cookie that is in no category, and that was still set because of `undeclared: 'report'`. */
export interface CookieUndeclared {
  readonly name: string
  readonly code: 'undeclared'
}

/** A change that a rule made to one Set-Cookie. It holds names and attributes but no values, so it is safe to log. */
export type CookieChange = CookieEdit | CookieDrop | CookieUndeclared

/** What consent has against a cookie. */
export type Objection = CookieDrop | CookieUndeclared

/** Makes a function that says whether consent refuses a cookie, and why. */
export function consentGate({
  consent,
  undeclared,
}: CookieRules): (name: string, granted: Granted) => Objection | undefined {
  if (!consent) return () => undefined
  return (name, granted) => {
    if (consent.isCookieAllowed(name, granted)) return undefined
    const owner = refusingOwner(name, consent, granted)
    if (!owner && undeclared === 'report') return { name, code: 'undeclared' }
    return { name, code: 'dropped', category: owner?.category, service: owner?.service }
  }
}

/** What is granted by these rules alone. */
export function grantedBy({ consent, request, grant, ...how }: CookieRules, now: number): Granted {
  if (grant) return grant
  // Without request and grant nothing is known of the visitor, not even a signal that refuses opt-out categories.
  return consent && request !== undefined ? readConsent(request, consent, { ...how, now }).grant : NOTHING
}

const NOTHING: Granted = { categories: [], services: [] }

/** Finds the first owner that is not granted. All owners of a name must be granted. */
function refusingOwner(name: string, consent: Consent, grant: Granted) {
  return consent.ownersOf(name).find((owner) => !isPermitted(owner, consent.categories, grant))
}
