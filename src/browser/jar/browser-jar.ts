import { callEach } from '../../core/call.js'
import { endOf } from '../../core/cookies/attributes.js'
import { decodeValue, encodeValue } from '../../core/cookies/cookie-value.js'
import { deletionsOf, placesAround } from '../../core/cookies/deletion.js'
import {
  checkWrite,
  type Jar,
  type RemoveOptions,
  type WriteFailure,
  type WriteResult,
} from '../../core/cookies/jar.js'
import { parseCookie } from '../../core/cookies/parse-cookie.js'
import { mayRead, type Site } from '../../core/cookies/scope.js'
import { warn } from '../../core/debug.js'
import { whyRefused } from '../../core/lint/check-set-cookie.js'
import { onPage } from '../page.js'
import { watchCookies } from './watch-cookies.js'
import { writeCookie } from './write-cookie.js'

/** `setTimeout` takes 31 bits of milliseconds. */
const MAX_TIMEOUT = 2_147_483_647

/**
 * The cookies of this page. Reads come from one parse, cached while `document.cookie` stays the same; every write is
 * read back. Where cookies are blocked it answers `rejected` and never throws; on a server it is empty.
 *
 * Defaults of a write: `path: '/'`, `sameSite: 'lax'`, `secure` on https.
 *
 * @example
 * ```ts
 * import { createBrowserJar } from 'assent/core'
 *
 * const jar = createBrowserJar()
 * const result = jar.set('theme', 'dark', { maxAge: 3600 })
 * if (!result.ok) console.log(result.reason)
 * ```
 */
export function createBrowserJar(): Jar {
  type Cookies = Readonly<Record<string, string>>
  const listeners = new Set<(changed: ReadonlySet<string>) => void>()
  let text: string | undefined
  let all: Cookies
  let seen: Cookies
  let watch: ReturnType<typeof watchCookies> | undefined
  // After `pushState` Chromium goes on with the cookies of the path that the page came by.
  const cameBy = onPage(() => location.pathname, '/')
  const site = (): Site =>
    onPage<Site>(() => ({ host: location.hostname, paths: [cameBy, location.pathname], isSecure: isHttps() }), {})
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function getAll(): Cookies
  function getAll(name: string): readonly string[]
  function getAll(name?: string): Cookies | readonly string[] {
    const now = onPage(() => document.cookie, '')
    if (now !== text) all = parseCookie((text = now))
    if (name === undefined) return all
    const values: string[] = []
    const first = all[name]
    if (first !== undefined) values.push(first)
    parseCookie(now, { onDuplicate: (key, value) => key === name && values.push(value) })
    return values
  }

  const notify = (): void => {
    const before = seen
    seen = getAll()
    const changed = new Set(Object.keys({ ...before, ...seen }).filter((name) => before[name] !== seen[name]))
    if (changed.size) callEach(listeners, changed)
  }

  /** Carries out writes and tells how they ended, by reading back where the page can. */
  const settle = (writes: () => void, failure: () => WriteFailure | undefined, place: RemoveOptions): WriteResult => {
    const isWritten = onPage(() => {
      writes()
      return true
    }, false)
    if (isWritten && watch) {
      notify()
      watch.announce()
    }
    const verified = mayRead(place, site()).may === 'yes'
    const reason = isWritten ? verified && failure() : 'rejected'
    return reason ? { ok: false, reason } : { ok: true, verified }
  }
  const refresh = (): void => {
    if (watch) notify()
  }
  const remove: Jar['remove'] = (name, options = {}) => {
    const { everywhere } = options
    const lines = deletionsOf(name, everywhere ? placesAround(site()) : [options], site())
    if (!lines.length) return { ok: false, reason: 'rejected' }
    return settle(
      () => lines.forEach((line) => writeCookie(name, '', line)),
      () => (getAll(name).length ? 'rejected' : undefined),
      everywhere ? {} : options,
    )
  }

  return {
    get: (name) => getAll()[name],
    getAll,
    set(name, value, options = {}) {
      const { sameSite = 'lax', secure = isHttps(), clearOthers } = options
      const reason = checkWrite(name, value, { ...options, secure }, site())
      if (process.env.NODE_ENV !== 'production' && reason === 'rejected')
        warn(
          `The cookie "${name}" cannot be set on this page. ${whyRefused({ ...options, name, value, secure }, site())}`,
        )
      if (reason) return { ok: false, reason }
      clearTimeout(timers.get(name))
      const wait = endOf(options, Date.now()) - Date.now()
      if (wait <= 0) return remove(name, options)
      const text = decodeValue(encodeValue(value)) // without half characters
      const isHidden = (): boolean => getAll(name).indexOf(text) > 0
      const write = (): void => writeCookie(name, value, { ...options, secure, sameSite })
      const result = settle(
        () => {
          write()
          if (clearOthers && isHidden()) {
            for (const line of deletionsOf(name, placesAround(site()), site())) writeCookie(name, '', line)
            write()
          }
        },
        () => (getAll()[name] === text ? undefined : isHidden() ? 'shadowed' : 'rejected'),
        options,
      )
      if (wait <= MAX_TIMEOUT) timers.set(name, setTimeout(refresh, wait))
      return result
    },
    remove,
    subscribe(listener) {
      listeners.add(listener)
      if (!watch) {
        seen = getAll()
        watch = watchCookies(notify)
      }
      return () => {
        listeners.delete(listener)
        if (!listeners.size) {
          watch?.stop()
          watch = undefined
        }
      }
    },
    refresh,
  }
}

function isHttps(): boolean {
  return typeof location === 'object' && location.protocol === 'https:'
}
