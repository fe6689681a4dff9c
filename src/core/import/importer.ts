import type { CategoryId } from '../declaration/register.js'
import { jsonObject } from '../json.js'

/**
 * What another tool's names mean here. A category is granted where all of its names were given; none, and it is not.
 * By service, it is granted for the services whose names were given.
 */
export type ImportMap<Id extends string = CategoryId> = Readonly<
  Partial<Record<Id, readonly string[] | Readonly<Record<string, readonly string[]>>>>
>

export interface ImportOptions {
  /** The cookie, or key of localStorage, in which the tool keeps the choice. Default: the tool's own. */
  name?: string | undefined
  /** Leaves it there. Then it comes back after `reset()`. Default: false, it is erased once it is taken over. */
  keep?: boolean | undefined
}

/** A choice as another tool keeps it. */
export interface StoredChoice {
  /** The text, decoded as {@link decodeValue} does. */
  readonly text: string
  /** The text as it stands in the cookie or the storage. */
  readonly wire: string
  /** The decoded text of another cookie. */
  cookie(this: void, name: string): string | undefined
}

/** What a visitor chose there, in the tool's own words. */
export interface ImportedChoice {
  /** The names that were given. None: a refusal. */
  readonly granted: readonly string[]
  /** When, as text or in milliseconds; left out where the tool does not say. What is no time makes it no choice. */
  readonly timestamp?: unknown
  /** When the tool itself forgets it, in milliseconds. */
  readonly expires?: unknown
  /** Names the decision in the tool's log. */
  readonly id?: unknown
  readonly language?: unknown
}

/** Reads the choice that another tool keeps. The modules of `assent/import` make one for a tool each. */
export interface Importer {
  readonly map: ImportMap<string>
  /** Cookies that may hold it, the one that counts first. */
  readonly cookies: readonly string[]
  /** Keys of localStorage that may hold it, where no cookie does. */
  readonly storage?: readonly string[] | undefined
  /** Further cookies and keys that go with it. */
  readonly leftovers?: readonly string[] | undefined
  readonly keep?: boolean | undefined
  /** Gives `undefined` for all that is no choice. It never throws. */
  read(this: void, stored: StoredChoice): ImportedChoice | undefined
}

/** A tool that asks one question: what a yes to it means, and how to read the answer. */
export function readAnswer(
  categories: readonly CategoryId[],
  { yes, no }: { yes: string; no: string },
): Pick<Importer, 'map' | 'read'> {
  return {
    map: Object.fromEntries(categories.map((id) => [id, [yes]])) satisfies ImportMap<string>,
    read: ({ text }) => (text === yes || text === no ? { granted: text === yes ? [yes] : [] } : undefined),
  }
}

/** Reads a JSON object of booleans: what is `true` was given. */
export function readSwitches(text: string): ImportedChoice | undefined {
  const switches = Object.entries(jsonObject(text))
  if (!switches.length || !switches.every(([, value]) => typeof value === 'boolean')) return
  return { granted: switches.filter(([, value]) => value).map(([name]) => name) }
}

/** The time, in milliseconds, from which a choice of several times is kept; `undefined` for none. No time: `NaN`. */
export function oldest(times: readonly (string | number | undefined)[]): number | undefined {
  return times.length ? Math.min(...times.map((time) => new Date(time ?? NaN).getTime())) : undefined
}
