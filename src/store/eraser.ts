import { notify, type Report } from '../core/call.js'
import type { Jar } from '../core/cookies/jar.js'
import type { Consent, Granted } from '../core/declaration/consent.js'
import { declarationsIn, isForbidden, keyOwners } from '../core/declaration/owners.js'
import type { Grant } from '../core/decision/grant.js'
import { placesIn } from '../core/decision/places.js'
import type { PageStorage, Remainder, Settle, Trace } from '../core/page-storage.js'
import { without, type Erasure, type ErasureListener } from './consent-state.js'

/** How many late cookies are erased in one page: a script that sets them again and again never gives in. */
const MAX_LATE_COOKIES = 99

/** Erases for a store what a grant forbids, and tells of it. */
export interface Eraser {
  readonly listeners: Set<ErasureListener<string>>
  /**
   * Erases every declared cookie that is not granted, where the page finds it and where it is declared to be, and what
   * the page keeps besides, where something of it is declared and not granted. Cookies and keys of web storage go at once.
   *
   * After a decision it also erases cookies that are declared by name on a path whose cookies the page is not sent, and
   * reports HttpOnly cookies as left. With `changed`, only the cookies that have changed are erased.
   */
  erase(this: void, grant: Grant, reason: Erasure['reason'], changed?: ReadonlySet<string>): Promise<void>
}

export function createEraser(
  consent: Consent,
  jar: Jar,
  storage: PageStorage | undefined,
  first: Granted,
  report: Report,
): Eraser {
  const { categories, ownersOf, isCookieAllowed } = consent
  const listeners = new Set<ErasureListener<string>>()
  let enforced = first
  let lateCookies = 0

  return {
    listeners,
    async erase(grant, reason, changed) {
      const gone: Trace[] = []
      const left: Remainder[] = []
      const settle: Settle = (kind, name, failure) =>
        failure ? left.push({ kind, name, reason: failure }) : gone.push({ kind, name })
      const withdrawn = without(enforced, grant)
      enforced = grant

      const isErasable = (name: string): boolean =>
        !isCookieAllowed(name, grant) && isForbidden(ownersOf(name), categories, grant)
      // Late cookies are counted before they are erased: a script may set them again at once.
      const isMeant = (name: string): boolean => !changed || (changed.has(name) && lateCookies++ < MAX_LATE_COOKIES)
      const seen = Object.keys(jar.getAll()).filter((name) => isErasable(name) && isMeant(name))
      for (const { name, matches, place, httpOnly } of consent.once(placesIn)) {
        const unseen = reason !== 'late' && (httpOnly || place?.path) && name && isErasable(name) && name
        if (unseen && httpOnly) settle('cookie', unseen, 'http-only')
        else if (place?.domain || place?.path)
          for (const one of unseen ? [unseen] : seen.filter(matches)) jar.remove(one, place)
      }
      for (const name of seen) settle('cookie', name, !jar.remove(name, { everywhere: true }).ok && 'rejected')

      // The page's keys, databases and caches are listed only where one of them may be forbidden: it takes milliseconds.
      const isListed = declarationsIn(categories).some(
        ([owner, { storage: keys }]) => keys?.length && isForbidden([owner], categories, grant),
      )
      const isForbiddenKey = (key: string): boolean => isForbidden(consent.once(keyOwners)(key), categories, grant)
      if (!changed) await (isListed && storage?.erase(isForbiddenKey, settle))
      if ([gone, left, withdrawn.categories, withdrawn.services].some((list) => list.length))
        notify(report, listeners, { reason, withdrawn, gone, left })
    },
  }
}
