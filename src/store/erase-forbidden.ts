import type { Consent } from '../core/consent/consent.js'
import type { Grant } from '../core/consent/grant.js'
import type { Jar } from '../core/cookies/jar.js'

/** Erases every declared cookie that is not granted. What a required category claims, too, stays. */
export function eraseForbidden({ categories, isCookieAllowed, ownersOf }: Consent, jar: Jar, grant: Grant): void {
  for (const key of Object.keys(jar.getAll())) {
    const owners = ownersOf(key)
    const isErasable = owners.length > 0 && !owners.some(({ category }) => categories[category]?.required)
    if (isErasable && !isCookieAllowed(key, grant)) jar.remove(key, { everywhere: true })
  }
}
