import type { WriteResult } from '../core/cookies/jar.js'
import type { ConsentContextValue } from './context.js'
import {
  createConsentCookies,
  definitionOf,
  nameOf,
  type CookieRef,
  type CookieState,
  type UntypedCookies,
} from '../store/cookies.js'
import type { External } from './use-external.js'

/** Sets a cookie to a value, or to what a function makes of the current one; `undefined` removes it. */
export type SetCookieValue<T> = (value: T | ((current: T) => T)) => WriteResult

/** Where the value is, and what removes it. */
export interface CookieStatus extends CookieState {
  /** Removes the cookie: its value is the default again. */
  readonly remove: () => WriteResult
}

export type CookieTuple<T> = readonly [value: T, setValue: SetCookieValue<T>, status: CookieStatus]

/** One cookie of one root as React reads it: the tuple stays the same until something in it changes. */
export type CookieCell = External<CookieTuple<unknown>>

/** Makes the cells of a root, one for each cookie: components that read the same cookie share its value. */
export function createCells(context: ConsentContextValue): (cookie: CookieRef) => CookieCell {
  const named = new Map<string, CookieCell>()
  const defined = new WeakMap<object, CookieCell>()
  return (cookie) => {
    const cell = (typeof cookie === 'string' ? named.get(cookie) : defined.get(cookie)) ?? createCell(context, cookie)
    if (typeof cookie === 'string') named.set(cookie, cell)
    else defined.set(cookie, cell)
    return cell
  }
}

function createCell({ store, snapshot }: ConsentContextValue, cookie: CookieRef): CookieCell {
  const { consent, once } = store
  const cookies: UntypedCookies = once(createConsentCookies)
  const name = nameOf(cookie)
  const definition = definitionOf(cookie, consent)
  let tuple: CookieTuple<unknown> | undefined
  let sent: CookieTuple<unknown> | undefined

  const remove = (): WriteResult => cookies.remove(cookie)
  const set: SetCookieValue<unknown> = (value) =>
    // A cookie's value is data, so a function is always an updater.
    cookies.set(cookie, typeof value === 'function' ? (value as (current: unknown) => unknown)(read()[0]) : value)
  const read = (): CookieTuple<unknown> => {
    const value = cookies.get(cookie)
    const status = cookies.statusOf(cookie)
    const isSame = (known: CookieTuple<unknown> | undefined): boolean =>
      !!known &&
      known[2].persisted === status.persisted &&
      known[2].reason === status.reason &&
      definition.equals(known[0], value)
    // Hydration changes nothing where the browser holds what the server was sent.
    return (tuple = [tuple, sent].find(isSame) ?? [value, set, { remove, ...status }])
  }
  return {
    subscribe: (listener) => cookies.subscribe(cookie, listener),
    getSnapshot: read,
    getServerSnapshot() {
      const { cookies: texts = {} } = snapshot ?? {}
      const text = Object.hasOwn(texts, name) ? texts[name] : undefined
      return (sent ??= [
        definition.decode(text),
        set,
        { remove, persisted: text !== undefined, blocked: false, reason: undefined },
      ])
    },
  }
}
