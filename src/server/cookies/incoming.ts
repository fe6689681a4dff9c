import { decodePythonValue, decodeValue } from '../../core/cookies/cookie-value.js'
import { parseCookie } from '../../core/cookies/parse-cookie.js'
import { cookieHeaderOf } from '../../core/decision/read-request.js'
import { cookieSourceOf, type RequestLike } from '../request.js'
import type { Wire } from './cookies.js'
import type { Place } from '../../core/cookies/deletion.js'
import { placeKey } from '../../core/decision/places.js'

/** The cookies of a URL: what its request brought, until a line of the reply changes it. */
export interface Incoming {
  has(this: void, name: string): boolean
  text(this: void, name: string): string | undefined
  /** The texts of the cookies with such names, as an object without prototype. */
  texts(this: void, isWanted: (name: string) => boolean): Readonly<Record<string, string>>
  names(this: void): string[]
  /** All values of a name as they stand on the wire. */
  wires(this: void, name: string): readonly string[]
  /**
   * Takes a line of the reply: from now on the browser holds this value in that place, or none. What the request brought
   * stands where it is set or deleted, for no header tells.
   */
  receive(this: void, name: string, place: Place, wire: string | undefined): void
  /** Takes a name as deleted wherever it was. */
  forget(this: void, name: string): void
}

export function readIncoming(request: RequestLike, wire: Wire, isSeen: (place: Place) => boolean): Incoming {
  const decode = wire === 'python' ? decodePythonValue : decodeValue
  const others: [name: string, wire: string][] = []
  const first = parseCookie(cookieHeaderOf(cookieSourceOf(request)), {
    decode: (text) => text,
    onDuplicate: (...pair) => others.push(pair),
  })
  const wires = new Map(Object.entries(first).map(([name, text]) => [name, [text]]))
  const set = new Map<string, { readonly key: string; readonly path: string; readonly text: string }[]>()
  for (const [name, text] of others) wires.get(name)?.push(text)
  return {
    has: (name) => wires.has(name),
    text(name) {
      const [text] = wires.get(name) ?? []
      return text === undefined ? undefined : decode(text)
    },
    texts(isWanted) {
      const found = Object.create(null) as Record<string, string> // without a prototype every name is only a name
      for (const [name, [text = '']] of wires) if (isWanted(name)) found[name] = decode(text)
      return found
    },
    names: () => [...wires.keys()],
    wires: (name) => wires.get(name) ?? [],
    receive(name, place, text) {
      if (!isSeen(place)) return // another path or domain, which this URL is not sent
      const key = placeKey(place)
      const held = (set.get(name) ?? []).filter((one) => one.key !== key)
      if (text !== undefined) held.push({ key, path: place.path ?? '/', text })
      held.sort((a, b) => b.path.length - a.path.length) // the longest path is sent first (RFC 6265bis §5.8.3)
      set.set(name, held)
      if (held.length)
        wires.set(
          name,
          held.map((one) => one.text),
        )
      else wires.delete(name)
    },
    forget(name) {
      set.delete(name)
      wires.delete(name)
    },
  }
}
