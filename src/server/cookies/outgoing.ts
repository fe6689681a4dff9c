import type { Consent } from '../../core/declaration/consent.js'
import { isOver } from '../../core/cookies/attributes.js'
import { byteLength, MAX_NAME_VALUE_BYTES } from '../../core/cookies/limits.js'
import { stringifySetCookie } from '../../core/cookies/stringify-set-cookie.js'
import { debug } from '../../core/debug.js'
import type { Place } from '../../core/cookies/deletion.js'
import { placeKey, placesOf } from '../../core/decision/places.js'
import { expire } from './expire.js'
import { attributesFor } from './attributes-for.js'
import type { SetOptions, SetResult } from './cookies.js'
import type { Incoming } from './incoming.js'

export interface OutgoingOptions {
  readonly consent: Consent | undefined
  readonly ungranted: 'refuse' | 'delete' | undefined
  isAllowed(this: void, name: string): boolean
  isSecure(this: void): boolean
  clock(this: void): number
}

/** The Set-Cookie lines of a reply: the latest line for each name and place. */
export interface Outgoing {
  put(this: void, name: string, wire: string, options: SetOptions): SetResult
  /**
   * Deletes a cookie in one place. Without a place it deletes wherever the declaration says that the cookie may be, and
   * where it was just set. Gives whether such a place exists: no browser holds a `__Host-` cookie on another path than
   * `/`, or a name with a semicolon.
   */
  remove(this: void, name: string, place?: Place, declared?: Place): boolean
  lines(this: void): string[]
  clear(this: void): void
}

export function createOutgoing(incoming: Incoming, options: OutgoingOptions): Outgoing {
  const { consent, ungranted, isAllowed, isSecure, clock } = options
  const pending = new Map<string, { readonly name: string; readonly place: Place; readonly line: string }>()
  const keep = (name: string, place: Place, line: string): void => {
    const key = `${name} ${placeKey(place)}`
    pending.delete(key) // so that the latest line comes last
    pending.set(key, { name, place, line })
  }
  const refusalOf = (
    name: string,
    wire: string,
    maxBytes: number,
  ): 'consent' | 'undeclared' | 'too-large' | undefined => {
    if (!isAllowed(name)) return consent?.categoryOf(name) === undefined ? 'undeclared' : 'consent'
    const size = byteLength(wire)
    return size > maxBytes || size + name.length > MAX_NAME_VALUE_BYTES ? 'too-large' : undefined
  }
  const remove: Outgoing['remove'] = (name, place, declared) => {
    const justSet = [...pending.values()].filter((entry) => entry.name === name).map((entry) => entry.place)
    const places = place ? [place] : [...(declared ? [declared] : placesOf(name, consent)), ...justSet]
    const deletions = places.flatMap((at) => {
      const line = expire(name, at, isSecure())
      return line === undefined ? [] : [{ place: at, line }]
    })
    for (const deletion of deletions) {
      keep(name, deletion.place, deletion.line)
      incoming.receive(name, deletion.place, undefined)
    }
    if (deletions.length && !place) incoming.forget(name) // the declaration says where it is
    return deletions.length > 0
  }
  return {
    put(name, wire, { maxBytes = MAX_NAME_VALUE_BYTES, wire: _, ...given }) {
      const attributes = attributesFor(name, given, isSecure())
      if (isOver(attributes, clock())) {
        remove(name, attributes) // a deletion needs no consent, but what browsers ask of one
        return { ok: true }
      }
      const line = stringifySetCookie(name, wire, attributes, {
        clock,
        encode: (text) => text,
        onFinding: ({ message }) => debug(`The cookie "${name}" is set, but not as written: ${message}`),
      })
      const reason = refusalOf(name, wire, maxBytes)
      if (reason) {
        debug(`The cookie "${name}" is not set: ${reason}.`)
        if (reason !== 'too-large' && ungranted === 'delete' && incoming.has(name)) remove(name)
        return { ok: false, reason }
      }
      keep(name, attributes, line)
      incoming.receive(name, attributes, wire)
      return { ok: true }
    },
    remove,
    lines: () => [...pending.values()].map(({ line }) => line),
    clear: () => pending.clear(),
  }
}
