import type { Judgement } from './judge.js'

/** Carries out natively what was called; with these arguments, where they are others. */
export type Run = (args?: readonly unknown[]) => unknown

/** What is called in the place of a method, a setter or a constructor. */
export type Handler = (run: Run, args: readonly unknown[], self: object) => unknown

export interface Patches {
  /** Puts a handler in the place of a method, a constructor or a setter; of what a browser has not, nothing. */
  patch(this: void, target: object | undefined, name: string, handler: Handler): void
  /** Puts everything back; where somebody has put theirs over ours since, ours only passes on. */
  undo(this: void): void
}

// A page may replace it, and ours would call theirs.
const { apply, construct, defineProperty, get, getOwnPropertyDescriptor } = Reflect

/** By this, a patch that has ended tells another guard what it covers. Pages cannot ask. */
const COVERED: unique symbol = Symbol()

export function createPatches(): Patches {
  const undos: (() => void)[] = []
  let isOn = true
  return {
    patch(target = {}, name, handler) {
      const before = getOwnPropertyDescriptor(target, name)
      if (!before?.configurable) return
      const member = before.set ? 'set' : 'value'
      const native = before[member] as (this: unknown, ...args: unknown[]) => unknown // all that is patched is called
      const handle = (run: Run, args: unknown[], self: object): unknown => (isOn ? handler(run, args, self) : run())
      // Not a function of ours: to whoever looks, this one has the name, the text and the members of the browser's.
      const ours = new Proxy(native, {
        get: (_, key) => (key !== COVERED ? get(native, key) : isOn ? undefined : before) as unknown,
        apply: (_, self: object, args: unknown[]) => handle((given = args) => apply(native, self, given), args, self),
        construct: (_, args: unknown[], derived) =>
          handle((given = args) => construct(native, given, derived), args, native) as object, // as handlers of constructors give
      })
      defineProperty(target, name, { ...before, [member]: ours })
      undos.push(() => {
        if (getOwnPropertyDescriptor(target, name)?.[member] !== ours) return
        let left = before
        let next: PropertyDescriptor | undefined
        while ((next = coveredBy(get(left, member) as object))) left = next
        defineProperty(target, name, left)
      })
    },
    undo() {
      isOn = false
      for (const undo of undos) undo()
    },
  }
}

function coveredBy(patch: object): PropertyDescriptor | undefined {
  return get(patch, COVERED) as PropertyDescriptor | undefined // of a patch of ours; others have no such member
}

/** Dispatches events, one after the other, once the script that is running has ended: as a network would. */
export function fire(target: EventTarget, ...types: readonly string[]): void {
  setTimeout(() => {
    // RFC 6455 §7.4.1: 1006 is a connection that ended without a word.
    for (const type of types)
      target.dispatchEvent(type === 'close' ? new CloseEvent(type, { code: 1006 }) : new Event(type))
  })
}

/** Carries out what gives a promise: now, at a grant, or never, which fails as where the network is down. */
export function promised(judgement: Judgement, run: Run): unknown {
  let resolve: ((value: unknown) => void) | undefined
  return judgement(
    () => {
      const result = run()
      resolve?.(result)
      return result
    },
    (isHeld) =>
      new Promise((done, fail) => {
        if (isHeld) resolve = done
        else fail(new TypeError('Failed to fetch'))
      }),
  )
}
