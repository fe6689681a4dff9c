import { callEach } from '../../core/call.js'
import { endOf } from '../../core/cookies/attributes.js'
import { toWellFormed } from '../../core/cookies/cookie-value.js'
import { isStorableName } from '../../core/cookies/cookie-name.js'
import { deletionOf, placesAround, type Place } from '../../core/cookies/deletion.js'
import { isPath } from '../../core/cookies/domain-and-path.js'
import { checkWrite, type Jar, type WriteFailure, type WriteResult } from '../../core/cookies/jar.js'
import { MAX_TIMEOUT } from '../../core/cookies/limits.js'
import { parseCookie, valuesOf } from '../../core/cookies/parse-cookie.js'
import { isForeign, isSentTo, type Site } from '../../core/cookies/scope.js'
import { warn } from '../../core/debug.js'
import { whyRefused } from '../../core/lint/check-set-cookie.js'
import { onPage, readCookies } from '../page.js'
import { watchCookies } from './watch-cookies.js'
import { writeCookie } from './write-cookie.js'

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
    const now = readCookies()
    if (now !== text) all = parseCookie((text = now))
    if (name === undefined) return all
    return valuesOf(now, name)
  }

  /** Tells those who listen what has changed since they were told. */
  const refresh = (): void => {
    if (!watch) return
    const before = seen
    seen = getAll()
    const changed = new Set(Object.keys({ ...before, ...seen }).filter((name) => before[name] !== seen[name]))
    if (changed.size) callEach(listeners, changed)
  }

  /** Carries out writes, and tells how they ended by reading back where the page can. */
  const settle = (place: Place, writes: () => void, failure: () => WriteFailure | undefined): WriteResult => {
    const isWritten =
      !isForeign(place, site()) &&
      onPage(() => {
        writes()
        return true
      }, false)
    if (!isWritten) return { ok: false, reason: 'rejected' }
    refresh()
    watch?.announce()
    const verified = isSentTo(place, site())
    const reason = verified ? failure() : undefined
    return reason ? { ok: false, reason } : { ok: true, verified }
  }
  const expire = (name: string, places: readonly Place[] = placesAround(site())): void => {
    for (const place of places)
      for (const isSecure of [false, true])
        // Over http only the browser's own machine is trusted with what is Secure, as all is that is Partitioned; there a
        // cookie may be either.
        if (isSecure ? isHttps() || isSecureContext : !isHttps() && !place.partitioned)
          writeCookie(name, '', deletionOf(name, place, isSecure))
  }
  const remove: Jar['remove'] = (name, { everywhere, ...place } = {}) =>
    isStorableName(name) && isPath(place.path ?? '/')
      ? settle(
          everywhere ? {} : place,
          () => expire(name, everywhere ? undefined : [place]),
          () => (getAll(name).length ? 'rejected' : undefined),
        )
      : { ok: false, reason: 'invalid-attribute' }

  return {
    get: (name) => getAll()[name],
    getAll,
    set(name, value, options = {}) {
      const { sameSite = 'lax', secure = isHttps(), clearOthers } = options
      const attributes = { ...options, secure, sameSite }
      const invalid = checkWrite(name, value, attributes)
      if (invalid) return { ok: false, reason: invalid }
      clearTimeout(timers.get(name))
      const wait = endOf(options, Date.now()) - Date.now()
      if (wait <= 0) return remove(name, options)
      const text = toWellFormed(value)
      const write = (): void => writeCookie(name, value, attributes)
      const result = settle(
        options,
        () => {
          write()
          if (clearOthers && getAll(name).length > 1) {
            expire(name)
            write()
          }
        },
        () => (getAll()[name] === text ? undefined : getAll(name).includes(text) ? 'shadowed' : 'rejected'),
      )
      const look = (): void => {
        refresh()
        timers.set(name, setTimeout(refresh, 1000)) // some browsers count in seconds
      }
      if (wait <= MAX_TIMEOUT) timers.set(name, setTimeout(look, wait + 50))
      if (process.env.NODE_ENV !== 'production' && !result.ok) {
        const why = whyRefused({ ...attributes, name, value }, site())
        if (why) warn(`The browser does not take the cookie "${name}" on this page. ${why}`)
      }
      return result
    },
    remove,
    subscribe(listener) {
      listeners.add(listener)
      if (!watch) {
        seen = getAll()
        watch = watchCookies(refresh)
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
