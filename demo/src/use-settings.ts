import { useCookie, usePreferences, type PartialMessages } from 'assent'
import { useSyncExternalStore } from 'react'
import { compact, language, theme } from './consent.js'
import { messagesIn } from './content/messages.js'
import { wordsIn, type Words } from './content/words.js'
import { useTrying } from './trying/trying.js'

export type Theme = 'light' | 'dark'

/** The visitor's preferences: the cookies `pref_language` and `pref_compact`. */
export function useSettings() {
  return usePreferences({ language: language.default, compact: compact.default })
}

/** The words of the site in the visitor's language. */
export function useWords(): Words {
  const [{ language }] = useSettings()
  return wordsIn(language)
}

/** The words of banner, panel, form and frames: those of the page's language, unless another is switched on. */
export function useBannerWords(): PartialMessages | undefined {
  const [{ language }] = useSettings()
  const { words } = useTrying()
  return words ?? messagesIn(language)
}

/** The theme that is seen, how to change it, and whether that can be kept. */
export function useTheme() {
  const [chosen, setTheme, { blocked, remove }] = useCookie(theme)
  const system = useSyncExternalStore(subscribeToSystem, readSystem, () => 'light' as const)
  return { theme: chosen ?? system, chosen, setTheme, blocked, followSystem: remove }
}

const DARK = '(prefers-color-scheme: dark)'

function readSystem(): Theme {
  return matchMedia(DARK).matches ? 'dark' : 'light'
}

function subscribeToSystem(onChange: () => void): () => void {
  const query = matchMedia(DARK)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
