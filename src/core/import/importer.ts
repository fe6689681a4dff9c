import type { CategoryId } from '../declaration/register.js'
import { jsonObject } from '../json.js'

/**
 * Maps categories to another tool's names. A category is granted if all of its names were granted there. A category
 * without names is never granted. In a map by service, each service is granted if all of its names were.
 */
export type ImportMap<Id extends string = CategoryId> = Readonly<
  Partial<Record<Id, readonly string[] | Readonly<Record<string, readonly string[]>>>>
>

export interface ImportOptions {
  /** The cookie or key of localStorage that holds the tool's choice. Default: the tool's own name. */
  name?: string | undefined
  /** Whether the tool's choice stays after the import. A kept choice comes back after `reset()`. Default: false. */
  keep?: boolean | undefined
}

/** A choice as another tool stores it. */
export interface StoredChoice {
  /** The text, decoded as {@link decodeValue} does. */
  readonly text: string
  /** The text as it is in the cookie or the storage. */
  readonly wire: string
  /** Gives the decoded text of another cookie. */
  cookie(this: void, name: string): string | undefined
}

/** A choice that was made in another tool, in the names of that tool. */
export interface ImportedChoice {
  /** The granted names. An empty list is a refusal. */
  readonly granted: readonly string[]
  /** The time of the choice, as text or in milliseconds. Left out if the tool does not store it. An invalid time makes the choice invalid. */
  readonly timestamp?: unknown
  /** The time when the tool's choice expires, in milliseconds. */
  readonly expires?: unknown
  /** The id of the choice in the tool's log. */
  readonly id?: unknown
  readonly language?: unknown
}

/** Reads the choice of another tool. Each module of `assent/import` makes the importer of one tool. */
export interface Importer {
  readonly map: ImportMap<string>
  /** Cookies that may hold the choice, the most important first. */
  readonly cookies: readonly string[]
  /** Keys of localStorage that may hold the choice if no cookie does. */
  readonly storage?: readonly string[] | undefined
  /** Further cookies and keys of the tool, which are erased with the choice. */
  readonly leftovers?: readonly string[] | undefined
  readonly keep?: boolean | undefined
  /** Reads a stored text. Gives `undefined` if it is not a choice. It never throws. */
  read(this: void, stored: StoredChoice): ImportedChoice | undefined
}

/** Makes the map and the reader of a tool that asks one question. A yes grants these categories. */
export function readAnswer(
  categories: readonly CategoryId[],
  { yes, no }: { yes: string; no: string },
): Pick<Importer, 'map' | 'read'> {
  return {
    map: Object.fromEntries(categories.map((id) => [id, [yes]])) satisfies ImportMap<string>,
    read: ({ text }) => (text === yes || text === no ? { granted: text === yes ? [yes] : [] } : undefined),
  }
}

/** Reads a JSON object of booleans. The names with `true` are granted. */
export function readSwitches(text: string): ImportedChoice | undefined {
  const switches = Object.entries(jsonObject(text))
  if (!switches.length || !switches.every(([, value]) => typeof value === 'boolean')) return
  return { granted: switches.filter(([, value]) => value).map(([name]) => name) }
}

/** Gives the oldest of several times, in milliseconds; `undefined` if there are none, `NaN` if one is invalid. */
export function oldest(times: readonly (string | number | undefined)[]): number | undefined {
  return times.length ? Math.min(...times.map((time) => new Date(time ?? NaN).getTime())) : undefined
}
