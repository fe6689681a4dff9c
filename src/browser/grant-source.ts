import type { Consent } from '../core/consent/consent.js'
import type { Grant } from '../core/consent/grant.js'

/** What scripts and tags follow: a consent store. */
export interface GrantSource {
  readonly consent: Consent
  getState(this: void): { readonly grant: Grant }
  subscribe(this: void, listener: (state: { readonly grant: Grant }) => void): () => void
}
