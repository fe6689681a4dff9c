import { watchCookies } from '../browser/jar/watch-cookies.js'
import type { Consent } from '../core/declaration/consent.js'
import { type Grant, grantFor } from '../core/decision/grant.js'
import { guardCookies, guardStorage } from './guard-cookies.js'
import { guardElements } from './guard-elements.js'
import { guardFonts, guardRequests, guardSockets, guardXhr } from './guard-requests.js'
import { createJudge, type Blocked } from './judge.js'
import { createUrlJudge } from './judge-url.js'
import { createPatches } from './patch.js'
import { readRecord } from '../core/decision/record.js'
import { valuesOf } from '../core/cookies/parse-cookie.js'
import { readCookies, readSignals } from '../browser/page.js'

/** The parts of a store that a guard reads. */
export interface GrantSource {
  getState(this: void): { readonly grant: Grant }
  getInitialState(this: void): { readonly grant: Grant }
  onChange(this: void, listener: (change: { readonly after: { readonly grant: Grant } }) => void): () => void
}

export interface GuardOptions {
  /**
   * What to do with a write, a request or a URL that is not granted. `refuse` (default): it fails, as if the network were
   * down or cookies were blocked. `hold`: up to 100 of them wait in memory, and run after the grant.
   */
  mode?: 'refuse' | 'hold' | undefined
  /**
   * What to do with undeclared cookies, storage keys and URLs of other sites. Default: `allow`. `refuse` is for a site that
   * declares everything it uses, because no visitor can grant what is undeclared.
   */
  undeclared?: 'allow' | 'refuse' | undefined
  /** Called once for each route and target that was refused or held. An error that it throws does not stop the page. */
  onBlocked?: ((blocked: Blocked) => void) | undefined
  /** The visitor's region, as given to the store. */
  region?: string | undefined
}

export interface Guard {
  /** Follows the grants of a store instead of the consent cookie, once the store has read a grant. */
  follow(this: void, store: GrantSource): void
  /** Removes every patch. Held actions are dropped. */
  stop(this: void): void
}

/**
 * Makes third-party code follow the visitor's choice. It blocks cookies, web storage, requests and tags whose declared
 * category or service is not granted. Call it before any other script of the page. It reads and follows the consent cookie
 * until it is given a store. On a server it does nothing.
 *
 * It does not stop hostile code. `docs/guard.md` lists what it cannot reach.
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
    for (const guard of [guardRequests, guardXhr, guardSockets, guardFonts, guardElements]) guard(judgeUrl, patches)
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
      // A store that has not started knows less than the cookie.
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
  return declarations.some((declared) => declared?.[what]?.length)
}

/** Gives the grant of the consent cookie now. An invalid cookie grants nothing, as in the store. */
function liveGrant(consent: Consent, region: string | undefined): Grant {
  const { name } = consent.cookie
  const now = Date.now()
  const record = readRecord(valuesOf(readCookies(), name), consent, { now })
  return grantFor(record, consent, { now, signals: readSignals(), region })
}
