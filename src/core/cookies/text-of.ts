import { ConsentError } from '../errors.js'
import { isSameData } from '../json.js'
import type { Codec } from './codec.js'
import { toWellFormed } from './cookie-value.js'

/** A codec that tells whether a value has come back as it was. */
export interface ComparingCodec extends Codec<unknown> {
  equals(this: void, a: unknown, b: unknown): boolean
}

/**
 * The text in which a cookie keeps a value: for `useCookie`, the store and servers alike. Half a surrogate pair becomes
 * U+FFFD, as on the wire.
 *
 * Throws a `ConsentError` `invalid-value` for what would be read back as something else, or as nothing.
 *
 * @param codec - the definition, or how a value without one is kept
 */
export function textOf(name: string, value: unknown, codec: ComparingCodec): string {
  let read: unknown
  let problem: unknown
  try {
    const text: unknown = codec.encode(value) // JSON of a function is undefined
    if (typeof text === 'string' && value !== undefined) {
      read = codec.decode(text)
      if (codec.equals(read, value)) return toWellFormed(text)
    }
  } catch (error) {
    problem = error // JSON has no word for a cycle or a bigint, and says so by a TypeError
  }
  throw new ConsentError(
    'invalid-value',
    process.env.NODE_ENV !== 'production' &&
      `The value for ${name} is ${lossOf(value, read, problem)}, which would not be read back, so the next page would have another value. Give it what JSON can hold, or one of the cookie's values; a schema can make other objects of its text. undefined removes a cookie on a page, delete() on a server.`,
  )
}

/** What of a value would be lost, for the help of an error. */
function lossOf(value: unknown, read: unknown, problem: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? `${value}n` : String(value)
  if (problem) return `a value without JSON (${problem instanceof Error ? problem.message : 'it throws'})`
  const [key] =
    Object.entries(value).find(
      ([name, held]) => !isSameData(held, (Object(read) as Readonly<Record<string, unknown>>)[name]),
    ) ?? []
  return key === undefined ? 'an object of another kind' : `an object whose member ${JSON.stringify(key)} has no JSON`
}
