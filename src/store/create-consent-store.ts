import { createStore } from 'zustand/vanilla'
import { type Consent, servicesOf } from '../core/declaration/consent.js'
import { grantFor, statusOf, type Grant, type Signals } from '../core/decision/grant.js'
import { makeRecord, parseRecord, stringifyRecord, type Choice, type ConsentRecord } from '../core/decision/record.js'
import type { Snapshot } from '../core/decision/snapshot.js'
import type { Jar, WriteResult } from '../core/cookies/jar.js'
import { callEach } from '../core/call.js'
import { ConsentError } from '../core/errors.js'
import type {
  ConsentStoreOptions,
  ConsentActions,
  ConsentState,
  DecisionListener,
  DecisionReason,
  ErasureListener,
} from './consent-state.js'
import { createErasing } from './eraser.js'
import { createHeldRecords, randomId } from './records.js'
import { isSame } from './is-same.js'

/** A consent store: state to read and to subscribe to, as zustand's are, and actions beside it. */
export interface ConsentStore<C extends Consent = Consent> extends ConsentActions<C['ids'][number]> {
  readonly consent: C
  getState(this: void): ConsentState<C['ids'][number]>
  getInitialState(this: void): ConsentState<C['ids'][number]>
  subscribe(
    this: void,
    listener: (state: ConsentState<C['ids'][number]>, previous: ConsentState<C['ids'][number]>) => void,
  ): () => void
  /** Hears of every decision, with its reason: made here, or in another tab. What it throws delays nothing. */
  onDecision(this: void, listener: DecisionListener<C['ids'][number]>): () => void
  /** Hears what was erased and what could not be, when all is done, with what a decision took back. */
  onErase(this: void, listener: ErasureListener<C['ids'][number]>): () => void
  /** Says in which language the visitor is asked, a BCP 47 tag: records keep it. */
  setLanguage(this: void, tag: string | undefined): void
  /** Takes the browser's state and follows it, until the function that it returns is called. */
  start(this: void): () => void
  readonly jar: Jar
  /** What it was made with. */
  readonly snapshot: Snapshot | undefined
}

/** `setTimeout` takes 31 bits of milliseconds. */
const MAX_TIMEOUT = 2_147_483_647

/**
 * Creates a consent store, without React. Creating starts nothing and reads nothing: `start()` does.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true }, analytics: { name: 'Analytics', description: '' } },
 * })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * const stop = store.start()
 * store.save({ categories: ['analytics'] })
 * ```
 */
export function createConsentStore<C extends Consent>(consent: C, options: ConsentStoreOptions): ConsentStore<C>
export function createConsentStore(consent: Consent, options: ConsentStoreOptions): ConsentStore {
  const { snapshot, region = snapshot?.region, clock = Date.now, bounded, createId = randomId, storage } = options
  const { signals = () => snapshot?.signals } = options
  const jar = options.jar as Jar | undefined // untyped code may leave it out
  if (!jar) throw new ConsentError('missing-jar', process.env.NODE_ENV !== 'production' && NO_JAR)
  const { cookie, ids, categories } = consent
  const { name } = cookie
  const decisions = new Set<DecisionListener<string>>()
  const { add, isLate, timeOfChoice } = createHeldRecords()
  let isInMemory = false
  let isForgotten = false
  let language: string | undefined

  const derive = (
    record: ConsentRecord | undefined,
    at: number,
    given: Signals | undefined,
    grant: Grant = grantFor(record, consent, { now: at, signals: given, region }),
  ): ConsentState<string> => ({ status: statusOf(record, consent, at), record, grant, draft: grant, open: false })
  const readRecord = (): ConsentRecord | undefined => {
    const [text, ...others] = jar.getAll(name)
    // Of two nobody knows which is meant.
    return others.length ? undefined : parseRecord(text, consent, { now: clock() })
  }
  const bound = ({ record, ...first }: Snapshot): Grant => {
    const grant = grantFor(record, consent, { ...first, region })
    if (!bounded) return grant
    const live = grantFor(readRecord(), consent, { now: clock(), signals: signals(), region })
    return {
      ...grant,
      categories: grant.categories.filter((id) => live.categories.includes(id)),
      services: grant.services.filter((id) => live.services.includes(id)),
    }
  }
  // A page without a snapshot is shared: its first render knows no clock and nothing of the visitor, who may have
  // refused what is opt-out.
  const { setState, ...api } = createStore(() =>
    Object.freeze(
      snapshot
        ? derive(snapshot.record, snapshot.now, snapshot.signals, bound(snapshot))
        : derive(undefined, 0, undefined, {
            categories: ids.filter((id) => categories[id]?.required),
            services: [],
            changesAt: null,
          }),
    ),
  )
  const { getState, subscribe } = api
  let { draft: draftBefore } = getState() // what closing the panel goes back to
  const { erase, listeners: erasures } = createErasing(consent, jar, storage, getState().grant)
  api.subscribe = (listener) => subscribe((state, previous) => callEach([listener], state, previous))

  const apply = (record: ConsentRecord | undefined, isDecision?: boolean): void => {
    const { open, draft, ...before } = getState()
    add(before.record)
    add(record)
    isForgotten &&= !record
    const next = derive(record, clock(), signals())
    const keep = open && !isDecision
    if (isDecision || !isSame(before, { ...next, open: undefined, draft: undefined })) {
      draftBefore = next.draft
      setState(keep ? { ...next, open, draft } : next)
    }
  }
  const enforce = (reason?: DecisionReason): void => {
    const { record, grant, status } = getState()
    if (status === 'decided' || reason) void erase(grant, reason)
    if (reason) callEach(decisions, record, { reason })
  }
  const write = (record: ConsentRecord): WriteResult => {
    isInMemory = true // until it is written: what the jar tells meanwhile undoes nothing
    const set = (): WriteResult => jar.set(name, stringifyRecord(record, consent), cookie)
    let result = set()
    if (jar.getAll(name).length > 1) {
      jar.remove(name, { everywhere: true }) // another one of this name, on another path or domain
      result = set()
    }
    isInMemory = !result.ok
    return result
  }
  const forget = (): WriteResult => {
    isForgotten = true
    jar.remove(name, { everywhere: true })
    return jar.remove(name, cookie) // on its own path, where that is none of this page's
  }
  const refresh = (reason?: DecisionReason): void => {
    const record = readRecord()
    const { record: held } = getState()
    if (!record && isInMemory) return
    if (record && isLate(record, held, isForgotten)) {
      if (held) write(held)
      else forget()
      return
    }
    isInMemory = false
    if (reason && isSame(record, held)) return
    // Gone, and not one of those that nobody can read: another tab forgot it.
    if (!jar.getAll(name).length) isForgotten = true
    apply(record)
    enforce(reason)
  }
  const decide = (via: 'accept' | 'reject' | 'save', choice: Choice): WriteResult => {
    const timestamp = new Date(timeOfChoice(clock())).toISOString()
    const record = makeRecord(choice, consent, { via, timestamp, id: createId(), language })
    apply(record, true)
    const result = write(record)
    enforce(via)
    return result
  }
  // Not a spread before methods, which V8 makes a slow object of: servers make a store a page.
  return Object.assign(api, {
    consent,
    jar,
    snapshot,
    onDecision(listener) {
      decisions.add(listener)
      return () => decisions.delete(listener)
    },
    onErase(listener) {
      erasures.add(listener)
      return () => erasures.delete(listener)
    },
    acceptAll: () => decide('accept', { categories: ids }),
    rejectAll: () => decide('reject', { categories: [] }),
    save: (choice) => decide('save', choice?.categories ? choice : getState().draft), // an event has no categories
    reset() {
      apply(undefined, true)
      const result = forget()
      enforce('reset')
      return result
    },
    setLanguage(tag) {
      language = tag
    },
    openPreferences() {
      const { open, draft } = getState()
      if (!open) draftBefore = draft
      setState({ open: true })
    },
    closePreferences() {
      if (getState().open) setState({ open: false, draft: draftBefore })
    },
    setDraft(choice) {
      const { draft } = getState()
      const { categories: chosen = draft.categories } = choice
      const before = servicesOf(consent, draft.categories)
      // With a category come its services; one that was unticked in a category that stays is left so.
      const ticked = servicesOf(consent, chosen).filter((id) => draft.services.includes(id) || !before.includes(id))
      setState({ draft: { categories: chosen, services: choice.services ?? ticked } })
    },
    start() {
      let timer: ReturnType<typeof setTimeout> | undefined
      const schedule = (): void => {
        clearTimeout(timer)
        const { grant, record } = getState()
        if (grant.changesAt !== null)
          timer = setTimeout(
            () => {
              apply(record)
              schedule() // after MAX_TIMEOUT nothing may have changed yet
            },
            Math.min(grant.changesAt - clock(), MAX_TIMEOUT),
          )
      }
      const stops = [
        jar.subscribe((changed) => {
          if (changed.has(name)) refresh('external')
          else void erase(getState().grant, undefined, changed)
        }),
        subscribe(schedule),
      ]
      refresh()
      schedule()
      return () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    },
  } satisfies Omit<ConsentStore, keyof typeof api>)
}

const NO_JAR =
  'createConsentStore needs a jar, because it knows no browser. Pass { jar: createBrowserJar() }, or createMemoryJar() in a test.'
