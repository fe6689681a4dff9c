import { callEach } from '../core/call.js'
import { compileOwners } from '../core/declaration/owners.js'
import { type Consent, isDefinition, patternOf, cookiesOf } from '../core/declaration/consent.js'
import { type Grant } from '../core/decision/grant.js'
import { isForbidden } from '../core/declaration/owners.js'
import type { Jar } from '../core/cookies/jar.js'
import type { PageStorage, Remainder, Settle, Trace } from '../core/page-storage.js'
import type { DecisionReason, ErasureListener } from './consent-state.js'
import type { CookieAttributes } from '../core/cookies/attributes.js'
import { compilePattern } from '../core/declaration/pattern.js'

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

/**
 * Erases every declared cookie that is not granted: where a page finds it, and where it is declared to be. At a decision
 * also what is declared by name on a path that this page is not sent; of HttpOnly ones it tells that they are left. Of
 * what the page finds only what is meant.
 */
export function eraseForbidden(
  consent: Consent,
  jar: Jar,
  grant: Grant,
  isDecision: boolean,
  settle: Settle,
  isMeant: (name: string) => boolean,
): void {
  const { categories, ids, ownersOf, isCookieAllowed } = consent
  const isErasable = (name: string): boolean =>
    !isCookieAllowed(name, grant) && isForbidden(ownersOf(name), categories, grant)
  const seen = Object.keys(jar.getAll()).filter((name) => isErasable(name) && isMeant(name))
  for (const entry of ids.flatMap((id) => cookiesOf(categories[id]))) {
    const pattern = patternOf(entry)
    // Neither a text nor a RegExp has attributes.
    const { domain, path, httpOnly } = (isDefinition(entry) ? entry.options : entry) as CookieAttributes
    const { rank, matches } = compilePattern(pattern)
    const name = String(pattern)
    const isUnseen = isDecision && (httpOnly || path) && rank === Infinity && isErasable(name) // Infinity: a name, exactly
    if (isUnseen && httpOnly) settle('cookie', name, 'http-only')
    else if (domain || path)
      for (const one of isUnseen ? [name] : seen.filter(matches)) jar.remove(one, { domain, path })
  }
  for (const name of seen) settle('cookie', name, !jar.remove(name, { everywhere: true }).ok && 'rejected')
}
