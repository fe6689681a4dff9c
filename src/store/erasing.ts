import { callEach } from '../core/call.js'
import { compileOwners } from '../core/consent/compile-owners.js'
import type { Consent } from '../core/consent/consent.js'
import type { Grant } from '../core/consent/grant.js'
import { isForbidden } from '../core/consent/is-permitted.js'
import type { Jar } from '../core/cookies/jar.js'
import type { PageStorage, Remainder, Settle, Trace } from '../core/page-storage.js'
import type { DecisionReason, ErasureListener } from './consent-state.js'
import { eraseForbidden } from './erase-forbidden.js'

/** How many cookies that scripts set late are erased in a page: who sets them again and again never gives in. */
const MAX_LATE_COOKIES = 99

/** What erases for a store, and tells of it. */
export interface Erasing {
  readonly listeners: Set<ErasureListener<string>>
  /**
   * Erases all that a grant forbids: cookies and keys of web storage at once. Or of the cookies that have changed those
   * that the grant forbids, if it is enforced already.
   */
  erase(this: void, grant: Grant, reason?: DecisionReason, changed?: ReadonlySet<string>): Promise<void>
}

export function createErasing(consent: Consent, jar: Jar, storage: PageStorage | undefined, first: Grant): Erasing {
  const { categories } = consent
  const ownersOfKey = compileOwners(categories, (declarations) => declarations.storage)
  const listeners = new Set<ErasureListener<string>>()
  let before = { ...first } // a copy: nothing is enforced yet
  let lateCookies = 0
  return {
    listeners,
    async erase(grant, reason, changed) {
      if (changed && grant !== before) return
      const gone: Trace[] = []
      const left: Remainder[] = []
      const settle: Settle = (kind, name, failure) =>
        failure ? left.push({ kind, name, reason: failure }) : gone.push({ kind, name })
      const withdrawn = {
        categories: before.categories.filter((id) => !grant.categories.includes(id)),
        services: before.services.filter((id) => !grant.services.includes(id)),
      }
      // Counted before it is erased: who sets it again may not wait.
      const isMeant = (name: string): boolean => !changed || (changed.has(name) && lateCookies++ < MAX_LATE_COOKIES)
      eraseForbidden(consent, jar, grant, !!reason, settle, isMeant)
      before = grant // what the jar has told meanwhile is part of this
      if (!changed) await storage?.erase((key) => isForbidden(ownersOfKey(key), categories, grant), settle)
      if (gone.length || left.length || withdrawn.categories.length || withdrawn.services.length)
        callEach(listeners, { reason: reason ?? 'late', withdrawn, gone, left })
    },
  }
}
