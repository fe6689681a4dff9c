import type { Snapshot } from '../core/consent/snapshot.js'

/**
 * The snapshot that the server embedded in this page, or `undefined` on a page that has none.
 *
 * @example
 * ```tsx
 * import { ConsentProvider, defineConsent, readSnapshot } from 'assent'
 *
 * const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 * export const root = <ConsentProvider consent={consent} cookies={readSnapshot()} />
 * ```
 */
export function readSnapshot(): Snapshot | undefined {
  const text = document.querySelector('script[data-assent="state"]')?.textContent
  return text ? (JSON.parse(text) as Snapshot) : undefined // our own server's, from embedSnapshot
}
