import type { Signals } from '../core/consent/grant.js'
import type { Snapshot } from '../core/consent/snapshot.js'
import type { Jar } from '../core/cookies/jar.js'
import type { PageStorage } from '../core/page-storage.js'

/** What a consent store is made with. */
export interface ConsentStoreOptions {
  jar: Jar
  /** What else is erased: a page gives `createBrowserStorage()`. Default: cookies alone. */
  storage?: PageStorage | undefined
  /** What the server rendered with: the initial state. Without it the visitor is undecided at first. */
  snapshot?: Snapshot | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined
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
