'use client'
import { useState } from 'react'
import { definePreference } from '../core/cookies/define-cookie.js'
import type { WriteResult } from '../core/cookies/jar.js'
import { useConsentContext, type ConsentContextValue } from './context.js'
import { createCells, type CookieTuple } from './cookie-cell.js'
import { useExternal, type External } from './use-external.js'

type Widen<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T

/** Preferences as the type of their defaults: `'light'` is any text, `20` any number. */
export type Preferences<T> = { readonly [Key in keyof T]: Widen<T[Key]> }

/** What became of each key that was written. */
export type PreferenceResults<T> = { readonly [Key in keyof T]?: WriteResult }

/** Writes what it is given, key by key, and only what changes. */
export type SetPreferences<T> = (
  changes: Partial<Preferences<T>> | ((current: Preferences<T>) => Partial<Preferences<T>>),
) => PreferenceResults<T>

export interface PreferencesStatus {
  /** Removes every one of these cookies: the defaults count again. */
  readonly reset: () => void
  /** Whether the browser holds every value that is not a default. */
  readonly persisted: boolean
  /** Whether consent keeps any of them in memory. */
  readonly blocked: boolean
}

/**
 * Reads and writes preferences, each in a cookie of its own named `pref_` and the key, for a year, `SameSite=Lax`.
 * A key's type is that of its default. The defaults count at the first render. Keys go verbatim: `pref_itemsPerPage`.
 *
 * @example
 * ```tsx
 * import { usePreferences } from 'assent'
 *
 * export function Density() {
 *   const [prefs, setPrefs] = usePreferences({ compact: false, itemsPerPage: 20 })
 *   return <button onClick={() => setPrefs({ compact: !prefs.compact })}>{prefs.itemsPerPage} items</button>
 * }
 * ```
 */
export function usePreferences<T extends Readonly<Record<string, unknown>>>(
  defaults: T,
): readonly [preferences: Preferences<T>, setPreferences: SetPreferences<T>, status: PreferencesStatus] {
  const context = useConsentContext()
  const [group] = useState(() => createGroup(context, defaults))
  const tuple = useExternal(group.subscribe, group.getSnapshot, group.getServerSnapshot)
  // The group holds values of the defaults' keys, each decoded by a codec made from that default.
  return tuple as unknown as readonly [Preferences<T>, SetPreferences<T>, PreferencesStatus]
}

type Values = Record<string, unknown>
type Group = readonly [
  values: Values,
  set: (changes: Values | ((current: Values) => Values)) => Record<string, WriteResult>,
  status: PreferencesStatus,
]

/** A group with the tuples that it was made of. */
interface Known {
  readonly tuples: readonly CookieTuple<unknown>[]
  readonly group: Group
}

function createGroup({ store, once }: ConsentContextValue, defaults: Readonly<Values>): External<Group> {
  const cells = Object.entries(defaults).map(([key, value]) => {
    const definition = definePreference(key, value, store.consent.definitions)
    return [key, once(createCells)(definition), definition] as const
  })
  const set: Group[1] = (changes) => {
    const current = getSnapshot()[0]
    const next = typeof changes === 'function' ? changes(current) : changes
    const results: Record<string, WriteResult> = {}
    const mistakes: unknown[] = []
    for (const [key, cell, { equals }] of cells)
      try {
        if (Object.hasOwn(next, key) && !equals(next[key], current[key]))
          results[key] = cell.getSnapshot()[1](next[key])
      } catch (error) {
        mistakes.push(error) // a value that its codec refuses takes no other key with it
      }
    if (mistakes.length) throw mistakes[0]
    return results
  }
  const reset = (): void => {
    for (const [, cell] of cells) cell.getSnapshot()[2].remove()
  }
  const know = (tuples: readonly CookieTuple<unknown>[]): Known => {
    const values = Object.fromEntries(cells.map(([key], i) => [key, tuples[i]?.[0]]))
    const statuses = tuples.map((tuple) => tuple[2])
    const status: PreferencesStatus = {
      reset,
      persisted: statuses.every(({ reason }) => !reason),
      blocked: statuses.some(({ blocked }) => blocked),
    }
    return { tuples, group: [values, set, status] }
  }
  let sent: Known | undefined
  let last: Known | undefined
  const getSnapshot = (): Group => {
    const tuples = cells.map(([, cell]) => cell.getSnapshot())
    // What the server sent is the page's, too, while nothing has changed.
    const known = [last, sent].find((one) => one?.tuples.every((tuple, i) => tuple === tuples[i]))
    return (last = known ?? know(tuples)).group
  }
  return {
    subscribe(listener) {
      const stops = cells.map(([, cell]) => cell.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    getSnapshot,
    getServerSnapshot: () => (sent ??= know(cells.map(([, cell]) => cell.getServerSnapshot()))).group,
  }
}
