import { notify } from '../core/call.js'
import { givenIn } from '../core/cookies/attributes.js'
import type { CookieDefinition } from '../core/cookies/define-cookie.js'
import {
  checkWrite,
  type RemoveOptions,
  type WriteFailure,
  type WriteOptions,
  type WriteResult,
} from '../core/cookies/jar.js'
import type { Consent } from '../core/declaration/consent.js'
import type { ClientCookieName, DefinitionOf, RegisteredConsent } from '../core/declaration/register.js'
import type { WiredStore } from './wired-store.js'
import { textOf } from '../core/cookies/text-of.js'
import { warn } from '../core/debug.js'
import { ConsentError } from '../core/errors.js'

/** Where the value of a cookie is. */
export interface CookieState {
  /** Whether the browser holds this value. */
  readonly persisted: boolean
  /** Whether consent keeps the value in memory. */
  readonly blocked: boolean
  /** Why the value is only in memory. */
  readonly reason: WriteFailure | undefined
}

/** The value of a cookie by its name: that of the declared definition, else its text. */
export type CookieValue<Name extends string, C extends Consent = RegisteredConsent> = [DefinitionOf<Name, C>] extends [
  never,
]
  ? string | undefined
  : ReturnType<DefinitionOf<Name, C>['decode']>

/** The definition or the name of a cookie that a page may read. */
export type CookieRef = CookieDefinition | string

/**
 * The cookies of a page, governed by consent: a write that is not granted stays in memory and reaches the browser with
 * the grant. Both the declared definition and its name stand for a declared cookie. Another definition of a declared name
 * throws a {@link ConsentError} `conflicting-definition`.
 */
export interface ConsentCookies<C extends Consent = Consent> {
  /** The value, or the default of the definition. */
  get<T>(this: void, definition: CookieDefinition<T, 'client', ClientCookieName<C>>): T
  get<const Name extends ClientCookieName<C>>(this: void, name: Name): CookieValue<Name, C>
  /** Writes a value; `undefined` removes the cookie. Throws a {@link ConsentError} for a value that would not be read back. */
  set<T>(
    this: void,
    definition: CookieDefinition<T, 'client', ClientCookieName<C>>,
    value: T,
    options?: WriteOptions,
  ): WriteResult
  set<const Name extends ClientCookieName<C>>(
    this: void,
    name: Name,
    value: CookieValue<Name, C>,
    options?: WriteOptions,
  ): WriteResult
  /** Removes the cookie, on the domain and path of its definition. */
  remove(this: void, cookie: CookieRef, options?: RemoveOptions): WriteResult
  /** Where the value is: in the browser, or only in memory, and why. */
  statusOf(this: void, cookie: CookieRef): CookieState
  /** Calls back when what `get` or `statusOf` gives for this cookie may have changed. */
  subscribe(this: void, cookie: CookieRef, listener: () => void): () => void
}

/** The cookies for those who name them at run time, as hooks do. */
export interface UntypedCookies extends Pick<ConsentCookies, 'remove' | 'statusOf' | 'subscribe'> {
  get(this: void, cookie: CookieRef): unknown
  set(this: void, cookie: CookieRef, value: unknown, options?: WriteOptions): WriteResult
}

/** A write that did not reach the browser. */
interface Pending {
  readonly text: string
  readonly options: WriteOptions
  readonly reason: WriteFailure
}

/** The cookies of a store: `store.once(createConsentCookies)`. The first to follow the grant are the first to hear of it. */
export function createConsentCookies({ consent, jar, getState, onChange, reportUncaught }: WiredStore): ConsentCookies {
  const pending = new Map<string, Pending>()
  const listeners = new Map<string, Set<() => void>>()
  const decoded = new WeakMap<CookieCodec, { readonly text: string | undefined; readonly value: unknown }>()
  let texts: Readonly<Record<string, string>> | undefined
  let stop: (() => void) | undefined

  const isAllowed = (name: string): boolean => consent.isCookieAllowed(name, getState().grant)
  const tell = (names: Iterable<string>): void => {
    texts = undefined
    for (const name of names) notify(reportUncaught, listeners.get(name) ?? [])
  }
  const heldText = (name: string): string | undefined => {
    if (!texts) {
      // A page of components needs one read of the browser, as long as no other task has run.
      texts = jar.getAll()
      queueMicrotask(() => (texts = undefined))
    }
    return (pending.get(name) ?? { text: texts[name] }).text
  }
  const get = (cookie: CookieRef): unknown => {
    const definition = definitionOf(cookie, consent)
    const text = heldText(nameOf(cookie))
    const known = decoded.get(definition)
    if (known && known.text === text) return known.value
    const read = definition.decode(text)
    const value = known && definition.equals(known.value, read) ? known.value : read
    decoded.set(definition, { text, value })
    return value
  }
  const write = (name: string, text: string, options: WriteOptions): WriteResult => {
    const refusal = isAllowed(name)
      ? undefined
      : (checkWrite(name, text, options) ?? (consent.categoryOf(name) ? 'consent' : 'undeclared'))
    if (process.env.NODE_ENV !== 'production' && refusal === 'undeclared' && !pending.has(name))
      warn(`The cookie "${name}" is in no category, so nobody can allow it, and it stays in memory. Declare it.`)
    const result: WriteResult = refusal
      ? { ok: false, reason: refusal }
      : jar.set(name, text, { ...options, clearOthers: true })
    if (result.ok) pending.delete(name)
    else if (result.reason !== 'too-large' && result.reason !== 'invalid-attribute')
      pending.set(name, { text, options, reason: result.reason })
    tell([name])
    return result
  }
  const remove = (cookie: CookieRef, options?: RemoveOptions): WriteResult => {
    const name = nameOf(cookie)
    const { domain, path, partitioned } = definitionOf(cookie, consent).options
    pending.delete(name)
    const result = jar.remove(name, { domain, path, partitioned, ...givenIn(options) })
    tell([name])
    return result
  }
  const cookies: UntypedCookies = {
    get,
    set(cookie, value, options) {
      if (value === undefined) return remove(cookie, options)
      const definition = definitionOf(cookie, consent)
      const text = textOf(nameOf(cookie), value, definition)
      return write(nameOf(cookie), text, { ...definition.options, ...givenIn(options) })
    },
    remove,
    statusOf(cookie) {
      const name = nameOf(cookie)
      const reason = pending.get(name)?.reason
      return {
        persisted: !reason && heldText(name) !== undefined,
        blocked: reason === 'consent' || reason === 'undeclared',
        reason,
      }
    },
    subscribe(cookie, listener) {
      const name = nameOf(cookie)
      if (!stop) {
        texts = undefined // nobody has told what has changed since it was read
        stop = jar.subscribe((names) => {
          // A newer value of others counts, where ours never got there.
          for (const one of names) {
            const reason = pending.get(one)?.reason
            if (reason === 'rejected' || reason === 'shadowed') pending.delete(one)
          }
          tell(names)
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
  onChange(() => {
    for (const [name, { text, options }] of [...pending])
      if (isAllowed(name)) {
        pending.delete(name) // what the browser rejects is as it was: not there
        write(name, text, options)
      }
  })
  return cookies as ConsentCookies // what a definition reads and writes is of its type
}

export function nameOf(cookie: CookieRef): string {
  return typeof cookie === 'string' ? cookie : cookie.name
}

/** How a cookie is read and written. */
type CookieCodec = Pick<CookieDefinition, 'decode' | 'encode' | 'equals' | 'options'>

/** The codec of a name without a definition: its value is its text. */
const TEXT: CookieCodec = { encode: String, decode: (text) => text, equals: Object.is, options: {} }

/** The definition that counts for a cookie: the declared one, or the one that is given; that of a text for other names. */
export function definitionOf(cookie: CookieRef, { definitions }: Pick<Consent, 'definitions'>): CookieCodec {
  const declared = definitions.get(nameOf(cookie))
  if (typeof cookie === 'string') return declared ?? TEXT
  if (declared && declared !== cookie)
    throw new ConsentError(
      'conflicting-definition',
      process.env.NODE_ENV !== 'production' &&
        `Another definition of the cookie "${cookie.name}" is used than the one in defineConsent. Two codecs would misread each other's text. Pass the declared definition, or the name alone.`,
    )
  return cookie
}
