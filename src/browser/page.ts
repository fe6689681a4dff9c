import { debug, warn } from '../core/debug.js'
import type { Signals } from '../core/decision/grant.js'
import { memberOf } from '../core/member-of.js'
import { parseSnapshot, type Snapshot } from '../core/decision/snapshot.js'

/** Runs a task on the storage of the page. Gives `otherwise` on a server, or if storage is blocked, as in a sandboxed frame. */
export function onPage<T>(task: () => T, otherwise: T): T {
  try {
    if (typeof document !== 'undefined') return task()
  } catch (error) {
    debug('Cookies or storage are blocked.', error)
  }
  return otherwise
}

/** Reads the cookies of this page as a text. It is empty where they are blocked, and on a server. */
export function readCookies(): string {
  // Not by `onPage`, whose call takes a tenth of a read.
  try {
    if (typeof document !== 'undefined') {
      const { cookie } = document
      return typeof cookie === 'string' ? cookie : memberOf(document, 'cookie')
    }
  } catch (error) {
    debug('Cookies or storage are blocked.', error)
  }
  return ''
}

/**
 * Reads the signals of this browser: Global Privacy Control, if its value is exactly `true`. `ConsentProvider` passes it to
 * the store that it makes. Pass it to a store of your own.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent, readSignals } from 'assent/core'
 *
 * const consent = defineConsent({ version: 1, categories: { ads: { name: 'Ads', description: '', regime: 'opt-out' } } })
 * const store = createConsentStore(consent, { jar: createBrowserJar(), signals: readSignals })
 * ```
 */
export function readSignals(): Signals {
  return {
    gpc: (globalThis.navigator as { globalPrivacyControl?: unknown } | undefined)?.globalPrivacyControl === true,
  }
}

/**
 * Reads the snapshot that the server embedded in this page. Gives `undefined` if the page has none, if it is not what
 * `embedSnapshot` wrote, or if markup of others looks like a second one: the page is then rendered as one for everybody.
 *
 * @example
 * ```tsx
 * import { ConsentProvider, defineConsent, readSnapshot } from 'assent'
 *
 * const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 * export const root = <ConsentProvider consent={consent} snapshot={readSnapshot()} />
 * ```
 */
export function readSnapshot(): Snapshot | undefined {
  const find = memberOf(document, 'querySelectorAll')
  const [state, twin] = find.call(document, 'script[data-assent="state"]')
  const text = !twin && state?.textContent
  const snapshot = text ? parseSnapshot(text) : undefined
  if (process.env.NODE_ENV !== 'production' && text && !snapshot)
    warn(
      'The embedded snapshot cannot be read. The page is rendered without it, so a visitor who has decided may see the banner for a moment. Put the text of embedSnapshot into the element as it is, without escaping it.',
    )
  return snapshot
}
