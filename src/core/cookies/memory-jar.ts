import { callEach } from '../call.js'
import { endOf } from './attributes.js'
import { toWellFormed } from './cookie-value.js'
import { bareDomain, isDomain } from './domain-and-path.js'
import { checkWrite, type Jar } from './jar.js'
import { MAX_TIMEOUT } from './limits.js'
import { parseCookie } from './parse-cookie.js'

/** How {@link createMemoryJar} judges. */
export interface MemoryJarOptions {
  /** The clock that lifetimes are judged by, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
}

/**
 * A jar in memory, with a browser's rules for sizes and attributes: for tests and for code without a browser. It knows
 * one path and one host. Cookies end by its clock: at the next read, and, while somebody listens, by a timer.
 *
 * @param header - what it holds at first, as a `Cookie` header has it
 *
 * @example
 * ```ts
 * import { createMemoryJar } from 'assent/core'
 *
 * const jar = createMemoryJar('theme=dark')
 * jar.get('theme') // 'dark'
 * ```
 */
export function createMemoryJar(header = '', { clock = Date.now }: MemoryJarOptions = {}): Jar {
  const extra: [string, string][] = []
  let all = parseCookie(header, { onDuplicate: (name, value) => extra.push([name, value]) })
  const ends = new Map<string, number>()
  const listeners = new Set<(changed: ReadonlySet<string>) => void>()
  const untold = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const replace = (name: string, value: string | undefined): void => {
    for (let i = extra.length; i--;) if (extra[i]?.[0] === name) extra.splice(i, 1)
    const next = Object.assign(Object.create(null) as Record<string, string>, all)
    if (value === undefined) delete next[name]
    else next[name] = value
    all = next
  }
  const put = (name: string, value: string | undefined): void => {
    if (all[name] === value && !extra.some(([key]) => key === name)) return
    replace(name, value)
    callEach(listeners, new Set([name]))
  }
  /** Drops what has ended, and gives what is left. A read tells nobody: the timer does. */
  const live = (): typeof all => {
    for (const [name, end] of [...ends])
      if (end <= clock()) {
        ends.delete(name)
        untold.add(name)
        replace(name, undefined)
      }
    return all
  }
  const schedule = (): void => {
    clearTimeout(timer)
    const now = clock()
    const wait = Math.min(...ends.values(), untold.size ? now : Infinity) - now
    if (!listeners.size || wait > MAX_TIMEOUT) return
    timer = setTimeout(() => {
      live()
      const names = new Set(untold)
      untold.clear()
      if (names.size) callEach(listeners, names)
      if (clock() > now) schedule() // a clock that stands still ends nothing
    }, wait)
  }
  function getAll(): Readonly<Record<string, string>>
  function getAll(name: string): readonly string[]
  function getAll(name?: string): Readonly<Record<string, string>> | readonly string[] {
    if (name === undefined) return live()
    const first = live()[name]
    return first === undefined ? [] : [first, ...extra.filter(([key]) => key === name).map(([, value]) => value)]
  }
  return {
    get: (name) => live()[name],
    getAll,
    set(name, value, options = {}) {
      const { domain = '' } = options
      const reason =
        checkWrite(name, value, options) ?? (domain && !isDomain(bareDomain(domain)) ? 'rejected' : undefined)
      if (reason) return { ok: false, reason }
      const end = endOf(options, clock())
      const isOver = end <= clock()
      live()
      ends.delete(name)
      if (end < Infinity && !isOver) ends.set(name, end)
      put(name, isOver ? undefined : toWellFormed(value))
      schedule()
      return { ok: true, verified: true }
    },
    remove(name) {
      ends.delete(name)
      put(name, undefined)
      schedule()
      return { ok: true, verified: true }
    },
    subscribe(listener) {
      listeners.add(listener)
      schedule()
      return () => {
        listeners.delete(listener)
        schedule()
      }
    },
  }
}
