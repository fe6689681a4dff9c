import { notify, type Report } from '../core/call.js'
import type { CookieAttributes } from '../core/cookies/attributes.js'
import type { Jar } from '../core/cookies/jar.js'
import { cookiesOf, isDefinition, patternOf, type Consent, type Granted } from '../core/declaration/consent.js'
import { compileOwners, isForbidden } from '../core/declaration/owners.js'
import { compilePattern } from '../core/declaration/pattern.js'
import type { Grant } from '../core/decision/grant.js'
import type { PageStorage, Remainder, Settle, Trace } from '../core/page-storage.js'
import type { DecisionReason, ErasureListener } from './consent-state.js'

/** How many cookies that scripts set late are erased in a page: who sets them again and again never gives in. */
const MAX_LATE_COOKIES = 99

/** Erases for a store what a grant forbids, and tells of it. */
export interface Eraser {
  readonly listeners: Set<ErasureListener<string>>
  /** Erases all that a grant forbids. Cookies and keys of web storage go at once. Without a reason: what was left late. */
  erase(this: void, grant: Grant, reason?: DecisionReason): Promise<void>
  /** Erases, of the cookies that have changed, those that the grant forbids. */
  eraseLate(this: void, grant: Grant, changed: ReadonlySet<string>): void
}

export function createEraser(
  consent: Consent,
  jar: Jar,
  storage: PageStorage | undefined,
  first: Granted,
  report: Report,
): Eraser {
  const { categories } = consent
  const ownersOfKey = compileOwners(categories, (declarations) => declarations.storage)
  const listeners = new Set<ErasureListener<string>>()
  let enforced = first
  let lateCookies = 0

  const begin = () => {
    const gone: Trace[] = []
    const left: Remainder[] = []
    const settle: Settle = (kind, name, failure) =>
      failure ? left.push({ kind, name, reason: failure }) : gone.push({ kind, name })
    const end = (reason: DecisionReason | 'late', withdrawn: Granted): void => {
      if (gone.length || left.length || withdrawn.categories.length || withdrawn.services.length)
        notify(report, listeners, { reason, withdrawn, gone, left })
    }
    return { settle, end }
  }
  return {
    listeners,
    async erase(grant, reason) {
      const { settle, end } = begin()
      const withdrawn = {
        categories: enforced.categories.filter((id) => !grant.categories.includes(id)),
        services: enforced.services.filter((id) => !grant.services.includes(id)),
      }
      enforced = grant
      eraseForbidden(consent, jar, grant, !!reason, settle, () => true)
      await storage?.erase((key) => isForbidden(ownersOfKey(key), categories, grant), settle)
      end(reason ?? 'late', withdrawn)
    },
    eraseLate(grant, changed) {
      const { settle, end } = begin()
      // Counted before it is erased: who sets it again may not wait.
      const isMeant = (name: string): boolean => changed.has(name) && lateCookies++ < MAX_LATE_COOKIES
      eraseForbidden(consent, jar, grant, false, settle, isMeant)
      end('late', { categories: [], services: [] })
    },
  }
}

/**
 * Erases every declared cookie that is not granted: where a page finds it, and where it is declared to be. At a decision
 * also what is declared by name on a path that this page is not sent; HttpOnly cookies are reported as left. Of what the
 * page finds, only what is meant.
 */
function eraseForbidden(
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
