import { decodePythonValue, decodeValue } from '../../core/cookies/cookie-value.js'
import { parseCookie } from '../../core/cookies/parse-cookie.js'
import { cookieHeaderOf } from '../../core/decision/read-request.js'
import { cookieSourceOf, type RequestLike } from '../request.js'
import type { Wire } from './cookies.js'

/** The cookies that a request brought, as far as they were not set or deleted since. */
export interface Incoming {
  has(this: void, name: string): boolean
  text(this: void, name: string): string | undefined
  /** The texts of the cookies with such names, as an object without prototype. */
  texts(this: void, isWanted: (name: string) => boolean): Readonly<Record<string, string>>
  names(this: void): string[]
  /** All values of a name as they stand on the wire. */
  wires(this: void, name: string): readonly string[]
  /** What the reply is to set counts from now on; `undefined` where it deletes. */
  replace(this: void, name: string, wire: string | undefined): void
}

export function readIncoming(request: RequestLike, wire: Wire): Incoming {
  const decode = wire === 'python' ? decodePythonValue : decodeValue
  const others: [name: string, wire: string][] = []
  const first = parseCookie(cookieHeaderOf(cookieSourceOf(request)), {
    decode: (text) => text,
    onDuplicate: (...pair) => others.push(pair),
  })
  const wires = new Map(Object.entries(first).map(([name, text]) => [name, [text]]))
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
    replace(name, text) {
      if (text === undefined) wires.delete(name)
      else wires.set(name, [text])
    },
  }
}
