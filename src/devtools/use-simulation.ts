'use client'
import { useContext, useEffect, useMemo, useState } from 'react'
import type { ConsentStatus } from '../core/decision/grant.js'
import type { Locale } from '../core/words/messages.js'
import { debug } from '../core/debug.js'
import { loadLocale, type LocaleTag } from '../locales/all/load-locale.js'
import { useConsentContext, WordsContext } from '../react/context.js'
import { createSimulation } from './simulation.js'

/** What is simulated, and how to change it. What is left out is as it is. */
export interface Simulated {
  readonly region: string | undefined
  readonly gpc: 'on' | 'off' | undefined
  readonly locale: LocaleTag | undefined
  readonly hasRegions: boolean
  readonly isSimulating: boolean
  setRegion(this: void, region: string | undefined): void
  setGpc(this: void, gpc: 'on' | 'off' | undefined): void
  setLocale(this: void, locale: LocaleTag | undefined): void
  setStatus(this: void, status: ConsentStatus): void
  end(this: void): void
}

interface Chosen {
  readonly region?: string | undefined
  readonly gpc?: 'on' | 'off' | undefined
  readonly locale?: LocaleTag | undefined
  readonly messages?: Locale | undefined
}

type Words = React.ContextType<typeof WordsContext>

/** Simulates another visitor while the devtools are mounted, and gives the words for what they wrap. */
export function useSimulation(): { readonly simulated: Simulated; readonly words: Words } {
  const { store } = useConsentContext()
  const outer = useContext(WordsContext)
  const simulation = useMemo(() => createSimulation(store), [store])
  const [chosen, setChosen] = useState<Chosen>({})
  const { region, gpc, locale, messages } = chosen

  useEffect(() => simulation.start(), [simulation])
  const spoken = messages?.locale ?? outer.locale
  useEffect(() => (messages ? store.setLanguage(spoken) : undefined), [store, messages, spoken])
  // Also another object for another region: what says "Your privacy choices" there renders again.
  const words = useMemo(
    () => (messages ? { ...outer, messages, locale: messages.locale } : { ...outer, region }),
    [outer, messages, region],
  )
  const change = (partial: Chosen): void => setChosen((before) => ({ ...before, ...partial }))
  const simulated: Simulated = {
    region,
    gpc,
    locale,
    hasRegions: simulation.hasRegions,
    isSimulating: !!(region ?? gpc ?? locale),
    setRegion(next) {
      simulation.setRegion(next)
      change({ region: next })
    },
    setGpc(next) {
      simulation.setGpc(next && next === 'on')
      change({ gpc: next })
    },
    setLocale(next) {
      change({ locale: next, ...(!next && { messages: undefined }) })
      if (next)
        loadLocale(next).then(
          (loaded) => setChosen((before) => (before.locale === next ? { ...before, messages: loaded } : before)),
          (error: unknown) => debug('The language could not be loaded.', error),
        )
    },
    setStatus: simulation.setStatus,
    end() {
      simulation.setRegion(undefined)
      simulation.setGpc(undefined)
      setChosen({})
      store.setLanguage(outer.locale)
    },
  }
  return { simulated, words }
}
