import type { Pattern } from '../../core/consent/config.js'
import type { Consent } from '../../core/consent/consent.js'
import type { Grant } from '../../core/consent/grant.js'
import type { RequestLike } from '../request.js'
import type { CookieChange } from './cookie-change.js'

/** What every Set-Cookie has to keep. All are optional. */
export interface CookieRules {
  /** Whether cookies get Secure. Default: in production. What browsers drop without it gets it always. */
  secure?: boolean | undefined
  /** Names, or patterns of names, of cookies that no script may read. Default: `['sessionid', 'csrftoken']`. */
  sessionNames?: readonly Pattern[] | undefined
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
  now?: (() => number) | undefined
}
