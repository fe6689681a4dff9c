import type { Consent } from '../../core/declaration/consent.js'
import { toBytes } from '../../core/cookies/header-bytes.js'
import { isOver } from '../../core/cookies/attributes.js'
import { byteLength, MAX_NAME_VALUE_BYTES } from '../../core/cookies/limits.js'
import { stringifySetCookie } from '../../core/cookies/stringify-set-cookie.js'
import { debug } from '../../core/debug.js'
import type { Place } from '../../core/cookies/deletion.js'
import { placeKey, placesOf } from '../../core/decision/places.js'
import { expire } from './expire.js'
import { reportLeft, roomBeside } from './reply-room.js'
import { attributesFor } from './attributes-for.js'
import type { DeletedNames, SetOptions, SetResult } from './cookies.js'
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
  /** Deletes cookies as long as their lines fit into the reply. Gives the names that it deletes, and those that are left. */
  removeAll(this: void, names: readonly string[], place?: Place): DeletedNames
  lines(this: void): string[]
  clear(this: void): void
}

interface Deletion {
  readonly place: Place
  readonly line: string
}

interface Line extends Deletion {
  readonly at: number
}

export function createOutgoing(incoming: Incoming, options: OutgoingOptions): Outgoing {
  const { consent, ungranted, isAllowed, isSecure, clock } = options
  const pending = new Map<string, Map<string, Line>>() // by name, then by place
  let kept = 0
  const keep = (name: string, { place, line }: Deletion): void => {
    const known = pending.get(name) ?? new Map<string, Line>()
    pending.set(name, known.set(placeKey(place), { place, line, at: kept++ }))
  }
  const lines = (): string[] =>
    [...pending.values()]
      .flatMap((places) => [...places.values()])
      .sort((a, b) => a.at - b.at) // the latest line comes last
      .map(({ line }) => line)
  const refusalOf = (
    name: string,
    wire: string,
    maxBytes: number,
  ): 'consent' | 'undeclared' | 'too-large' | undefined => {
    if (!isAllowed(name)) return consent?.categoryOf(name) === undefined ? 'undeclared' : 'consent'
    const size = byteLength(wire)
    return size > maxBytes || size + name.length > MAX_NAME_VALUE_BYTES ? 'too-large' : undefined
  }
  const deletionsOf = (name: string, place?: Place, declared?: Place): Deletion[] => {
    const justSet = [...(pending.get(name)?.values() ?? [])].map((entry) => entry.place)
    const places = place ? [place] : [...(declared ? [declared] : placesOf(name, consent)), ...justSet]
    return places.flatMap((at) => {
      const line = expire(name, at, isSecure())
      return line === undefined ? [] : [{ place: at, line }]
    })
  }
  const apply = (name: string, deletions: readonly Deletion[], isEverywhere: boolean): boolean => {
    for (const deletion of deletions) {
      keep(name, deletion)
      incoming.receive(name, deletion.place, undefined)
    }
    if (deletions.length && isEverywhere) incoming.forget(name) // the declaration says where it is
    return deletions.length > 0
  }
  const remove: Outgoing['remove'] = (name, place, declared) =>
    apply(name, deletionsOf(name, place, declared), place === undefined)
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
      keep(name, { place: attributes, line })
      incoming.receive(name, attributes, wire)
      return { ok: true }
    },
    remove,
    removeAll(names, place) {
      const fits = roomBeside(lines().map(toBytes))
      const left: string[] = []
      const deleted = names.filter((name) => {
        const deletions = deletionsOf(name, place)
        if (fits(deletions.map(({ line }) => toBytes(line)))) return apply(name, deletions, place === undefined)
        left.push(name)
        return false
      })
      if (left.length) reportLeft(left)
      return Object.defineProperty(deleted, 'left', { value: left }) as readonly string[] as DeletedNames // has it now
    },
    lines,
    clear: () => pending.clear(),
  }
}
