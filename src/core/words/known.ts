import type { KnownCategory, KnownText } from './messages.js'

/** Name, description, and purpose. */
type Words = readonly [name: string, description: string, purpose: string]

/** Marks the words of a language for the known categories as ours: a declaration's own text in that language counts before them. */
export function known(words: Readonly<Record<KnownCategory, Words>>): Readonly<Record<KnownCategory, KnownText>> {
  const texts: Partial<Record<KnownCategory, KnownText>> = {}
  let id: KnownCategory
  for (id in words) {
    const [name, description, purpose] = words[id]
    texts[id] = { name, description, purpose, isKnown: true }
  }
  return texts as Readonly<Record<KnownCategory, KnownText>> // the ids are the same
}
