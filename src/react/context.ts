'use client'
import { createContext, useContext, useEffect, useLayoutEffect, type Context } from 'react'
import { PANEL_ID } from '../core/decision/choice.js'
import { ConsentError } from '../core/errors.js'
import { memberOf } from '../core/member-of.js'
import type { PartialMessages } from '../core/words/messages.js'
import type { ConsentActions } from '../store/consent-state.js'
import type { WiredStore } from '../store/wired-store.js'

/** What a provider gives to everything below it. The object stays the same for the provider's life. */
export interface ConsentContextValue {
  readonly store: WiredStore
  /** The panels of the store that are mounted, in any root of the page: opening without one would do nothing. */
  readonly panels: Set<object>
  /** The store's actions. Opening without a mounted panel is a mistake. */
  readonly actions: ConsentActions<string>
}

export function createContextValue(store: WiredStore): ConsentContextValue {
  const { acceptAll, rejectAll, save, dismiss, reset, closePreferences, setDraft } = store
  const panels = store.once(createPanels)
  const openPreferences = (): void => {
    // One that a server has rendered, and that is not live yet, follows when it is.
    if (!panels.size && !memberOf(document, 'querySelector').call(document, `dialog#${PANEL_ID}`))
      throw new ConsentError('missing-panel', process.env.NODE_ENV !== 'production' && NO_PANEL)
    store.openPreferences()
  }
  return {
    store,
    panels,
    actions: { acceptAll, rejectAll, save, dismiss, reset, openPreferences, closePreferences, setDraft },
  }
}

const createPanels = (): Set<object> => new Set()

const NO_PANEL =
  'The preferences were to open, and no PreferencesPanel of this store is mounted, so nothing would happen. Render <PreferencesPanel />, or <ConsentBanner /> without panel={false}.'

/** The words and their language. Changes with the provider's props. */
export interface ConsentWords {
  readonly locale?: string | undefined
  readonly messages?: PartialMessages | undefined
  readonly nonce?: string | undefined
}

export const ConsentContext: Context<ConsentContextValue | null> = createContext<ConsentContextValue | null>(null)
export const WordsContext: Context<ConsentWords> = createContext<ConsentWords>({})

export function useConsentContext(): ConsentContextValue {
  const value = useContext(ConsentContext)
  if (!value)
    throw new ConsentError(
      'missing-provider',
      process.env.NODE_ENV !== 'production' &&
        'A consent hook or component stands outside a ConsentProvider, so there is no store to read. Wrap the app in <ConsentProvider consent={consent}>.',
    )
  return value
}

/** Whether this is a server, which has no frames and no elements: what is for these, its renders do without. */
export const isServer: boolean = typeof document === 'undefined'

/** Before the paint in a browser. React 18 warns of layout effects on a server, where they never run. */
export const useBrowserEffect: typeof useEffect = isServer ? useEffect : useLayoutEffect
