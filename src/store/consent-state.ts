import type { CategoryId, RegisteredConsent } from '../core/declaration/register.js'
import type { Consent, Granted } from '../core/declaration/consent.js'
import type { ConsentStatus, Grant, Signals } from '../core/decision/grant.js'
import type { Choice, ConsentRecord } from '../core/decision/record.js'
import type { WriteResult, Jar } from '../core/cookies/jar.js'
import type { Erased, PageStorage } from '../core/page-storage.js'
import type { Snapshot } from '../core/decision/snapshot.js'

/** All that a component can select. Readonly: actions change it. */
export interface ConsentState<Id extends string = CategoryId> {
  readonly status: ConsentStatus
  /** What the visitor decided, also when it no longer counts. */
  readonly record: ConsentRecord<Id> | undefined
  /** What is permitted now. */
  readonly grant: Grant<Id>
  /** The ticks of the preferences panel. */
  readonly draft: Granted<Id>
  /** Whether the preferences panel is open. */
  readonly open: boolean
}

/** What changed the record: the visitor here, or `external`: another tab, the server, or an import. */
export type DecisionReason = 'accept' | 'reject' | 'save' | 'reset' | 'external'

/** Hears of every new record; `undefined` after `reset`. */
export type DecisionListener<Id extends string = CategoryId> = (
  record: ConsentRecord<Id> | undefined,
  context: { readonly reason: DecisionReason },
) => void

/** What was erased, and why: after a decision, or `late`: what scripts left since, found at a load or when they set it. */
export interface Erasure<Id extends string = CategoryId> extends Erased {
  readonly reason: DecisionReason | 'late'
  /** What was granted before, and is no longer. */
  readonly withdrawn: Granted<Id>
}

/** Hears of every erasure that found something, and of every withdrawal. */
export type ErasureListener<Id extends string = CategoryId> = (erasure: Erasure<Id>) => void

/** What changes consent. Stable functions; they ignore arguments that are events. */
export interface ConsentActions<Id extends string = CategoryId> {
  /** Grants every category and service. */
  acceptAll(this: void): WriteResult
  /** Grants what is required and nothing else. Also withdraws. */
  rejectAll(this: void): WriteResult
  /** Grants these categories, and of their services these (all, when left out). Without a choice: the draft. */
  save(this: void, choice?: Choice<Id>): WriteResult
  /** Forgets the choice: the visitor is asked again. */
  reset(this: void): WriteResult
  openPreferences(this: void): void
  /** Closes the panel and drops its draft. */
  closePreferences(this: void): void
  /** Ticks or unticks in the draft. */
  setDraft(this: void, choice: Partial<Choice<Id>>): void
}

/** The store's type for a declaration. */
export type StateOf<C extends Consent = RegisteredConsent> = ConsentState<CategoryId<C>>

/** What a consent store is made with. */
export interface ConsentStoreOptions {
  jar: Jar
  /** What else is erased: a page gives `createBrowserStorage()`. Default: cookies alone. */
  storage?: PageStorage | undefined
  /** What the server rendered with: the initial state. Without it the visitor is undecided at first. */
  snapshot?: Snapshot | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
  /** What the browser says for the visitor. Default: what the snapshot has; a page gives `readSignals`. */
  signals?: (() => Signals | undefined) | undefined
  region?: string | undefined
  /**
   * Whether the first grant is no more than what the jar permits now: a page out of the browser's cache may tell of a
   * grant that was taken back since. Then creating reads the jar. Default: false; `ConsentProvider` does so in browsers.
   */
  bounded?: boolean | undefined
  /** Names a record. Default: random digits, 128 bits of them. */
  createId?: (() => string) | undefined
}
