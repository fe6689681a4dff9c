import { callEach } from '../../core/call.js'
import { debug } from '../../core/debug.js'
import { isGranted, ownersIn, type Condition } from '../../core/decision/condition.js'
import type { Grant } from '../../core/decision/grant.js'
import type { Consent } from '../../core/declaration/consent.js'
import { memberOf } from '../../core/member-of.js'
import { createScriptsRun } from '../scripts-run.js'
import { onceInPage } from './once-in-page.js'
import type { ScriptDescription } from './script-element.js'
import { createScriptQueue } from './script-queue.js'

/** A source of grants that scripts and tags follow: a consent store. */
export interface GrantSource {
  readonly consent: Consent
  getState(this: void): { readonly grant: Grant }
  onChange(this: void, listener: () => void): () => void
  once<T>(this: void, make: (source: GrantSource) => T): T
}

/** A request for a script, until it ends. */
export interface ScriptRequest {
  readonly condition: Condition<Consent>
  /** Describes the script's element. Called when the element is made. */
  describe(this: void): ScriptDescription
  onLoad(this: void, event?: Event): void
  onError(this: void, error: unknown): void
  /** Called when the grant is withdrawn. The element is removed, but its code has run. */
  onRevoke(this: void): void
}

interface Asked extends ScriptRequest {
  readonly source: GrantSource
}

interface Entry {
  /** The requests. The last one stays after it ends, as long as its script does, to react to a withdrawal. */
  requests: readonly Asked[]
  isAbandoned: boolean
  state: 'waiting' | 'queued' | 'running' | 'loaded'
  takeBack?: (() => void) | undefined
}

/**
 * Loads a script once in the page for all requests with the same key, in whichever store, as soon as one is granted. It
 * removes the element when none is granted any longer. Returns a function that ends the request. The script stays until
 * its grant is withdrawn.
 */
export function requestScript(source: GrantSource, key: string, request: ScriptRequest): () => void {
  return onceInPage(createScriptRegistry)(key, { ...request, source })
}

function createScriptRegistry(): (key: string, request: Asked) => () => void {
  const entries = new Map<string, Entry>()
  const run = createScriptQueue()

  const load = (entry: Entry, { describe }: Asked): void => {
    entry.state = 'queued'
    entry.takeBack = run({
      ...describe(),
      insert(element) {
        entry.state = 'running'
        entry.requests.forEach(markRun)
        memberOf(document, 'head').append(element)
      },
      onLoad(event) {
        if (entry.state !== 'running') return // it was withdrawn meanwhile
        entry.state = 'loaded'
        notify(entry, ({ onLoad }) => onLoad(event))
      },
      onError(error) {
        debug('A script did not load.', error)
        notify(entry, ({ onError }) => onError(error))
      },
    })
  }
  const update = (key: string, entry: Entry): void => {
    const granted = entry.requests.find(isMet)
    if (granted && entry.state === 'waiting') load(entry, granted)
    if (granted || entry.state === 'waiting') return
    entry.state = 'waiting'
    entry.takeBack?.()
    notify(entry, ({ onRevoke }) => onRevoke())
    if (entry.isAbandoned) entries.delete(key)
  }
  const follow = ({ onChange }: GrantSource): (() => void) =>
    onChange(() => {
      for (const [key, entry] of [...entries]) update(key, entry)
    })

  return (key, request) => {
    request.source.once(follow)
    const entry: Entry = entries.get(key) ?? { requests: [], isAbandoned: false, state: 'waiting' }
    entries.set(key, entry)
    entry.requests = entry.isAbandoned ? [request] : [...entry.requests, request]
    entry.isAbandoned = false
    if (entry.state === 'waiting') update(key, entry)
    else if (entry.state !== 'queued') markRun(request)
    // A store that has not started does not withdraw the script now. It does so when it changes.
    if (entry.state === 'loaded')
      queueMicrotask(() => {
        // The request may have ended meanwhile: StrictMode makes it twice.
        if (entry.state === 'loaded' && !entry.isAbandoned && entry.requests.includes(request)) request.onLoad()
      })
    return () => {
      const others = entry.requests.filter((other) => other !== request)
      if (others.length > 0) entry.requests = others
      else if (entry.state === 'waiting') entries.delete(key)
      else entry.isAbandoned = true
      if (others.length > 0) update(key, entry)
    }
  }
}

function isMet({ condition, source }: Asked): boolean {
  return isGranted<Consent>(condition, source.getState().grant)
}

function markRun(request: Asked): void {
  const { condition, source } = request
  if (isMet(request)) for (const owner of ownersIn(condition, source.consent)) source.once(createScriptsRun).add(owner)
}

function notify({ requests }: Entry, call: (request: Asked) => void): void {
  callEach(requests.map((request) => () => call(request)))
}
