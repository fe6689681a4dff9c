/** Where a page keeps something, by the platform's own name. */
export type TraceKind = 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'caches'

/** Something that a page keeps: a cookie, a key of web storage, a database or a cache. */
export interface Trace {
  readonly kind: TraceKind
  readonly name: string
}

/** Something that could not be erased: `http-only` cookies are left to the endpoint's reply, the browser `rejected` the others. */
export interface Remainder extends Trace {
  readonly reason: 'http-only' | 'rejected'
}

/** What was erased, and what could not be. */
export interface Erased {
  readonly gone: readonly Trace[]
  readonly left: readonly Remainder[]
}

/** Takes what became of a trace: it went, unless there is a reason why not. */
export type Settle = (kind: TraceKind, name: string, failure?: Remainder['reason'] | false) => void

/** What a page keeps besides cookies. */
export interface PageStorage {
  /** Erases all that has such a name: keys of web storage at once, databases and caches soon. Never rejects. */
  erase(isForbidden: (name: string) => boolean, settle: Settle): Promise<void>
}
