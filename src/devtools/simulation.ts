import type { Regime } from '../core/declaration/config.js'
import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStatus } from '../core/decision/grant.js'
import { stringifyRecord } from '../core/decision/record.js'
import type { ConsentContextValue } from '../react/context.js'

type Store = ConsentContextValue['store']

/** Another visitor than the one that the page has. */
export interface Simulation {
  /** Whether a category has a regime that depends on the region. */
  readonly hasRegions: boolean
  /** Takes the visitor to a region; `undefined` brings them back. */
  setRegion(this: void, region: string | undefined): void
  /** Sends Global Privacy Control, or not; `undefined` leaves it to the browser. */
  setGpc(this: void, gpc: boolean | undefined): void
  /** Writes a record of this status into the jar. */
  setStatus(this: void, status: ConsentStatus): void
  /** Makes the page listen to it. The function that it returns ends it; the record stays as it is. */
  start(this: void): () => void
}

/**
 * Simulates through what the page reads: the regimes of the declaration, the signal of `navigator`, and the consent cookie. The
 * store knows nothing of it, and so applies its own rules.
 */
export function createSimulation(store: Store, clock: () => number = Date.now): Simulation {
  const { consent } = store
  let region: string | undefined
  const regimes = regimesOf(consent)
  const setGpc = (value: boolean | undefined): void => {
    if (value === undefined) Reflect.deleteProperty(navigator, SIGNAL)
    else Object.defineProperty(navigator, SIGNAL, { configurable: true, value })
    store.refresh()
  }
  const setRegion = (next: string | undefined): void => {
    region = next
    store.refresh()
  }
  return {
    hasRegions: regimes.length > 0,
    setGpc,
    setRegion,
    setStatus(status) {
      if (status === 'undecided') return void store.reset()
      const { version, ids, cookie } = consent
      const { record = { categories: ids, via: 'accept' } } = store.getState()
      const age = status === 'expired' ? (cookie.maxAge + 1) * 1000 : 0
      const written = {
        ...record,
        version: status === 'outdated' ? version - 1 : version,
        timestamp: new Date(clock() - age).toISOString(),
      }
      store.jar.set(cookie.name, stringifyRecord(written, consent), cookie)
    },
    start() {
      for (const [category, regime] of regimes)
        category.regime = (real: string | undefined): Regime => regime(region ?? real)
      return () => {
        if (region !== undefined) setRegion(undefined)
        if (Object.hasOwn(navigator, SIGNAL)) setGpc(undefined)
        for (const [category, regime] of regimes) category.regime = regime
      }
    },
  }
}

const SIGNAL = 'globalPrivacyControl'

type RegimeByRegion = (region: string | undefined) => Regime

/** The regimes that depend on the region, each with the category that holds it. One that the app has frozen stays as it is. */
function regimesOf({ categories }: Consent): [{ regime?: unknown }, RegimeByRegion][] {
  return Object.values(categories).flatMap((category) => {
    const { regime } = category
    return typeof regime === 'function' && !Object.isFrozen(category) ? [[category, regime]] : []
  })
}
