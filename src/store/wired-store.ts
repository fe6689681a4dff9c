import type { Jar } from '../core/cookies/jar.js'
import type { Consent } from '../core/declaration/consent.js'
import type { Signals } from '../core/decision/grant.js'
import type { Snapshot } from '../core/decision/snapshot.js'
import type { Once } from '../core/once.js'
import type { PageStorage } from '../core/page-storage.js'
import type {
  ChangeListener,
  ConsentActions,
  ConsentState,
  DecisionListener,
  ErasureListener,
} from './consent-state.js'

/** How {@link createConsentStore} makes a store. */
export interface ConsentStoreOptions {
  jar: Jar
  /** What else is erased: a page gives `createBrowserStorage()`. Default: cookies alone. */
  storage?: PageStorage | undefined
  /** What the server rendered with: the initial state. Without it the visitor is undecided at first. */
  snapshot?: Snapshot | undefined
  /** What the browser says for the visitor. Default: what the snapshot has; a page gives `readSignals`. */
  signals?: (() => Signals | undefined) | undefined
  /** Where the visitor is, for categories whose regime differs. Default: the snapshot's. */
  region?: string | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
  /**
   * Hears of errors that were thrown by listeners, and of posts that failed. Nothing waits for it. Default: errors of
   * listeners are thrown where the page reports uncaught ones.
   */
  onError?: ErrorListener | undefined
  /**
   * Whether the first grant is limited to what the jar permits now: a page out of the browser's cache may carry a grant
   * that was taken back since. Then creating reads the jar. Default: false; `ConsentProvider` does so in browsers.
   */
  bounded?: boolean | undefined
  /** Names a record. Default: random digits, 128 bits of them. */
  createId?: (() => string) | undefined
}

/** Hears of an error, and of the request that it belongs to, on a server. */
export type ErrorListener = (error: unknown, context: { readonly request?: Request | undefined }) => void

/** A store without its cookies, which come with the first component that reads one. */
export interface WiredStore<C extends Consent = Consent> extends ConsentActions<C['ids'][number]> {
  readonly consent: C
  readonly jar: Jar
  /** Where the visitor is, if that is known. */
  readonly region: string | undefined
  /** The snapshot that the store was made with. */
  readonly snapshot: Snapshot | undefined
  getState(this: void): ConsentState<C['ids'][number]>
  getInitialState(this: void): ConsentState<C['ids'][number]>
  /** Hears of every change of the state, the draft included. */
  subscribe(
    this: void,
    listener: (state: ConsentState<C['ids'][number]>, previous: ConsentState<C['ids'][number]>) => void,
  ): () => void
  /** Hears of every change of record, status or grant, with its reason, before a withdrawal erases. */
  onChange(this: void, listener: ChangeListener<C['ids'][number]>): () => void
  /** Hears of every decision, with its reason: made here, or in another tab. An error in it delays nothing. */
  onDecision(this: void, listener: DecisionListener<C['ids'][number]>): () => void
  /** Hears what was erased and what could not be, when all is done, with what a decision took back. */
  onErase(this: void, listener: ErasureListener<C['ids'][number]>): () => void
  /** Hears of errors that listeners threw, and of posts that failed. */
  onError(this: void, listener: ErrorListener): () => void
  /** Says in which language the visitor is asked, a BCP 47 tag: records keep it. */
  setLanguage(this: void, tag: string | undefined): void
  /** Takes over what the browser holds now. It follows nothing and erases nothing: `start` does. */
  refresh(this: void): void
  /** Takes over what the browser holds, and follows it until the function that it returns is called. */
  start(this: void): () => void
  /** What `make` gives for this store: it is called once, and the store keeps the result. */
  readonly once: Once<WiredStore>
  /** Tells those of `onError` of an error. */
  report(this: void, error: unknown): void
  /** Tells those of `onError` of an error that a listener threw; without them, the page reports it as uncaught. */
  reportUncaught(this: void, error: unknown): void
}
