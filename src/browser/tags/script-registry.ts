import { callEach } from '../../core/call.js'
import { isGranted, ownersIn, type Condition } from '../../core/decision/condition.js'
import type { Consent } from '../../core/declaration/consent.js'
import { debug } from '../../core/debug.js'
import { markRun } from '../../core/scripts-run.js'
import { createScriptQueue, type QueuedScript } from './script-queue.js'
import type { Grant } from '../../core/decision/grant.js'

/** Who asks for a script, as long as that is so. */
export interface ScriptRequest {
  readonly condition: Condition<Consent>
  /** How its element is made, asked when it is. */
  describe(this: void): Omit<QueuedScript, 'insert' | 'onLoad' | 'onError'>
  onLoad(this: void, event?: Event): void
  onError(this: void, error: unknown): void
  /** The grant was taken back: the element is gone, the code that ran is not. */
  onRevoke(this: void): void
}

interface Entry {
  /** The last one to go stays as long as its script does, to hear of a withdrawal. */
  requests: readonly ScriptRequest[]
  isAbandoned: boolean
  state: 'waiting' | 'loading' | 'loaded'
  takeBack?: (() => void) | undefined
}

const registries = new WeakMap<GrantSource, (key: string, request: ScriptRequest) => () => void>()

/**
 * Loads a script once for all who ask for it by the same key, as soon as one of them is granted it, and takes its
 * element away when none is any longer. Gives what ends the request; the script stays until its grant is taken back.
 */
export function requestScript(source: GrantSource, key: string, request: ScriptRequest): () => void {
  let registry = registries.get(source)
  if (!registry) registries.set(source, (registry = createRegistry(source)))
  return registry(key, request)
}

function createRegistry(source: GrantSource): (key: string, request: ScriptRequest) => () => void {
  const entries = new Map<string, Entry>()
  const run = createScriptQueue()

  const load = (entry: Entry, request: ScriptRequest): void => {
    entry.state = 'loading'
    entry.takeBack = run({
      ...request.describe(),
      insert(element) {
        for (const owner of ownersIn(request.condition, source.consent)) markRun(source, owner)
        document.head.append(element)
      },
      onLoad(event) {
        if (entry.state !== 'loading') return // withdrawn meanwhile
        entry.state = 'loaded'
        tell(entry, ({ onLoad }) => onLoad(event))
      },
      onError(error) {
        debug('A script did not load.', error)
        tell(entry, ({ onError }) => onError(error))
      },
    })
  }
  const update = (key: string, entry: Entry): void => {
    const { grant } = source.getState()
    const granted = entry.requests.find(({ condition }) => isGranted<Consent>(condition, grant))
    if (granted && entry.state === 'waiting') load(entry, granted)
    if (granted || entry.state === 'waiting') return
    entry.state = 'waiting'
    entry.takeBack?.()
    tell(entry, ({ onRevoke }) => onRevoke())
    if (entry.isAbandoned) entries.delete(key)
  }
  source.subscribe(() => {
    for (const [key, entry] of [...entries]) update(key, entry)
  })

  return (key, request) => {
    const entry: Entry = entries.get(key) ?? { requests: [], isAbandoned: false, state: 'waiting' }
    entries.set(key, entry)
    entry.requests = entry.isAbandoned ? [request] : [...entry.requests, request]
    entry.isAbandoned = false
    if (entry.state === 'loaded')
      queueMicrotask(() => {
        // Unless it has ended, or been told, meanwhile: StrictMode asks twice.
        if (entry.state === 'loaded' && !entry.isAbandoned && entry.requests.includes(request)) request.onLoad()
      })
    update(key, entry)
    return () => {
      const others = entry.requests.filter((other) => other !== request)
      if (others.length > 0) entry.requests = others
      else if (entry.state === 'waiting') entries.delete(key)
      else entry.isAbandoned = true
      if (others.length > 0) update(key, entry)
    }
  }
}

function tell({ requests }: Entry, say: (request: ScriptRequest) => void): void {
  callEach(requests.map((request) => () => say(request)))
}

/** What scripts and tags follow: a consent store. */
export interface GrantSource {
  readonly consent: Consent
  getState(this: void): { readonly grant: Grant }
  subscribe(this: void, listener: (state: { readonly grant: Grant }) => void): () => void
}
