import type { CookieAttributes } from '../core/cookies/attributes.js'
import { isDefinition, patternOf, type Consent } from '../core/consent/consent.js'
import { cookiesOf } from '../core/consent/cookies-of.js'
import type { Grant } from '../core/consent/grant.js'
import { isForbidden } from '../core/consent/is-permitted.js'
import { compilePattern } from '../core/consent/pattern.js'
import type { Jar } from '../core/cookies/jar.js'
import type { Settle } from '../core/page-storage.js'

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
