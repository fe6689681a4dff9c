import type { CookieRow } from './cookie-rows.js'
import type { Words } from './use-words.js'

/** Languages may come from requests, without an end, and a format takes kilobytes. */
const MAX_FORMATS = 64

const formats = new Map<string, unknown>()

/** Makes a format for a language, or gives that made before: making one takes longer than rendering the rest of a banner. */
function formatFor<T>(kind: string, locale: string, make: (locale: string) => T): T {
  const key = `${kind} ${locale}`
  if (!formats.has(key)) {
    if (formats.size >= MAX_FORMATS) formats.clear()
    formats.set(key, makeIn(locale, make))
  }
  return formats.get(key) as T // one kind is made by one function
}

function makeIn<T>(locale: string, make: (locale: string) => T): T {
  try {
    return make(locale.replaceAll('_', '-'))
  } catch (error) {
    if (error instanceof RangeError && locale !== 'en') return make('en') // the locale is not a valid language tag
    throw error
  }
}

const DAY = 86_400
/** How many days a month and a year are off at most to be called so. */
const UNITS: readonly (readonly [unit: string, seconds: number, tolerance: number])[] = [
  ['year', 365.25 * DAY, DAY],
  ['month', 30.4375 * DAY, DAY],
]

/** Writes a time in seconds as words, such as `6 months` for 182 days. */
export function formatDuration(seconds: number, locale = 'en'): string {
  const whole = UNITS.find(([, size, tolerance]) => {
    const count = Math.round(seconds / size)
    return count > 0 && Math.abs(seconds - count * size) <= tolerance * Math.min(count, 3)
  })
  const [unit, size] = whole ?? (seconds < 3600 ? ['minute', 60] : seconds < DAY ? ['hour', 3600] : ['day', DAY])
  const count = seconds / size
  return formatFor(
    unit,
    locale,
    (valid) => new Intl.NumberFormat(valid, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }),
  ).format(whole ? Math.round(count) : count)
}

/** Joins words as a list of the language does: "a, b, and c". */
export function formatList(words: readonly string[], locale = 'en'): string {
  return formatFor('list', locale, (valid) => new Intl.ListFormat(valid)).format(words)
}

/** Writes the lifetime of a cookie as words. */
export function durationOf({ duration, maxAge }: Pick<CookieRow, 'duration' | 'maxAge'>, words: Words): string {
  return duration ?? (maxAge === undefined ? words.session : formatDuration(maxAge, words.locale))
}
