'use client'
import { createContext, useContext, useEffect, useLayoutEffect, type Context } from 'react'
import { PANEL_ID } from '../core/decision/choice.js'
import { ConsentError } from '../core/errors.js'
import { memberOf } from '../core/member-of.js'
import type { PartialMessages } from '../core/words/messages.js'
import { onceFor, type Once } from '../core/once.js'
import type { Snapshot } from '../core/decision/snapshot.js'
import { firstState, type ConsentActions, type ConsentState } from '../store/consent-state.js'
import type { WiredStore } from '../store/wired-store.js'

/** What a provider gives to everything below it. The object stays the same for the provider's life. */
export interface ConsentContextValue {
  readonly store: WiredStore
  /** What the HTML of this root was rendered from; the store's, unless the provider got one. */
  readonly snapshot: Snapshot | undefined
  /** Where the visitor is, as that HTML has it. */
  readonly region: string | undefined
  /** The state that the HTML of this root shows. */
  readonly sent: ConsentState<string>
  /** What `make` gives for this root: it is called once, and the context keeps the result. */
  readonly once: Once<ConsentContextValue>
  /** The panels of the store that are mounted, in any root of the page: opening without one would do nothing. */
  readonly panels: Set<object>
  /** The store's actions. Opening without a mounted panel is a mistake. */
  readonly actions: ConsentActions<string>
}

export function createContextValue(store: WiredStore, snapshot?: Snapshot): ConsentContextValue {
  const { acceptAll, rejectAll, save, dismiss, reset, closePreferences, setDraft } = store
  const panels = store.once(createPanels)
  const openPreferences = (): void => {
    // One that a server has rendered, and that is not live yet, follows when it is.
    if (!panels.size && !memberOf(document, 'querySelector').call(document, `dialog#${PANEL_ID}`))
      throw new ConsentError('missing-panel', process.env.NODE_ENV !== 'production' && NO_PANEL)
    store.openPreferences()
  }
  // A page out of the browser's cache may carry a grant that was taken back since.
  const bound = !isServer && store.getState().grant
  const region = snapshot?.region ?? store.region
  const value: ConsentContextValue = {
    store,
    snapshot: snapshot ?? store.snapshot,
    region,
    sent: snapshot ? firstState(store.consent, snapshot, region, bound) : store.getInitialState(),
    once: onceFor(() => value),
    panels,
    actions: { acceptAll, rejectAll, save, dismiss, reset, openPreferences, closePreferences, setDraft },
  }
  return value
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
