import { callEach } from '../core/call.js'
import { compileOwners } from '../core/consent/compile-owners.js'
import type { Consent } from '../core/consent/consent.js'
import type { Grant } from '../core/consent/grant.js'
import { isForbidden } from '../core/consent/is-permitted.js'
import type { Jar } from '../core/cookies/jar.js'
import type { PageStorage, Remainder, Settle, Trace } from '../core/page-storage.js'
import type { DecisionReason, ErasureListener } from './consent-state.js'
import { eraseForbidden } from './erase-forbidden.js'

/** What erases for a store, and tells of it. */
export interface Erasing {
  readonly listeners: Set<ErasureListener<string>>
  /** Erases all that a grant forbids: cookies and keys of web storage at once. */
  erase(this: void, grant: Grant, reason: DecisionReason | undefined): Promise<void>
}

export function createErasing(consent: Consent, jar: Jar, storage: PageStorage | undefined, first: Grant): Erasing {
  const { categories } = consent
  const ownersOfKey = compileOwners(categories, (declarations) => declarations.storage)
  const listeners = new Set<ErasureListener<string>>()
  let before = first
  return {
    listeners,
    async erase(grant, reason) {
      const gone: Trace[] = []
      const left: Remainder[] = []
      const settle: Settle = (kind, name, failure) =>
        failure ? left.push({ kind, name, reason: failure }) : gone.push({ kind, name })
      const withdrawn = {
        categories: before.categories.filter((id) => !grant.categories.includes(id)),
        services: before.services.filter((id) => !grant.services.includes(id)),
      }
      before = grant
      eraseForbidden(consent, jar, grant, !!reason, settle)
      await storage?.erase((key) => isForbidden(ownersOfKey(key), categories, grant), settle)
      if (gone.length || left.length || withdrawn.categories.length || withdrawn.services.length)
        callEach(listeners, { reason: reason ?? 'load', withdrawn, gone, left })
    },
  }
}
