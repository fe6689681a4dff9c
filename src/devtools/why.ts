import { isOwnCookie, type Consent, type Owner } from '../core/declaration/consent.js'
import { isPermitted } from '../core/declaration/owners.js'
import { regimeOf } from '../core/decision/grant.js'
import type { ConsentContextValue } from '../react/context.js'

/** Why a cookie may be in this page now, or may not. */
export interface Why {
  readonly isAllowed: boolean
  /** One sentence for each owner. */
  readonly reasons: readonly string[]
}

type Store = Pick<ConsentContextValue['store'], 'consent' | 'region' | 'getState'>

/** Explains for a name of a cookie who owns it, what is granted, and for which reason. */
export function whyOf(name: string, store: Store): Why {
  const { consent } = store
  const isAllowed = consent.isCookieAllowed(name, store.getState().grant)
  if (isOwnCookie(consent, name))
    return { isAllowed, reasons: ['It keeps the choice itself, so it is always allowed.'] }
  const owners = consent.ownersOf(name)
  if (!owners.length)
    return {
      isAllowed,
      reasons: ['No category declares it, so no visitor can allow it. A write through assent stays in memory.'],
    }
  const reasons = owners.map((owner) => {
    const title = [owner.category, owner.service].filter(Boolean).join(' / ')
    return `${title}: ${reasonOf(owner, store)}`
  })
  return { isAllowed, reasons: owners.length > 1 ? [...reasons, 'All of them must be granted.'] : reasons }
}

function reasonOf(owner: Owner, { consent, region, getState }: Store): string {
  const { status, record, grant } = getState()
  const { category, service } = owner
  const declared = consent.categories[category]
  const regime = regimeOf(declared, region)
  const isDecided = status === 'decided' && record?.via !== 'dismiss'
  if (!regime) return 'required, so always allowed.'
  if (isPermitted(owner, consent.categories, grant)) {
    if (isDecided) return 'the visitor allowed it.'
    return regime === 'exempt' ? 'needs no consent here (exempt).' : 'allowed until the visitor says no (opt-out).'
  }
  if (service && grant.categories.includes(category)) return 'the visitor refused this service.'
  if (grant.optedOut?.includes(category)) return 'refused by Global Privacy Control.'
  if (isDecided) return 'the visitor refused it.'
  return `${ASKS[regime]} ${staleness(consent, getState())}`
}

const ASKS = {
  'opt-in': 'needs consent first (opt-in).',
  'opt-out': 'an old refusal still stands (opt-out).',
  exempt: 'an old refusal still stands (exempt).',
} as const

function staleness({ version }: Consent, { status, record }: ReturnType<Store['getState']>): string {
  if (status === 'outdated')
    return `The choice was made on version ${String(record?.version)}, and this is version ${version}.`
  if (status === 'expired') return 'The choice is older than it is kept.'
  return 'The visitor has not decided.'
}
