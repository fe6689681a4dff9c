import type { Consent } from '../../core/declaration/consent.js'
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
}

/** The Set-Cookie lines of a reply: one for each name and place, the last word of each. */
export interface Outgoing {
  put(this: void, name: string, wire: string, options: SetOptions): SetResult
  /**
   * Deletes in one place; or wherever the declaration says that the cookie may be, and where it was just set. Gives
   * whether there is such a place: no browser holds `__Host-` cookies below `/`, nor names with a semicolon.
   */
  remove(this: void, name: string, place?: Place, declared?: Place): boolean
  lines(this: void): string[]
  clear(this: void): void
}

export function createOutgoing(incoming: Incoming, options: OutgoingOptions): Outgoing {
  const { consent, ungranted, isAllowed, isSecure } = options
  const pending = new Map<string, { readonly name: string; readonly place: Place; readonly line: string }>()
  const keep = (name: string, place: Place, line: string): void => {
    const key = `${name} ${placeKey(place)}`
    pending.delete(key) // the last word comes last
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
    const justSet = [...pending.values()].filter((one) => one.name === name).map((one) => one.place)
    const places = place ? [place] : [...(declared ? [declared] : placesOf(name, consent)), ...justSet]
    const lines = places.flatMap((one) => {
      const line = expire(name, one, isSecure())
      return line === undefined ? [] : [{ place: one, line }]
    })
    for (const one of lines) keep(name, one.place, one.line)
    if (lines.length) incoming.replace(name, undefined)
    return lines.length > 0
  }
  return {
    put(name, wire, { maxBytes = MAX_NAME_VALUE_BYTES, wire: _, ...given }) {
      const attributes = attributesFor(name, given, isSecure())
      const line = stringifySetCookie(name, wire, attributes, {
        encode: (text) => text,
        onFinding: ({ message }) => debug(`The cookie "${name}" is set otherwise: ${message}`),
      })
      const reason = refusalOf(name, wire, maxBytes)
      if (reason) {
        debug(`The cookie "${name}" is not set: ${reason}.`)
        if (reason !== 'too-large' && ungranted === 'delete' && incoming.has(name)) remove(name)
        return { ok: false, reason }
      }
      keep(name, attributes, line)
      incoming.replace(name, wire)
      return { ok: true }
    },
    remove,
    lines: () => [...pending.values()].map(({ line }) => line),
    clear: () => pending.clear(),
  }
}
