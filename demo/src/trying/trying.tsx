import { loadLocale, type Locale } from 'assent/locales'
import { createContext, use, useState, type ReactNode } from 'react'
import { hrefOf, type Options } from './options.js'

/** The words of the language that was switched to; nothing, where the banner speaks as the page does. */
export async function wordsOf({ language }: Options): Promise<Locale | undefined> {
  return language === 'page' ? undefined : loadLocale(language)
}

export interface Trying {
  readonly path: string
  readonly options: Options
  readonly words: Locale | undefined
  /** Whether the drawer was open in the page before. */
  readonly isOpen: boolean
  /** Switches without a new page. */
  readonly change: (options: Options) => Promise<void>
}

const TryingContext = createContext<Trying | null>(null)

/** What is switched in this page. */
export function useTrying(): Trying {
  const trying = use(TryingContext)
  if (!trying) throw new Error('TryingProvider is missing.')
  return trying
}

/** The address of a page of this site, with what is switched. */
export function useHref(): (path: string) => string {
  const { options } = useTrying()
  return (path) => hrefOf(path, options)
}

export interface TryingProviderProps extends Omit<Trying, 'change'> {
  readonly children: ReactNode
}

/** Holds what is switched, and keeps the URL true. */
export function TryingProvider({ path, options, words, isOpen, children }: TryingProviderProps) {
  const [now, setNow] = useState({ options, words })
  const change = async (next: Options): Promise<void> => {
    const spoken = await wordsOf(next)
    setNow({ options: next, words: spoken })
    history.replaceState(history.state, '', hrefOf(path, next) + location.hash)
  }
  return <TryingContext value={{ path, isOpen, ...now, change }}>{children}</TryingContext>
}
