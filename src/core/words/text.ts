import { lookup } from './match-locale.js'

/** A text of a declaration: in one language, or in several, by their BCP 47 tags. */
export type Text = string | Readonly<Record<string, string>>

/** The text in a language; in the declaration's own, or else the first, where it has none in that language. */
export function textIn(text: Text, locale: string | undefined, language?: string): string
export function textIn(text: Text | undefined, locale: string | undefined, language?: string): string | undefined
export function textIn(text: Text | undefined, locale = 'en', language = 'en'): string | undefined {
  if (typeof text !== 'object') return text
  const tags = Object.keys(text)
  return text[lookup(locale, tags) ?? lookup(language, tags) ?? tags[0] ?? '']
}

/** Whether a text is in this language: one that is a string is in the declaration's. */
export function speaks(text: Text | undefined, locale = 'en', language = 'en'): boolean {
  if (text === undefined) return false
  return lookup(locale, typeof text === 'string' ? [language] : Object.keys(text)) !== undefined
}
