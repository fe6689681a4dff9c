import type { KnownCategory, KnownText } from './messages.js'

/** Name, description, and purpose. */
type Words = readonly [name: string, description: string, purpose: string]

/** Marks the words of a language for the known categories as ours: a declaration's own text in that language counts before them. */
export function known(words: Readonly<Record<KnownCategory, Words>>): Readonly<Record<KnownCategory, KnownText>> {
  const texts = Object.entries(words).map(([id, [name, description, purpose]]) => [
    id,
    { name, description, purpose, isKnown: true },
  ])
  return Object.fromEntries(texts) as Readonly<Record<KnownCategory, KnownText>> // the ids are the same
}
