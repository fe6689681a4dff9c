import { watchCookies } from '../browser/jar/watch-cookies.js'
import type { Consent } from '../core/declaration/consent.js'
import { type Grant, grantFor } from '../core/decision/grant.js'
import { guardCookies, guardStorage } from './guard-cookies.js'
import { guardElements } from './guard-elements.js'
import { guardRequests, guardSockets, guardXhr } from './guard-requests.js'
import { createJudge, type Blocked } from './judge.js'
import { createUrlJudge } from './judge-url.js'
import { createPatches } from './patch.js'
import { readRecord } from '../core/decision/record.js'
import { valuesOf } from '../core/cookies/parse-cookie.js'
import { debug } from '../core/debug.js'
import { readSignals } from '../browser/page.js'

/** What a guard needs of a store. */
export interface GrantSource {
  getState(this: void): { readonly grant: Grant }
  getInitialState(this: void): { readonly grant: Grant }
  onChange(this: void, listener: (change: { readonly after: { readonly grant: Grant } }) => void): () => void
}

export interface GuardOptions {
  /**
   * What becomes of what is not granted. `refuse` (default): it fails, as it does where the network is down or cookies are
   * blocked. `hold`: up to 100 writes, requests and URLs of elements wait in memory, and are carried out at the grant.
   */
  mode?: 'refuse' | 'hold' | undefined
  /**
   * What becomes of what nobody declares: cookies, keys, and URLs of other sites. Default: `allow`. `refuse` is for a site
   * that has declared all it uses; what nobody declares, nobody can grant.
   */
  undeclared?: 'allow' | 'refuse' | undefined
  /** Hears of everything that was refused or held, once for each route and target. What it throws disturbs nobody. */
  onBlocked?: ((blocked: Blocked) => void) | undefined
  /** Where the visitor is, as the store is told. */
  region?: string | undefined
}

export interface Guard {
  /** Takes grants from a store, once it has one of its own, instead of from the consent cookie. */
  follow(this: void, store: GrantSource): void
  /** Takes every patch away. What is held is dropped. */
  stop(this: void): void
}

/**
 * Guards a page against code that is not ours: what writes cookies or web storage, sends requests or inserts tags that
 * the declaration gives to a category obeys the visitor's choice. Call it first in the page. It reads the consent cookie
 * itself, and follows it until it is given a store. On a server it does nothing.
 *
 * No wall against hostile code; `docs/guard.md` lists what it cannot reach.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 * import { startGuard } from 'assent/guard'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: {
 *     analytics: { name: 'Analytics', description: 'Measure how the site is used.', cookies: ['_ga*'], urls: ['*.google-analytics.com'] },
 *   },
 * })
 * const guard = startGuard(consent, { onBlocked: ({ route, target }) => console.log(route, target) })
 * guard.follow(createConsentStore(consent, { jar: createBrowserJar() }))
 * ```
 */
export function startGuard(consent: Consent, options: GuardOptions = {}): Guard {
  if (typeof document === 'undefined') return { follow: () => undefined, stop: () => undefined }
  const { mode, undeclared, onBlocked, region } = options
  const refuseUndeclared = undeclared === 'refuse'
  const patches = createPatches()
  const judge = createJudge(consent, mode === 'hold', refuseUndeclared, onBlocked)
  let isFollowing = false
  let unsubscribe = (): void => undefined
  const readCookie = (): void => {
    if (!isFollowing) judge.take(liveGrant(consent, region))
  }
  const watch = watchCookies(readCookie)

  readCookie()
  guardCookies(consent, judge, patches, readCookie)
  if (refuseUndeclared || declares(consent, 'storage')) guardStorage(consent, judge, patches)
  if (refuseUndeclared || declares(consent, 'urls')) {
    const judgeUrl = createUrlJudge(consent, judge)
    for (const guard of [guardRequests, guardXhr, guardSockets, guardElements]) guard(judgeUrl, patches)
  }
  return {
    follow({ getState, getInitialState, onChange }) {
      const take = (grant: Grant): void => {
        isFollowing = true
        judge.take(grant)
      }
      unsubscribe()
      unsubscribe = onChange(({ after }) => take(after.grant))
      const { grant } = getState()
      // As long as a store has not started, it knows less than the cookie.
      if (JSON.stringify(grant) !== JSON.stringify(getInitialState().grant)) take(grant)
    },
    stop() {
      watch.stop()
      unsubscribe()
      patches.undo()
    },
  }
}

function declares({ categories, ids }: Consent, what: 'storage' | 'urls'): boolean {
  const declarations = ids.flatMap((id) => [categories[id], ...Object.values(categories[id]?.services ?? {})])
  return declarations.some((one) => one?.[what]?.length)
}

/** What the visitor's own cookie grants now: fail closed, as the store reads it. */
export function liveGrant(consent: Consent, region: string | undefined): Grant {
  const { name } = consent.cookie
  const now = Date.now()
  const record = readRecord(valuesOf(cookieText(), name), consent, { now })
  return grantFor(record, consent, { now, signals: readSignals(), region })
}

function cookieText(): string {
  try {
    return document.cookie
  } catch (error) {
    debug('Cookies are blocked.', error)
    return ''
  }
}
