import type { Consent } from '../../core/consent/consent.js'
import type { Grant } from '../../core/consent/grant.js'
import { isPermitted } from '../../core/consent/is-permitted.js'
import { readConsent } from '../read-consent.js'
import type { CookieDrop, CookieUndeclared } from './cookie-change.js'
import type { CookieRules } from './cookie-rules.js'

/** Gives what consent has against a cookie of a name, if anything. */
export function consentGate(
  { consent, request, grant, undeclared, ...how }: CookieRules,
  now: number,
): (name: string) => CookieDrop | CookieUndeclared | undefined {
  if (!consent) return () => undefined
  // Without either, nothing is known of the visitor, not even a signal against what is opt-out.
  const granted = grant ?? (request === undefined ? NOTHING : readConsent(request, consent, { ...how, now }).grant)
  return (name) => {
    if (consent.isCookieAllowed(name, granted)) return undefined
    const owner = refusingOwner(name, consent, granted)
    if (!owner && undeclared === 'report') return { name, code: 'undeclared' }
    return { name, code: 'dropped', category: owner?.category, service: owner?.service }
  }
}

const NOTHING: Grant = { categories: [], services: [], changesAt: null }

/** Of several owners, all have to be granted: the first that is not. */
function refusingOwner(name: string, consent: Consent, grant: Grant) {
  return consent.ownersOf(name).find((owner) => !isPermitted(owner, consent.categories, grant))
}
