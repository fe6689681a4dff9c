import type { Consent } from '../core/consent/consent.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { followGrant, tellNobody, type GrantId } from './follow-grant.js'

/** How {@link metaPixel} works. */
export interface MetaPixelOptions<C extends Consent = Consent> {
  /** The category or service that grants the pixel. Default: `marketing`. */
  grantedBy?: GrantId<C> | undefined
}

interface Fbq {
  (...command: unknown[]): void
  queue?: unknown
  callMethod?: unknown
}

/**
 * Tells the Meta Pixel: `revoke` before `init`; `grant` or `revoke` at each choice, and at once for a visitor who has decided.
 * Call it before the pixel's snippet runs, which may stay as Meta gives it.
 *
 * Returns what stops it; on a server it does nothing. Throws a `ConsentError` for an id that is not declared, in
 * development builds. Source: Meta for Developers, "Meta Pixel: General Data Protection Regulation".
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 * import { metaPixel } from 'assent/vendors'
 *
 * const consent = defineConsent({ version: 1, categories: { marketing: { name: 'Marketing', description: '' } } })
 * const stop = metaPixel(createConsentStore(consent, { jar: createBrowserJar() }))
 * ```
 */
export function metaPixel<C extends Consent>(
  store: ConsentStore<C>,
  { grantedBy = 'marketing' }: MetaPixelOptions<C> = {},
): () => void {
  if (typeof document === 'undefined') return tellNobody
  const page = window as { fbq?: Fbq | undefined }
  const waiting: string[] = []
  let tag = page.fbq
  const flush = (): void => {
    if (tag?.queue || tag?.callMethod) for (const command of waiting.splice(0)) tag('consent', command)
  }
  const tell = (command: string): void => {
    waiting.push(command)
    tag = page.fbq
    flush()
  }
  const define = (how: PropertyDescriptor): unknown =>
    Object.defineProperty(page, 'fbq', { configurable: true, enumerable: true, ...how })

  // Where Meta's snippet finds any fbq it loads nothing, so none is there before. It makes one, and a queue for it, and
  // then it is called: what was told stands first in the queue.
  if (!tag)
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
  tell('revoke')
  return followGrant(store, { pixel: grantedBy }, ({ pixel }) => tell(pixel ? 'grant' : 'revoke'))
}
