import { callEach } from '../core/call.js'
import { type Consent, type Owner, servicesOf } from '../core/declaration/consent.js'
import { type Grant } from '../core/decision/grant.js'
import { isForbidden, isPermitted } from '../core/declaration/owners.js'
import { debug } from '../core/debug.js'

/** The ways to write, send or load that the guard judges. */
export type GuardRoute =
  | 'document.cookie'
  | 'cookieStore'
  | 'localStorage'
  | 'sessionStorage'
  | 'fetch'
  | 'XMLHttpRequest'
  | 'sendBeacon'
  | 'WebSocket'
  | 'EventSource'
  | 'WebSocketStream'
  | 'fetchLater'
  | 'FontFace'
  | GuardedElement

/** The elements whose URLs the guard judges. */
type GuardedElement =
  | 'script'
  | 'iframe'
  | 'frame'
  | 'img'
  | 'link'
  | 'input'
  | 'source'
  | 'video'
  | 'audio'
  | 'track'
  | 'embed'
  | 'object'
  | 'base'
  | 'image'
  | 'feImage'
  | 'body'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'td'
  | 'th'

/** A write, a request or a URL that the guard blocked. */
export interface Blocked {
  readonly route: GuardRoute
  /** The name of a cookie, the key of an item, or a URL without its query. */
  readonly target: string
  /** The owners that are not granted; empty if it is undeclared. */
  readonly missing: readonly Owner[]
  /** Whether it is held in memory, and runs after a grant. */
  readonly held: boolean
  /** The file of the script that made it, if the browser shows it. */
  readonly by: string | undefined
}

/** The options of a judgement. */
export interface JudgeOptions {
  /** The object and the name that are written. A later write to the same place replaces a held one. */
  readonly place?: readonly [object, string] | undefined
  /** Whether it cannot be held, because its caller needs the result at once. */
  readonly now?: boolean | undefined
  /** Whether it only erases. A refused erasure is neither held nor reported. */
  readonly erases?: boolean | undefined
}

/** Runs an action if it is granted. Otherwise it calls `otherwise`, and says whether the action is held. */
export type Judgement = (run: () => unknown, otherwise: (isHeld: boolean) => unknown) => unknown

export interface Judge {
  judge(this: void, route: GuardRoute, target: string, owners: readonly Owner[], options?: JudgeOptions): Judgement
  /** Drops the held action of a place, because a newer write replaced or removed it. */
  forget(this: void, place: JudgeOptions['place']): void
  /** Whether nothing is forbidden, so that no check is needed. */
  isIdle(this: void): boolean
  /** Applies a grant, and runs the held actions that it permits, in order. */
  take(this: void, grant: Grant): void
}

/** The most actions that are held. Further ones are refused. */
const MAX_HELD = 100
/** After so many reports a route and target may be reported again, so that they take no more memory. */
const MAX_REPORTS = 1000

export function createJudge(
  consent: Consent,
  hold: boolean,
  refuseUndeclared: boolean,
  onBlocked: ((blocked: Blocked) => void) | undefined,
): Judge {
  type Held = readonly [owners: readonly Owner[], run: () => unknown, place: JudgeOptions['place']]
  const { categories, ids } = consent
  const findCaller = createCallerFinder()
  const reports = new Set<string>()
  let held: Held[] = []
  let isIdle: boolean
  let grant: Grant

  const isRefused = (owners: readonly Owner[]): boolean =>
    owners.length ? isForbidden(owners, categories, grant) : refuseUndeclared
  const forget: Judge['forget'] = (place) => {
    if (held.length && place) held = held.filter(([, , other]) => other?.[0] !== place[0] || other[1] !== place[1])
  }
  return {
    judge:
      (route, target, owners, { place, now, erases } = {}) =>
      (run, otherwise) => {
        forget(place)
        if (!isRefused(owners)) return run()
        if (erases) return otherwise(false)
        const isHeld = hold && !now && owners.length > 0 && held.length < MAX_HELD
        if (isHeld) held.push([owners, run, place])
        const key = `${route} ${target}`
        if (!reports.has(key)) {
          if (reports.size >= MAX_REPORTS) reports.clear()
          reports.add(key)
          const missing = owners.filter((owner) => !isPermitted(owner, categories, grant))
          const blocked: Blocked = { route, target, missing, held: isHeld, by: findCaller() }
          debug('The guard blocked a write, a request or a URL.', blocked)
          if (process.env.NODE_ENV !== 'production') performance.mark('assent: blocked', { detail: blocked }) // for devtools
          if (onBlocked) callEach([onBlocked], blocked)
        }
        return otherwise(isHeld)
      },
    forget,
    isIdle: () => isIdle,
    take(next) {
      grant = next
      const { length } = [...grant.categories, ...grant.services]
      isIdle = !refuseUndeclared && length === ids.length + servicesOf(consent).length
      const due = held.filter(([owners]) => !isRefused(owners))
      held = held.filter((action) => !due.includes(action))
      callEach(due.map(([, run]) => run))
    },
  }
}

const PLACE = /https?:\/\/[^\s)]+?(?=:\d+:\d+)/g

/** Makes a function that finds the running script: the first file of the stack that is not this one. */
function createCallerFinder(): () => string | undefined {
  const files = (): string[] => new Error().stack?.match(PLACE) ?? []
  const [own] = files()
  return () => files().find((file) => file !== own)
}
