import type { Consent } from '../core/declaration/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, type GrantId } from './follow-grant.js'

/** The options of {@link metaConsent}. */
export interface MetaConsentOptions<C extends Consent = Consent> {
  /** The category or service that grants the pixel. Default: `marketing`. */
  grantedBy?: GrantId<C> | undefined
}

interface Fbq {
  (...command: unknown[]): void
  queue?: unknown
  callMethod?: unknown
}

/**
 * Sends the visitor's consent to the Meta Pixel. It sends `revoke` before `init`, and `grant` or `revoke` at each choice,
 * and at once for a visitor who has decided. Call it before the pixel's snippet runs. The snippet needs no change.
 *
 * Returns a function that stops it. On a server it does nothing. Throws a `ConsentError` for an undeclared id, in
 * development builds. Source: Meta for Developers, "Meta Pixel: General Data Protection Regulation".
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 * import { metaConsent } from 'assent/vendors'
 *
 * const consent = defineConsent({ version: 1, categories: { marketing: { name: 'Marketing', description: '' } } })
 * const stop = metaConsent(createConsentStore(consent, { jar: createBrowserJar() }))
 * ```
 */
export function metaConsent<C extends Consent>(
  store: ConsentStore<C>,
  { grantedBy = 'marketing' }: MetaConsentOptions<C> = {},
): () => void {
  const waiting: string[] = []
  let tag: Fbq | undefined
  const flush = (): void => {
    if (tag?.queue || tag?.callMethod) for (const command of waiting.splice(0)) tag('consent', command)
  }
  return followGrant(store, 'meta', { pixel: grantedBy }, undefined, ({ pixel }, command) => {
    const page = window as { fbq?: Fbq | undefined }
    waiting.push(pixel === 'granted' ? 'grant' : 'revoke')
    tag = page.fbq
    flush()
    if (tag || command === 'update') return
    // Meta's snippet loads nothing if it finds an fbq, so the getter gives none before. The snippet makes fbq, then its queue,
    // and then calls it. The waiting commands enter the queue before that call.
    const define = (how: PropertyDescriptor): unknown =>
      Object.defineProperty(page, 'fbq', { configurable: true, enumerable: true, ...how })
    define({
      get() {
        if (tag?.queue) define({ value: tag, writable: true })
        flush()
        return tag
      },
      set(made: Fbq) {
        tag = made
      },
    })
  })
}
