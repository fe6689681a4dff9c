import Cookies from 'js-cookie'
import { callEach } from '../../core/call.js'
import { checkWrite, type Jar, type WriteOptions, type WriteResult } from '../../core/cookies/jar.js'
import { isOver } from '../../core/cookies/attributes.js'
import { MAX_AGE_SECONDS } from '../../core/cookies/limits.js'
import { parseCookie } from '../../core/cookies/parse-cookie.js'
import { onPage } from '../page.js'
import { ancestorPaths, isReadable, parentDomains } from './places.js'
import { watchCookies } from './watch-cookies.js'

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
  const pathnames = (): string[] => [cameBy, location.pathname]

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

  const write = (name: string, value: string, options: WriteOptions): void => {
    const { maxAge, expires, path = '/', domain, secure = isHttps(), sameSite = 'lax', partitioned, priority } = options
    const age = maxAge === undefined ? undefined : String(Math.min(Math.floor(maxAge), MAX_AGE_SECONDS))
    const attributes = { 'max-age': age, expires, path, domain, secure, samesite: sameSite, partitioned, priority }
    Cookies.set(name, value, attributes)
  }

  /** Carries out writes and tells how they ended, by reading back. */
  const settle = (writes: () => void, isDone: () => boolean, options: WriteOptions): WriteResult => {
    const isWritten = onPage(() => {
      writes()
      return true
    }, false)
    if (!isWritten) return { ok: false, reason: 'rejected' }
    if (watch) {
      notify()
      watch.announce()
    }
    const verified = isReadable(options, pathnames())
    return verified && !isDone() ? { ok: false, reason: 'rejected' } : { ok: true, verified }
  }

  return {
    get: (name) => getAll()[name],
    getAll,
    set(name, value, options = {}) {
      const reason = checkWrite(name, value, { ...options, secure: options.secure ?? isHttps() })
      if (reason) return { ok: false, reason }
      return settle(
        () => write(name, value, options),
        () => getAll(name).includes(value) !== isOver(options, Date.now()),
        options,
      )
    },
    remove(name, { everywhere, domain, path, partitioned } = {}) {
      return settle(
        () => {
          for (const host of everywhere ? [undefined, ...parentDomains()] : [domain])
            for (const place of everywhere ? ancestorPaths(pathnames()) : [path])
              for (const isPartitioned of everywhere && isHttps() ? [false, true] : [partitioned])
                write(name, '', { domain: host, path: place, partitioned: isPartitioned, maxAge: 0 })
        },
        () => !getAll(name).length,
        everywhere ? {} : { domain, path },
      )
    },
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
    refresh: () => watch && notify(),
  }
}

function isHttps(): boolean {
  return typeof location === 'object' && location.protocol === 'https:'
}
