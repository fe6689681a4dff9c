/** Where development builds keep what was declared at the last decision, in localStorage. It is ours, and no part of the site. */
export const DECLARED_KEY = 'assent:declared'

/** The kinds of storage, by the platform's names. */
export type TraceKind = 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'caches'

/** A stored item: a cookie, a key of web storage, a database or a cache. */
export interface Trace {
  readonly kind: TraceKind
  readonly name: string
}

/** A stored item that could not be erased. Only the endpoint can erase an `http-only` cookie. For `rejected` items the browser refused. */
export interface Remainder extends Trace {
  readonly reason: 'http-only' | 'rejected'
}

/** The stored items that were erased (`gone`), and those that could not be (`left`). */
export interface Erased {
  readonly gone: readonly Trace[]
  readonly left: readonly Remainder[]
}

/** Reports the result for a stored item: it was erased, or it stays for the reason given. */
export type Settle = (kind: TraceKind, name: string, failure?: Remainder['reason'] | false) => void

/** The storage of a page besides cookies. */
export interface PageStorage {
  /** Erases every item whose name is forbidden, and reports each. Web storage is erased at once, databases and caches later. Never rejects. */
  erase(isForbidden: (name: string) => boolean, report: Settle): Promise<void>
}
