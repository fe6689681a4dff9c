import { createStore } from 'zustand/vanilla'
import { notify, throwLater } from '../core/call.js'
import { servicesOf, type Consent, type Granted } from '../core/declaration/consent.js'
import { grantFor, statusOf, type Grant } from '../core/decision/grant.js'
import type { Choice, ConsentRecord } from '../core/decision/record.js'
import type { Snapshot } from '../core/decision/snapshot.js'
import type { WriteResult } from '../core/cookies/jar.js'
import { ConsentError } from '../core/errors.js'
import type { ChangeListener, ChangeReason, ConsentChange, ConsentState, DecisionListener } from './consent-state.js'
import type { ConsentStore, ConsentStoreOptions, ErrorListener } from './consent-store.js'
import { createConsentCookies } from './cookies.js'
import { createEraser } from './eraser.js'
import { createRecords } from './records.js'

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
  const { snapshot, region = snapshot?.region, clock = Date.now, bounded, createId, storage, onError } = options
  const { signals = () => snapshot?.signals } = options
  const jar = options.jar as ConsentStoreOptions['jar'] | undefined // untyped code may leave it out
  if (!jar) throw new ConsentError('missing-jar', process.env.NODE_ENV !== 'production' && NO_JAR)
  const { cookie, ids } = consent
  const errorListeners = new Set<ErrorListener>(onError && [onError])
  const report = (error: unknown): void => {
    if (errorListeners.size) notify(throwLater, errorListeners, error, {})
    else throwLater(error)
  }
  const records = createRecords(consent, jar, clock, createId)
  const liveGrant = (record: ConsentRecord | undefined): Grant =>
    grantFor(record, consent, { now: clock(), signals: signals(), region })
  const first = firstState(consent, snapshot, region, bounded && liveGrant(records.read()))
  const { getState, getInitialState, setState } = createStore(() => first)
  const { cookies, follow } = createConsentCookies({ consent, jar, getGrant: () => getState().grant })
  const eraser = createEraser(consent, jar, storage, first.grant, report)

  const listeners = new Set<StateListener>()
  const changeListeners = new Set<ChangeListener<string>>()
  const decisionListeners = new Set<DecisionListener<string>>()
  const made = new Map<unknown, unknown>()
  const queue: ConsentChange<string>[] = []
  let { draft: lastDraft } = first // what closing the panel goes back to
  let language: string | undefined
  let isEnforced = false

  const update = (partial: Partial<ConsentState<string>>): void => {
    const before = getState()
    setState(partial)
    notify(report, listeners, getState(), before)
  }
  /** The state of a record, set before anyone is told: whoever hears of its write finds it. */
  const take = (record: ConsentRecord | undefined, isDecision: boolean): void => {
    const { open, draft, ...before } = getState()
    const next = { status: statusOf(record, consent, clock()), record, grant: liveGrant(record) }
    if (!isDecision && isSame(before, next)) return
    const isKept = open && !isDecision
    lastDraft = next.grant
    isEnforced = false
    setState({ ...next, draft: isKept ? draft : next.grant, open: isKept })
  }
  const enforce = (reason: ChangeReason): void => {
    const { record, grant, status } = getState()
    const decision = reason === 'start' || reason === 'time' ? undefined : reason
    if (!decision && (reason === 'time' || status !== 'decided')) return
    void eraser.erase(grant, decision)
    isEnforced = true // what the jar has told meanwhile is part of this
    if (decision) notify(report, decisionListeners, record, { reason: decision })
  }
  /** Tells of a change, in this order: cookies, subscribers, what follows the grant, the eraser, decisions. What a listener changes waits its turn. */
  const tell = (change: ConsentChange<string>, isEnforcing = true): void => {
    if (queue.push(change) > 1) return
    for (const one of queue) {
      const { before, after, reason } = one
      if (before !== after) {
        follow()
        notify(report, listeners, after, before)
        notify(report, changeListeners, one)
      }
      if (isEnforcing) enforce(reason)
    }
    queue.length = 0
  }
  const look = (reason: 'start' | 'external', isEnforcing?: boolean): void => {
    const before = getState()
    const found = records.look(before.record)
    if (!found || (reason === 'external' && isSame(found.record, before.record))) return
    take(found.record, false)
    tell({ before, after: getState(), reason }, isEnforcing)
  }
  const decide = (reason: 'accept' | 'reject' | 'save' | 'reset', choice?: Choice): WriteResult => {
    const before = getState()
    const record = choice && reason !== 'reset' ? records.make(reason, choice, language) : undefined
    take(record, true)
    const after = getState()
    const result = record ? records.write(record) : records.forget()
    tell({ before, after, reason })
    if (result.ok && result.verified) look('external') // somebody may have written meanwhile
    return result
  }
  const store: ConsentStore = {
    consent,
    cookies,
    jar,
    snapshot,
    getState,
    getInitialState,
    subscribe: (listener) => addTo(listeners, listener),
    onChange: (listener) => addTo(changeListeners, listener),
    onDecision: (listener) => addTo(decisionListeners, listener),
    onErase: (listener) => addTo(eraser.listeners, listener),
    onError: (listener) => addTo(errorListeners, listener),
    report: (error) => notify(throwLater, errorListeners, error, {}),
    once<T>(make: (own: ConsentStore) => T) {
      if (!made.has(make)) made.set(make, make(store))
      return made.get(make) as T // of this function
    },
    acceptAll: () => decide('accept', { categories: ids }),
    rejectAll: () => decide('reject', { categories: [] }),
    save: (choice) => decide('save', choice?.categories ? choice : getState().draft), // an event has no categories
    reset: () => decide('reset'),
    setLanguage(tag) {
      language = tag
    },
    openPreferences() {
      const { open, draft } = getState()
      if (!open) lastDraft = draft
      update({ open: true })
    },
    closePreferences() {
      if (getState().open) update({ open: false, draft: lastDraft })
    },
    setDraft(choice) {
      update({ draft: draftOf(choice, getState().draft, consent) })
    },
    refresh: () => look('start', false),
    start() {
      let timer: ReturnType<typeof setTimeout> | undefined
      const schedule = (): void => {
        clearTimeout(timer)
        const { changesAt } = getState().grant
        if (changesAt !== null) timer = setTimeout(expire, Math.min(changesAt - clock(), MAX_TIMEOUT))
      }
      const expire = (): void => {
        const before = getState()
        take(before.record, false)
        tell({ before, after: getState(), reason: 'time' })
        schedule() // after MAX_TIMEOUT nothing may have changed yet
      }
      const stops = [
        jar.subscribe((changed) => {
          if (changed.has(cookie.name)) look('external')
          else if (isEnforced) eraser.eraseLate(getState().grant, changed)
        }),
        store.onChange(schedule),
      ]
      look('start')
      schedule()
      return () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    },
  }
  return store
}

type StateListener = (state: ConsentState<string>, previous: ConsentState<string>) => void

/** The state that a store begins with. Without a snapshot it knows no clock and nothing of the visitor, who may have refused what is opt-out. */
function firstState(
  consent: Consent,
  snapshot: Snapshot | undefined,
  region: string | undefined,
  live: Grant | undefined | false,
): ConsentState<string> {
  const { ids, categories } = consent
  const { record, now = 0, signals } = snapshot ?? {}
  const sent: Grant = snapshot
    ? grantFor(record, consent, { now, signals, region })
    : { categories: ids.filter((id) => categories[id]?.required), services: [], changesAt: null }
  const grant =
    live && snapshot
      ? {
          ...sent,
          categories: sent.categories.filter((id) => live.categories.includes(id)),
          services: sent.services.filter((id) => live.services.includes(id)),
        }
      : sent
  return Object.freeze({ status: statusOf(record, consent, now), record, grant, draft: grant, open: false })
}

/** The draft after a change. With a category come its services; one that was unticked in a category that stays is left so. */
function draftOf({ categories, services }: Partial<Choice>, draft: Granted, consent: Consent): Granted {
  const chosen = categories ?? draft.categories
  const before = servicesOf(consent, draft.categories)
  const ticked = servicesOf(consent, chosen).filter((id) => draft.services.includes(id) || !before.includes(id))
  return { categories: chosen, services: services ?? ticked }
}

/** Whether two values are the same plain data, made in the same order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function addTo<T>(set: Set<T>, item: T): () => void {
  set.add(item)
  return () => set.delete(item)
}

const NO_JAR =
  'createConsentStore needs a jar, because it knows no browser. Pass { jar: createBrowserJar() }, or createMemoryJar() in a test.'
