import {
  checkWrite,
  type RemoveOptions,
  type WriteFailure,
  type WriteOptions,
  type WriteResult,
} from '../core/cookies/jar.js'
import { debug } from '../core/debug.js'
import type { ConsentStore } from './create-consent-store.js'

/** A write that did not reach the browser. */
interface Pending {
  readonly text: string
  readonly options: WriteOptions
  readonly reason: WriteFailure
}

/** The jar, as far as consent lets it be written: what is refused stays in memory until it is granted. */
export interface GovernedCookies {
  /** The text of a cookie, and why it is only in memory, where it is. */
  read(this: void, name: string): { readonly text: string | undefined; readonly reason?: WriteFailure }
  write(this: void, name: string, text: string, options: WriteOptions): WriteResult
  remove(this: void, name: string, options: RemoveOptions): WriteResult
  /** Calls back when what `read` gives for this name may have changed. */
  subscribe(this: void, name: string, listener: () => void): () => void
}

const governed = new WeakMap<ConsentStore, GovernedCookies>()

/** The governed cookies of a store: one for all who read them. */
export function governedCookiesOf(store: ConsentStore): GovernedCookies {
  let cookies = governed.get(store)
  if (!cookies) governed.set(store, (cookies = createGovernedCookies(store)))
  return cookies
}

function createGovernedCookies({ consent, jar, getState, subscribe }: ConsentStore): GovernedCookies {
  const pending = new Map<string, Pending>()
  const listeners = new Map<string, Set<() => void>>()
  let texts: Readonly<Record<string, string>> | undefined
  let stop: (() => void) | undefined

  const isAllowed = (name: string): boolean => consent.isCookieAllowed(name, getState().grant)
  const notify = (names: Iterable<string>): void => {
    texts = undefined
    for (const name of names) for (const listener of [...(listeners.get(name) ?? [])]) listener()
  }
  const write: GovernedCookies['write'] = (name, text, options) => {
    const refusal = isAllowed(name)
      ? undefined
      : (checkWrite(name, text, options) ?? (consent.categoryOf(name) ? 'consent' : 'undeclared'))
    if (process.env.NODE_ENV !== 'production' && refusal === 'undeclared' && !pending.has(name))
      debug(`The cookie "${name}" is in no category, so nobody can allow it, and it stays in memory. Declare it.`)
    const result: WriteResult = refusal ? { ok: false, reason: refusal } : jar.set(name, text, options)
    if (result.ok) pending.delete(name)
    else if (result.reason !== 'too-large' && result.reason !== 'invalid-attribute')
      pending.set(name, { text, options, reason: result.reason })
    notify([name])
    return result
  }
  // In the tick of the grant. What a refusal keeps back stays in memory until the page ends.
  subscribe(({ grant }, before) => {
    if (grant !== before.grant)
      for (const [name, { text, options }] of [...pending])
        if (isAllowed(name)) {
          pending.delete(name) // what the browser will not have is as it was: not there
          write(name, text, options)
        }
  })
  return {
    read(name) {
      if (!texts) {
        // A page of components needs one read of the browser, as long as no other task has run.
        texts = jar.getAll()
        queueMicrotask(() => (texts = undefined))
      }
      return pending.get(name) ?? { text: texts[name] }
    },
    write,
    remove(name, options) {
      pending.delete(name)
      const result = jar.remove(name, options)
      notify([name])
      return result
    },
    subscribe(name, listener) {
      if (!stop) {
        texts = undefined // what has changed since it was read, nobody has told
        stop = jar.subscribe((names) => {
          // A newer value of others counts, where ours never got there.
          for (const one of names) if (pending.get(one)?.reason === 'rejected') pending.delete(one)
          notify(names)
        })
      }
      const own = listeners.get(name) ?? new Set()
      listeners.set(name, own.add(listener))
      return () => {
        if (own.delete(listener) && !own.size && listeners.delete(name) && !listeners.size) {
          stop?.()
          stop = undefined
        }
      }
    },
  }
}
