import { useContext } from 'react'
import type { ServiceConfig } from '../../core/declaration/config.js'
import { enAsking } from '../../locales/en.js'
import type { CategoryMessages, Messages, TableMessages } from '../../locales/messages.js'
import { WordsContext } from '../../react/context.js'
import type { CookieRow } from './cookie-rows.js'

/** The words of the components, in the language of the provider. A table has English of its own. */
export interface Words extends Omit<Messages, keyof TableMessages>, Partial<TableMessages> {
  readonly categories?: CategoryMessages | undefined
  readonly services?: CategoryMessages | undefined
  readonly locale: string | undefined
}

const merged = new WeakMap<object, Words>()

export function useWords(): Words {
  const own = useContext(WordsContext)
  const key = own.locale === undefined ? (own.messages ?? enAsking) : own // one merge serves all parts, and all pages of a server
  let words = merged.get(key)
  if (!words) merged.set(key, (words = { ...enAsking, ...own.messages, locale: own.locale }))
  return words
}

/** Gives the name and description of a category or a service, translated if there is a translation. */
export function wordsOf(
  id: string,
  declared: ServiceConfig | undefined,
  translated: CategoryMessages | undefined,
): { name: string; description: string } {
  const { name = id, description = '' } = declared ?? {}
  return { name, description, ...translated?.[id] }
}

/** Languages may come from requests, without an end, and a format takes kilobytes. */
const MAX_FORMATS = 64

const formats = new Map<string, Intl.NumberFormat>()

/** Writes a time in seconds as words, such as `182 days`. */
export function formatDuration(seconds: number, locale = 'en'): string {
  const [unit, size] = seconds < 3600 ? ['minute', 60] : seconds < 86_400 ? ['hour', 3600] : ['day', 86_400]
  const key = `${unit} ${locale}`
  let format = formats.get(key)
  // Formats are cached, because making one takes longer than rendering the rest of a banner.
  if (!format) {
    if (formats.size >= MAX_FORMATS) formats.clear()
    formats.set(key, (format = formatIn(locale, unit as string)))
  }
  return format.format(seconds / (size as number))
}

function formatIn(locale: string, unit: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale.replaceAll('_', '-'), {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    })
  } catch (error) {
    if (error instanceof RangeError && locale !== 'en') return formatIn('en', unit) // the locale is not a valid language tag
    throw error
  }
}

/** Writes the lifetime of a cookie as words. */
export function durationOf({ duration, maxAge }: Pick<CookieRow, 'duration' | 'maxAge'>, words: Words): string {
  return duration ?? (maxAge === undefined ? words.session : formatDuration(maxAge, words.locale))
}
