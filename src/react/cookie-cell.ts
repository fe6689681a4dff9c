import type { CookieDefinition } from '../core/cookies/define-cookie.js'
import type { RemoveOptions, WriteFailure, WriteResult } from '../core/cookies/jar.js'
import { textOf } from '../core/cookies/text-of.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import { governedCookiesOf } from '../store/cookies.js'

/** Sets a cookie to a value, or to what a function makes of the current one; `undefined` removes it. */
export type SetCookieValue<T> = (value: T | ((current: T) => T)) => WriteResult

export interface CookieStatus {
  /** Removes the cookie: its value is the default again. */
  readonly remove: () => WriteResult
  /** Whether the browser holds this value. */
  readonly persisted: boolean
  /** Whether consent keeps the value in memory. */
  readonly blocked: boolean
  /** Why the value is in memory only. */
  readonly reason: WriteFailure | undefined
}

export type CookieTuple<T> = readonly [value: T, setValue: SetCookieValue<T>, status: CookieStatus]

/** One cookie of one store as an external store for React: the tuple stays the same until something in it changes. */
export interface CookieCell<T> {
  subscribe(this: void, listener: () => void): () => void
  getSnapshot(this: void): CookieTuple<T>
  getServerSnapshot(this: void): CookieTuple<T>
}

const cells = new WeakMap<ConsentStore, WeakMap<CookieDefinition, CookieCell<unknown>>>()

/** The cell of a definition, made once a store: components that read the same cookie share its decoded value. */
export function cellOf(store: ConsentStore, definition: CookieDefinition): CookieCell<unknown> {
  let own = cells.get(store)
  if (!own) cells.set(store, (own = new WeakMap<CookieDefinition, CookieCell<unknown>>()))
  let cell = own.get(definition)
  if (!cell) own.set(definition, (cell = createCookieCell(store, definition)))
  return cell
}

function createCookieCell<T>(store: ConsentStore, definition: CookieDefinition<T>): CookieCell<T> {
  const cookies = governedCookiesOf(store)
  const { name, options } = definition
  const { domain, path, partitioned } = options
  const place: RemoveOptions = { domain, path, partitioned }
  let tuple: CookieTuple<T> | undefined
  let text: string | undefined
  let serverTuple: CookieTuple<T> | undefined

  const sent = (): string | undefined => {
    const { cookies: texts = {} } = store.snapshot ?? {}
    return Object.hasOwn(texts, name) ? texts[name] : undefined
  }
  const remove = (): WriteResult => cookies.remove(name, place)
  const set: SetCookieValue<T> = (value) => {
    // A cookie's value is data, so a function is always an updater.
    const next = typeof value === 'function' ? (value as (current: T) => T)(getSnapshot()[0]) : value
    if (next === undefined) return remove()
    return cookies.write(name, textOf(name, next, definition), options)
  }
  const make = (value: T, held: string | undefined, reason?: WriteFailure): CookieTuple<T> => [
    value,
    set,
    {
      remove,
      persisted: held !== undefined && !reason,
      blocked: reason === 'consent' || reason === 'undeclared',
      reason,
    },
  ]
  const getSnapshot = (): CookieTuple<T> => {
    const { text: held, reason } = cookies.read(name)
    if (tuple && held === text && reason === tuple[2].reason) return tuple
    // Hydration changes nothing where the browser holds what the server was sent.
    if (!tuple && serverTuple && held === sent() && !reason) {
      text = held
      return (tuple = serverTuple)
    }
    const value = definition.decode(held)
    text = held
    return (tuple = make(tuple && definition.equals(tuple[0], value) ? tuple[0] : value, held, reason))
  }
  return {
    subscribe: (listener) => cookies.subscribe(name, listener),
    getSnapshot,
    getServerSnapshot: () => (serverTuple ??= make(definition.decode(sent()), sent())),
  }
}
