'use client'
import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createBrowserJar } from '../browser/jar/browser-jar.js'
import { createBrowserStorage } from '../browser/browser-storage.js'
import { postChoices } from '../browser/post-choices.js'
import { readSignals } from '../browser/page.js'
import type { Consent } from '../core/declaration/consent.js'
import type { Snapshot } from '../core/decision/snapshot.js'
import { ConsentError } from '../core/errors.js'
import type { PartialMessages } from '../core/words/messages.js'
import type { DecisionListener, ErasureListener } from '../store/consent-state.js'
import { wireStore } from '../store/wire-store.js'
import type { ConsentStore } from '../store/create-consent-store.js'
import type { ErrorListener, WiredStore } from '../store/wired-store.js'
import {
  ConsentContext,
  createContextValue,
  isServer,
  useBrowserEffect,
  WordsContext,
  type ConsentContextValue,
} from './context.js'
import { useIsLive } from './use-external.js'
import { warnOfChange } from './warn-of-change.js'

export interface ConsentProviderProps {
  /** The declaration. Not needed with `store`, which has it, nor inside another provider, whose consent then counts. */
  consent?: Consent | undefined
  /** A store made outside React, which several roots may share; `consent` and `region` do not go with it. */
  store?: ConsentStore | undefined
  /** What the server rendered with, of `snapshotOf`: hydration uses it, and live values follow. Left out on a page that is cached for everyone. */
  snapshot?: Snapshot | undefined
  /** The language of the words, a BCP 47 tag: kept in the record, and set as `lang`. Default: that of `messages`. */
  locale?: string | undefined
  /** One of our languages, such as `de` of `assent/locales/de`, or words of your own; English where you give none. */
  messages?: PartialMessages | undefined
  /** Where the visitor is, for categories whose regime differs. */
  region?: string | undefined
  /** The nonce of the page's Content-Security-Policy. */
  nonce?: string | undefined
  /** Called after every decision, in this tab or another. */
  onDecision?: DecisionListener<string> | undefined
  /** Called after every withdrawal, and after everything that was erased, in this tab or another: `erasure.withdrawn` names what was taken back. */
  onErase?: ErasureListener<string> | undefined
  /** Called with errors that listeners threw, and with those of posts that failed. */
  onError?: ErrorListener | undefined
  children?: ReactNode
}

/**
 * Gives consent and cookies to the components and hooks below it, and posts each choice where the declaration has an
 * `endpoint`. Inside another provider, without `consent` and
 * `store`, it gives other words to what is below: in a language, say, that is a cookie itself. Renders no element.
 *
 * Throws a `ConsentError` without `consent` and `store` where no provider is above.
 *
 * @example
 * ```tsx
 * import { ConsentBanner, ConsentProvider, defineConsent } from 'assent'
 *
 * const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 *
 * export function Root() {
 *   return (
 *     <ConsentProvider consent={consent}>
 *       <ConsentBanner />
 *     </ConsentProvider>
 *   )
 * }
 * ```
 */
export function ConsentProvider(props: ConsentProviderProps): ReactNode {
  const outerWords = useContext(WordsContext)
  const {
    messages,
    locale = messages?.locale,
    nonce = outerWords.nonce,
    onDecision,
    onErase,
    onError,
    children,
  } = props
  const outer = useContext(ConsentContext)
  const isLive = useIsLive()
  const [mounted, setMounted] = useState(() => mount(props, outer, isLive))
  if (process.env.NODE_ENV !== 'production' && isReplaced(mounted, props))
    setMounted(mount(props, outer, isLive, mounted.key + 1))
  const { store } = mounted.value
  const isInner = mounted.value === outer
  const words = useMemo(() => ({ locale, messages, nonce }), [locale, messages, nonce])

  // After the effect of the outer one.
  useEffect(() => (isInner ? store.setLanguage(locale) : undefined), [store, isInner, locale])
  useBrowserEffect(() => onDecision && store.onDecision(onDecision), [store, onDecision])
  useBrowserEffect(() => onErase && store.onErase(onErase), [store, onErase])
  useBrowserEffect(() => onError && store.onError(onError), [store, onError])
  return (
    <ConsentContext.Provider key={mounted.key} value={mounted.value}>
      <WordsContext.Provider value={words}>
        {!isInner && !isServer && <Follow store={store} locale={locale} />}
        {children}
      </WordsContext.Provider>
    </ConsentContext.Provider>
  )
}

/**
 * Makes a store follow the browser. It stands before what reads the store, so that its effects run before theirs, and both
 * before the paint: a visitor who has decided sees no banner. Renders nothing.
 */
function Follow({ store, locale }: { store: WiredStore; locale: string | undefined }): null {
  useBrowserEffect(() => store.start(), [store])
  useBrowserEffect(() => (store.consent.endpoint === undefined ? undefined : postChoices(store)), [store])
  useBrowserEffect(() => store.setLanguage(locale), [store, locale])
  useEffect(() => (process.env.NODE_ENV === 'production' ? undefined : warnOfChange(store)), [store])
  return null
}

/** What a provider was mounted with, which counts until it goes. */
interface Mounted {
  readonly key: number
  readonly value: ConsentContextValue
}

function mount(props: ConsentProviderProps, outer: ConsentContextValue | null, isLive: boolean, key = 0): Mounted {
  if (outer && !props.store && !props.consent) return { key, value: outer }
  const { store = createStoreFor(props) } = props
  const snapshot = props.store && props.snapshot // else the store has it
  // What a snapshot grants is bounded by what the browser holds.
  if (isLive || (snapshot && !isServer)) store.refresh()
  return { key, value: createContextValue(store, snapshot) }
}

/** Whether a hot update of a module brought another declaration: then all that read the old one mounts again. */
function isReplaced({ value: { store: before } }: Mounted, { store, consent }: ConsentProviderProps): boolean {
  if (store) return store !== before
  return consent !== undefined && consent !== before.consent && !isSameDeclaration(consent, before.consent)
}

function createStoreFor({ consent, snapshot, region }: ConsentProviderProps): WiredStore {
  if (!consent)
    throw new ConsentError(
      'missing-consent',
      process.env.NODE_ENV !== 'production' &&
        'ConsentProvider has neither consent nor store, so it knows no categories. Pass consent={defineConsent({ … })}.',
    )
  return wireStore(consent, {
    jar: createBrowserJar(),
    storage: createBrowserStorage(),
    snapshot,
    bounded: typeof document !== 'undefined',
    region,
    // A signal that reached the server counts, too, where scripts are not told of it.
    signals: () => ({ gpc: snapshot?.signals?.gpc || readSignals().gpc }),
  })
}

/** Whether two declarations say the same, with the same definitions, as one does that is written inside a component. */
function isSameDeclaration(a: Consent, b: Consent): boolean {
  const text = ({ definitions: _, ...declared }: Consent): string => JSON.stringify(declared)
  return text(a) === text(b) && [...a.definitions].every(([name, definition]) => b.definitions.get(name) === definition)
}
