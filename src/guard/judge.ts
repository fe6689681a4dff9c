import { callEach } from '../core/call.js'
import { type Consent, type Owner, servicesOf } from '../core/declaration/consent.js'
import { type Grant } from '../core/decision/grant.js'
import { isForbidden, isPermitted } from '../core/declaration/owners.js'
import { debug } from '../core/debug.js'

/** What was used to write or to send. */
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
  | 'script'
  | 'iframe'
  | 'img'
  | 'link'

/** Something that was not let through. */
export interface Blocked {
  readonly route: GuardRoute
  /** The name of a cookie, the key of an item, or a URL without its query. */
  readonly target: string
  /** Who declares it and is not granted; empty where nobody declares it. */
  readonly missing: readonly Owner[]
  /** Whether it is kept, to be carried out at a grant. */
  readonly held: boolean
  /** The file of the script that did it, as far as the browser tells. */
  readonly by: string | undefined
}

/** What may be said of an attempt, besides what it is. */
export interface Circumstances {
  /** What it writes to, and under which name: of two held writes the later one counts. */
  readonly place?: readonly [object, string] | undefined
  /** Whether it cannot wait: its caller needs what comes of it. */
  readonly now?: boolean | undefined
  /** Whether it only erases: of that, nothing is held or reported. */
  readonly erases?: boolean | undefined
}

/** Carries something out; or, where that is not granted, does the other thing, which is told whether it is held. */
export type Judgement = (run: () => unknown, otherwise: (isHeld: boolean) => unknown) => unknown

export interface Judge {
  judge(
    this: void,
    route: GuardRoute,
    target: string,
    owners: readonly Owner[],
    circumstances?: Circumstances,
  ): Judgement
  /** Forgets what is held for a place: something newer is there, or it was removed. */
  forget(this: void, place: Circumstances['place']): void
  /** Whether nothing at all is forbidden: then nobody needs to look. */
  isIdle(this: void): boolean
  /** Takes a grant, and carries out what it permits, in order. */
  take(this: void, grant: Grant): void
}

/** What waits for a grant; more is refused. */
const MAX_HELD = 100

export function createJudge(
  consent: Consent,
  hold: boolean,
  refuseUndeclared: boolean,
  onBlocked: ((blocked: Blocked) => void) | undefined,
): Judge {
  type Held = readonly [owners: readonly Owner[], run: () => unknown, place: Circumstances['place']]
  const { categories, ids } = consent
  const findCaller = createCallerFinder()
  const reports = new Set<string>()
  let held: Held[] = []
  let isIdle: boolean
  let grant: Grant

  const isRefused = (owners: readonly Owner[]): boolean =>
    owners.length ? isForbidden(owners, categories, grant) : refuseUndeclared
  const forget: Judge['forget'] = (place) => {
    if (held.length && place) held = held.filter(([, , one]) => one?.[0] !== place[0] || one[1] !== place[1])
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
          reports.add(key)
          const missing = owners.filter((owner) => !isPermitted(owner, categories, grant))
          const blocked: Blocked = { route, target, missing, held: isHeld, by: findCaller() }
          debug('The guard kept something back.', blocked)
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
      held = held.filter((one) => !due.includes(one))
      callEach(due.map(([, run]) => run))
    },
  }
}

const PLACE = /https?:\/\/[^\s)]+?(?=:\d+:\d+)/g

/** Makes what tells which script is running: the first file of the stack that is not this one. */
export function createCallerFinder(): () => string | undefined {
  const files = (): string[] => new Error().stack?.match(PLACE) ?? []
  const [own] = files()
  return () => files().find((file) => file !== own)
}
