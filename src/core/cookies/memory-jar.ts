import { callEach } from '../call.js'
import { checkWrite, type Jar } from './jar.js'
import { toWellFormed } from './cookie-value.js'
import { isOver } from './attributes.js'
import { parseCookie } from './parse-cookie.js'

/** How {@link createMemoryJar} judges. */
export interface MemoryJarOptions {
  /** The clock that `expires` is judged by, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
}

/**
 * A jar in memory, with a browser's rules for sizes and attributes: for tests and for code without a browser. It knows
 * one path and one host, and nothing expires in it; a write with a lifetime that is over removes.
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
  const listeners = new Set<(changed: ReadonlySet<string>) => void>()
  const put = (name: string, value: string | undefined): void => {
    if (all[name] === value && !extra.some(([key]) => key === name)) return
    for (let i = extra.length; i--;) if (extra[i]?.[0] === name) extra.splice(i, 1)
    const next = Object.assign(Object.create(null) as Record<string, string>, all)
    if (value === undefined) delete next[name]
    else next[name] = value
    all = next
    callEach(listeners, new Set([name]))
  }
  function getAll(): Readonly<Record<string, string>>
  function getAll(name: string): readonly string[]
  function getAll(name?: string): Readonly<Record<string, string>> | readonly string[] {
    if (name === undefined) return all
    const first = all[name]
    return first === undefined ? [] : [first, ...extra.filter(([key]) => key === name).map(([, value]) => value)]
  }
  return {
    get: (name) => all[name],
    getAll,
    set(name, value, options) {
      const reason = checkWrite(name, value, options)
      if (reason) return { ok: false, reason }
      put(name, options && isOver(options, clock()) ? undefined : toWellFormed(value))
      return { ok: true, verified: true }
    },
    remove(name) {
      put(name, undefined)
      return { ok: true, verified: true }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
