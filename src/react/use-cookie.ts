'use client'
import { useState } from 'react'
import { defineCookie, type CookieDefinition, type CookieOptions } from '../core/cookies/define-cookie.js'
import type { OutputOf, StandardSchema } from '../core/cookies/codec.js'
import type { ClientCookieName, PlainCookieName } from '../core/declaration/register.js'
import { nameOf, type CookieValue } from '../store/cookies.js'
import { useConsentContext } from './context.js'
import { createCells, type CookieCell, type CookieTuple } from './cookie-cell.js'
import { useExternal } from './use-external.js'

type Widen<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T
type OrUndefined<D> = undefined extends D ? undefined : never

/**
 * Reads and writes one cookie, as `useState` does with a value. Consent governs it: a write in a category that is not
 * granted stays in memory (`blocked: true`, `reason: 'consent'`) and reaches the browser at the grant.
 *
 * Takes a definition, a declared name, or a name with options. Options count at the first render. The setter is stable
 * and returns a `WriteResult`. A second definition of a declared name throws a `ConsentError`.
 *
 * @example
 * ```tsx
 * import { defineCookie, useCookie } from 'assent'
 *
 * const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
 *
 * export function ThemeSwitch() {
 *   const [value, setValue, { blocked }] = useCookie(theme)
 *   return (
 *     <button onClick={() => setValue(value === 'dark' ? 'light' : 'dark')}>
 *       {value} {blocked && '(until you leave)'}
 *     </button>
 *   )
 * }
 * ```
 */
export function useCookie<T>(definition: CookieDefinition<T, 'client', ClientCookieName>): CookieTuple<T>
export function useCookie<const Name extends ClientCookieName>(name: Name): CookieTuple<CookieValue<Name>>
export function useCookie(
  name: PlainCookieName,
  options: CookieOptions & { default?: undefined; values?: never; schema?: never; httpOnly?: never },
): CookieTuple<string | undefined>
export function useCookie<const V extends string | number | boolean, D extends V | undefined = undefined>(
  name: PlainCookieName,
  options: CookieOptions & { values: readonly V[]; default?: D; httpOnly?: never },
): CookieTuple<V | OrUndefined<D>>
export function useCookie<S extends StandardSchema, D extends OutputOf<S> | undefined = undefined>(
  name: PlainCookieName,
  options: CookieOptions & { schema: S; default?: D; httpOnly?: never },
): CookieTuple<OutputOf<S> | OrUndefined<D>>
export function useCookie<T>(
  name: PlainCookieName,
  options: CookieOptions & { default: T; values?: never; schema?: never; httpOnly?: never },
): CookieTuple<Widen<T>>
export function useCookie(source: CookieDefinition | string, options?: CookieOptions): unknown {
  const { once } = useConsentContext()
  const name = nameOf(source)
  const find = (): CookieCell =>
    once(createCells)(typeof source === 'string' && options ? defineCookie(name, options) : source)
  // By name, so that a definition made while rendering counts once, as options do.
  const [first, setFirst] = useState(() => ({ name, cell: find() }))
  let { cell } = first
  if (first.name !== name) setFirst({ name, cell: (cell = find()) })
  return useExternal(cell.subscribe, cell.getSnapshot, cell.getServerSnapshot)
}
