import { createStore } from 'zustand/vanilla'
import { notify, shared, throwLater } from '../core/call.js'
import type { Consent } from '../core/declaration/consent.js'
import { askingFor } from '../core/decision/asking.js'
import { grantFor, statusOf, type Grant } from '../core/decision/grant.js'
import type { Choice, ConsentRecord } from '../core/decision/record.js'
import type { WriteResult } from '../core/cookies/jar.js'
import { MAX_TIMEOUT } from '../core/cookies/limits.js'
import { onceFor } from '../core/once.js'
import { ConsentError } from '../core/errors.js'
import { adderTo, createChanges } from './changes.js'
import {
  draftOf,
  firstState,
  type ChangeReason,
  type ConsentChange,
  type ConsentState,
  type DecisionListener,
  type DecisionReason,
} from './consent-state.js'
import type { ConsentStoreOptions, ErrorListener, WiredStore } from './wired-store.js'
import { createEraser } from './eraser.js'
import { createRecords } from './records.js'

/** Wires the parts of a store: records, the eraser, and those who hear of changes. Its cookies come by `once`. */
export function wireStore(consent: Consent, options: ConsentStoreOptions): WiredStore {
  const { snapshot, region = snapshot?.region, clock = Date.now, bounded, createId, storage, onError } = options
  const { signals = () => snapshot?.signals } = options
  const jar = options.jar as ConsentStoreOptions['jar'] | undefined // untyped code may leave it out
  if (!jar) throw new ConsentError('missing-jar', process.env.NODE_ENV !== 'production' && NO_JAR)
  const { cookie, ids } = consent
  const errorListeners = new Set<ErrorListener>(onError && [onError])
  const report = (error: unknown): void => notify(throwLater, errorListeners, error, {})
  const reportOrThrow = (error: unknown): void => (errorListeners.size ? report : throwLater)(error)
  const records = createRecords(consent, jar, clock, createId)
  const liveGrant = (record: ConsentRecord | undefined): Grant =>
    grantFor(record, consent, { now: clock(), signals: signals(), region })
  const first = firstState(consent, snapshot, region, bounded && liveGrant(records.read()))
  const { getState, getInitialState, setState } = createStore(() => first)
  const eraser = createEraser(consent, jar, storage, first.grant, reportOrThrow)

  const { subscribe, onChange, tell, tellSubscribers } = createChanges(reportOrThrow)
  const decisionListeners = new Set<DecisionListener<string>>()
  let { draft: lastDraft } = first // what closing the panel goes back to
  let language: string | undefined
  let isEnforced = false

  const update = (partial: Partial<ConsentState<string>>): void => {
    const before = getState()
    setState(partial)
    tellSubscribers(getState(), before)
  }
  /** Sets the state of a record, before anyone is told: whoever hears of its write finds it. A decision closes the panel. */
  const take = (record: ConsentRecord | undefined, isDecision?: boolean): void => {
    const { open, draft, ...before } = getState()
    const now = clock()
    const next = {
      status: statusOf(record, consent, now),
      record,
      grant: liveGrant(record),
      asking: askingFor(record, consent, { now, region }),
    }
    if (!isDecision && isSame(before, next)) return
    lastDraft = next.grant
    isEnforced = false
    setState(open && !isDecision ? next : { ...next, draft: next.grant, open: false })
  }
  const enforce = ({ after, reason }: ConsentChange<string>): void => {
    const { grant, status } = getState()
    if (reason === 'time' || (reason === 'start' && status !== 'decided')) return
    void eraser.erase(grant, reason === 'start' ? 'late' : reason)
    isEnforced = true // what the jar has told meanwhile is part of this
    if (reason !== 'start') notify(reportOrThrow, decisionListeners, after.record, { reason })
  }
  const announce = (before: ConsentState<string>, reason: ChangeReason, then = enforce): void =>
    tell({ before, after: getState(), reason }, then)
  const look = (reason: 'start' | 'external', then?: typeof enforce): void => {
    const before = getState()
    const found = records.look(before.record)
    if (!found || (reason === 'external' && isSame(found.record, before.record))) return
    take(found.record)
    announce(before, reason, then)
  }
  /** Without a choice it forgets the one before. */
  const decide = (reason: DecisionReason, choice?: Choice): WriteResult => {
    const before = getState()
    const record = choice && records.make(reason, choice, language)
    take(record, true)
    const result = records.write(record)
    announce(before, reason)
    if (result.ok && result.verified) look('external') // somebody may have written meanwhile
    return result
  }
  const store: WiredStore = {
    consent,
    jar,
    region,
    snapshot,
    getState,
    getInitialState,
    subscribe,
    onChange,
    onDecision: adderTo(decisionListeners),
    onErase: adderTo(eraser.listeners),
    onError: adderTo(errorListeners),
    report,
    reportUncaught: reportOrThrow,
    once: onceFor(() => store),
    acceptAll: () => decide('accept', { categories: ids }),
    rejectAll: () => decide('reject', { categories: [] }),
    save: (choice) => decide('save', choice?.categories ? choice : getState().draft), // an event has no categories
    dismiss: () => decide('dismiss', { categories: [] }),
    reset: () => decide('reset'),
    setLanguage(tag) {
      language = tag
    },
    openPreferences() {
      const { open, draft } = getState()
      if (open) return
      lastDraft = draft
      update({ open: true })
    },
    closePreferences() {
      if (getState().open) update({ open: false, draft: lastDraft })
    },
    setDraft(choice) {
      update({ draft: draftOf(choice, getState().draft, consent) })
    },
    refresh: () => look('start', () => undefined),
    // Several roots with one store follow the browser once.
    start: shared(() => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const schedule = (): void => {
        clearTimeout(timer)
        const { changesAt } = getState().grant
        if (changesAt !== null) timer = setTimeout(expire, Math.min(changesAt - clock(), MAX_TIMEOUT))
      }
      const expire = (): void => {
        const before = getState()
        take(before.record)
        announce(before, 'time')
        schedule() // after MAX_TIMEOUT nothing may have changed yet
      }
      const stops = [
        jar.subscribe((changed) => {
          if (changed.has(cookie.name)) look('external')
          else if (isEnforced) void eraser.erase(getState().grant, 'late', changed)
        }),
        onChange(schedule),
      ]
      look('start')
      schedule()
      return () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    }),
  }
  return store
}

const NO_JAR =
  'createConsentStore needs a jar, because it knows no browser. Pass { jar: createBrowserJar() }, or createMemoryJar() in a test.'

/** Whether two values are the same plain data, made in the same order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
