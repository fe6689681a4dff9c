import type { CookieAttributes } from './attributes.js'
import { checkDefinition } from './check-definition.js'
import { isSameData } from '../json.js'
import type { Text } from '../words/text.js'
import { codecFor, type CodecSource, type OutputOf, type StandardSchema } from './codec.js'

/** Where a cookie may be read: `server` for HttpOnly, signed and sealed ones, which no page takes. */
export type CookieSide = 'client' | 'server'

/** What a policy page says of a cookie. */
export interface CookieInfo {
  /** Who sets it: `'Google'`. Default: this site. */
  provider?: Text | undefined
  purpose?: Text | undefined
  /** How long it lives, in words. Default: told from `maxAge`. */
  duration?: Text | undefined
}

export interface CookieOptions extends Omit<CookieAttributes, 'httpOnly'>, CookieInfo {
  /** The most bytes that the value may take on the wire. Default: what fits into 4096 with the name. */
  maxBytes?: number | undefined
}

/** One cookie: its name, how its text becomes a value, its default and its attributes. */
export interface CookieDefinition<T = unknown, Side extends CookieSide = CookieSide, Name extends string = string> {
  readonly name: Name
  readonly side: Side
  readonly default: T
  readonly options: Readonly<CookieOptions & Protection<boolean>>
  /** The value of a text; the default for no text and for bad text. Never throws. */
  decode(this: void, text: string | undefined): T
  encode(this: void, value: T): string
  equals(this: void, a: T, b: T): boolean
}

/** What makes a cookie one for servers. */
interface Protection<Hidden extends boolean> {
  /** Hidden from scripts. `useCookie` does not take it. */
  httpOnly?: Hidden | undefined
  /** Signed by the server, as Django does: nobody else can change it. HttpOnly, unless that is false. */
  signed?: Hidden | undefined
  /** Encrypted by the server: nobody else can read or change it. HttpOnly, unless that is false. */
  sealed?: Hidden | undefined
  /** Keeps what is signed or sealed for one purpose from counting for another. */
  salt?: string | undefined
}

type Widen<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T
/** `unknown`, or what no value fits where a bigint is in it: JSON has no word for one. */
export type NoBigint<T> = T extends bigint ? never : T extends object ? { [Key in keyof T]: NoBigint<T[Key]> } : T
type SideOf<Hidden> = true extends Hidden ? 'server' : 'client'
type OrUndefined<D> = undefined extends D ? undefined : never
type Shared<T, Hidden extends boolean> = CookieOptions &
  Protection<Hidden> & {
    /** When two values are the same. Default: when they are the same data, member by member. */
    equals?: (a: T, b: T) => boolean
  }

/**
 * Declares one cookie, for pages and servers alike. Its codec comes from `schema` (any Standard Schema validator), from
 * `values` (literals), or from the type of `default`: text, number (a finite decimal), boolean (`true`, `1`, `yes`,
 * without case, as Django writes them) or JSON. Bad text gives the default, and a default is never written.
 *
 * `maxAge` is in seconds, at most 400 days (RFC 6265bis §5.5). Throws a `ConsentError` for a name that is no token
 * (RFC 9110 §5.6.2), a bad attribute or a longer life; development builds only.
 *
 * @example
 * ```ts
 * import { days, defineCookie } from 'assent/core'
 *
 * export const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light', maxAge: days(365) })
 * export const visits = defineCookie('visits', { default: 0 })
 * ```
 */
export function defineCookie<const Name extends string, Hidden extends boolean = false>(
  name: Name,
  options?: Shared<string, Hidden> & { default?: undefined; values?: never; schema?: never },
): CookieDefinition<string | undefined, SideOf<Hidden>, Name>
// TypeScript explains a mistake by the last of these: that is the commonest one.
export function defineCookie<
  const Name extends string,
  const V extends string | number | boolean,
  D extends V | undefined = undefined,
  Hidden extends boolean = false,
>(
  name: Name,
  options: Shared<V, Hidden> & { values: readonly V[]; default?: D },
): CookieDefinition<V | OrUndefined<NoInfer<D>>, SideOf<Hidden>, Name>
export function defineCookie<
  const Name extends string,
  S extends StandardSchema,
  D extends OutputOf<S> | undefined = undefined,
  Hidden extends boolean = false,
>(
  name: Name,
  options: Shared<OutputOf<S>, Hidden> & { schema: S; default?: D },
): CookieDefinition<OutputOf<S> | OrUndefined<NoInfer<D>>, SideOf<Hidden>, Name>
export function defineCookie<const Name extends string, T, Hidden extends boolean = false>(
  name: Name,
  options: Shared<Widen<T>, Hidden> & { default: T & NoBigint<T>; values?: never; schema?: never },
): CookieDefinition<Widen<T>, SideOf<Hidden>, Name>
export function defineCookie(name: string, input: CodecSource & Shared<never, boolean> = {}): CookieDefinition {
  const { values, schema, equals, ...rest } = input
  const { default: initial, ...options } = rest
  if (process.env.NODE_ENV !== 'production') checkDefinition(name, input)
  const codec = codecFor(input)
  return {
    name,
    side: options.httpOnly || options.signed || options.sealed ? 'server' : 'client',
    default: initial,
    options,
    decode(text) {
      const value = text === undefined ? undefined : codec.decode(text)
      return value === undefined ? initial : value
    },
    encode: codec.encode,
    equals: (equals as CookieDefinition['equals'] | undefined) ?? isSameData,
  }
}

/**
 * Days as seconds, the unit of `maxAge`.
 *
 * @example
 * ```ts
 * import { days } from 'assent/core'
 *
 * days(7) // 604800
 * ```
 */
export function days(count: number): number {
  return count * 86_400
}

/** The definition of a preference: a cookie named `pref_` and its key, verbatim, for a year, of the type of its value. */
export function definePreference(
  key: string,
  value: unknown,
  declared: ReadonlyMap<string, CookieDefinition> | undefined,
): CookieDefinition {
  const name = `pref_${key}`
  return declared?.get(name) ?? defineCookie(name, { default: value, maxAge: days(365) })
}
