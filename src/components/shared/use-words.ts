import { useContext } from 'react'
import type { CategoryConfig, ServiceConfig } from '../../core/declaration/config.js'
import type { Consent } from '../../core/declaration/consent.js'
import { enAsking, enPurposes } from '../../core/words/english.js'
import type { CategoryMessages, Direction, Messages, TableMessages } from '../../core/words/messages.js'
import { speaks, textIn } from '../../core/words/text.js'
import { WordsContext } from '../../react/context.js'

/** The words of the components, in the language of the provider. A table has English of its own. */
export interface Words extends Omit<Messages, keyof TableMessages>, Partial<TableMessages> {
  readonly categories?: CategoryMessages | undefined
  readonly services?: CategoryMessages | undefined
  readonly locale: string | undefined
  /** The language and the direction of the words, for the elements that hold them. */
  readonly spoken: { readonly lang: string | undefined; readonly dir: Direction | undefined }
}

const merged = new WeakMap<object, Words>()

export function useWords(): Words {
  const own = useContext(WordsContext)
  const { locale, messages } = own
  const key = locale === messages?.locale ? (messages ?? enAsking) : own // one merge serves all parts, and all pages of a server
  const known = merged.get(key)
  if (known) return known
  const dir = messages?.dir ?? (locale === undefined ? undefined : directionOf(locale))
  const words = { ...enAsking, ...messages, locale, spoken: { lang: locale, dir } }
  merged.set(key, words)
  return words
}

/** Languages that are written from right to left, with their old codes. */
function directionOf(locale: string): Direction {
  return /^(ar|he|iw|fa|ur|ps|sd|ug|yi|ji|dv|ckb)\b/i.test(locale) ? 'rtl' : 'ltr'
}

/** What a category or a service is called, and what it says of itself. */
export interface OwnWords {
  readonly name: string
  readonly description: string
  /** What it is for. */
  readonly purpose: string
}

/**
 * Gives the words of a category or a service: the site's own messages, then the declaration's text in this language, then our
 * language's for a known category, then the declaration's in another language.
 */
export function wordsOf(
  id: string,
  declared: CategoryConfig | ServiceConfig | undefined,
  translated: CategoryMessages | undefined,
  { locale, description: asking }: Pick<Words, 'locale' | 'description'>,
  { language }: Pick<Consent, 'language'>,
): OwnWords {
  const { isKnown, ...texts } = (translated?.[id] ?? {}) as { isKnown?: true } & Partial<OwnWords>
  const pick = (key: keyof OwnWords): string | undefined => {
    const text = (declared as Partial<CategoryConfig> | undefined)?.[key]
    return (
      (isKnown && speaks(text, locale, language) ? undefined : texts[key]) ??
      textIn(text, locale, language) ??
      texts[key]
    )
  }
  const name = pick('name') ?? id
  const english = asking === enAsking.description ? enPurposes[id] : undefined
  return { name, description: pick('description') ?? '', purpose: pick('purpose') ?? english ?? name }
}
