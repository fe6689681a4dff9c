import { decodePythonValue, decodeValue } from '../../core/cookies/cookie-value.js'
import { parseCookie } from '../../core/cookies/parse-cookie.js'
import { cookieHeaderOf } from '../../core/decision/read-request.js'
import { cookieSourceOf, type RequestLike } from '../request.js'
import type { Wire } from './cookies.js'
import type { Place } from '../../core/cookies/deletion.js'
import { placeKey } from '../../core/decision/places.js'

/** The cookies of a request, updated by the Set-Cookie lines of its reply. */
export interface Incoming {
  has(this: void, name: string): boolean
  text(this: void, name: string): string | undefined
  /** The texts of the cookies whose names are wanted, as an object without prototype. */
  texts(this: void, isWanted: (name: string) => boolean): Readonly<Record<string, string>>
  names(this: void): string[]
  /** All values of a name, as they are on the wire. */
  wires(this: void, name: string): readonly string[]
  /**
   * Applies a line of the reply: from now on the browser holds this value in that place, or none. The request does not say
   * in which place its cookies are, so the line replaces them.
   */
  receive(this: void, name: string, place: Place, wire: string | undefined): void
  /** Removes a name from every place. */
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
      const found = Object.create(null) as Record<string, string> // so that "__proto__" is an ordinary name
      for (const [name, [text = '']] of wires) if (isWanted(name)) found[name] = decode(text)
      return found
    },
    names: () => [...wires.keys()],
    wires: (name) => wires.get(name) ?? [],
    receive(name, place, text) {
      if (!isSeen(place)) return // the browser does not send that place's cookies to this URL
      const key = placeKey(place)
      const held = (set.get(name) ?? []).filter((cookie) => cookie.key !== key)
      if (text !== undefined) held.push({ key, path: place.path ?? '/', text })
      held.sort((a, b) => b.path.length - a.path.length) // the longest path is sent first (RFC 6265bis §5.8.3)
      set.set(name, held)
      if (held.length)
        wires.set(
          name,
          held.map((cookie) => cookie.text),
        )
      else wires.delete(name)
    },
    forget(name) {
      set.delete(name)
      wires.delete(name)
    },
  }
}
