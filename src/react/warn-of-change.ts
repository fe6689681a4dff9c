import { warn } from '../core/debug.js'
import type { Declarations } from '../core/declaration/config.js'
import { patternOf, type Consent } from '../core/declaration/consent.js'
import { jsonObject } from '../core/json.js'
import { DECLARED_KEY } from '../core/page-storage.js'
import type { WiredStore } from '../store/wired-store.js'

/**
 * Warns where the last decision in this browser was made on another declaration of the same version: visitors who consented
 * are then not asked about what is new. For development builds: at a decision it keeps what was declared in localStorage. Gives
 * what ends it.
 */
export function warnOfChange({ consent, getState, onDecision }: WiredStore): (() => void) | undefined {
  const storage = openStorage()
  if (!storage) return
  const declared = substanceOf(consent)
  const { version, substance } = jsonObject(storage.getItem(DECLARED_KEY) ?? '')
  if (getState().status === 'decided' && version === consent.version && substance !== declared)
    warn(
      `The declaration has changed since the last decision in this browser, and version is still ${String(version)}. Visitors who consented are not asked about what is new. Raise version, and say in changes what is new.`,
    )
  return onDecision((record) => {
    if (record) storage.setItem(DECLARED_KEY, JSON.stringify({ version: consent.version, substance: declared }))
  })
}

function openStorage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch (error) {
    if (error instanceof DOMException) return undefined // storage is blocked
    throw error
  }
}

/** What visitors consent to: purposes, vendors, cookies, storage and URLs, in whatever words they are described. */
function substanceOf({ ids, categories }: Consent): string {
  const namesIn = ({ cookies = [], storage = [], urls = [] }: Declarations): string[] =>
    [cookies.map(patternOf), storage, urls].map((list) => list.map(String).sort().join())
  const categoriesIn = ids.map((id) => {
    const { required, services = {}, ...own } = categories[id] ?? {}
    return [id, !!required, namesIn(own), Object.entries(services).map(([key, service]) => [key, namesIn(service)])]
  })
  return JSON.stringify(categoriesIn)
}
