import type { Judgement } from './judge.js'

/** Calls the native function, with other arguments if they are given. */
export type Run = (args?: readonly unknown[]) => unknown

/** The function that is called instead of a method, a setter or a constructor. */
export type Handler = (run: Run, args: readonly unknown[], self: object) => unknown

export interface Patches {
  /** Replaces a method, a constructor or a setter with a handler. Does nothing if the browser lacks it. */
  patch(this: void, target: object | undefined, name: string, handler: Handler): void
  /** Restores every native function. If other code has wrapped a patch since, the patch stays and only calls the native function. */
  undo(this: void): void
}

// Kept here, because a page may replace the members of Reflect.
const { apply, construct, defineProperty, get, getOwnPropertyDescriptor } = Reflect

/** The key under which an ended patch gives another guard the property that it covers. Pages cannot read it. */
const COVERED: unique symbol = Symbol()

export function createPatches(): Patches {
  const undos: (() => void)[] = []
  let isOn = true
  return {
    patch(target = {}, name, handler) {
      const before = getOwnPropertyDescriptor(target, name)
      if (!before?.configurable) return
      const member = before.set ? 'set' : 'value'
      const native = before[member] as (this: unknown, ...args: unknown[]) => unknown // every patched member is a function
      const handle = (run: Run, args: unknown[], self: object): unknown => (isOn ? handler(run, args, self) : run())
      // A proxy, not a function of ours, so that it shows the name, the text and the members of the browser's function.
      const ours = new Proxy(native, {
        get: (_, key) => (key !== COVERED ? get(native, key) : isOn ? undefined : before) as unknown,
        apply: (_, self: object, args: unknown[]) => handle((given = args) => apply(native, self, given), args, self),
        construct: (_, args: unknown[], derived) =>
          handle((given = args) => construct(native, given, derived), args, native) as object, // handlers of constructors give objects
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
  return get(patch, COVERED) as PropertyDescriptor | undefined // only our patches have this member
}

/** Dispatches events in order after the running script has ended, as the network would. */
export function fire(target: EventTarget, ...types: readonly string[]): void {
  setTimeout(() => {
    // RFC 6455 §7.4.1: 1006 means that the connection ended without a Close frame.
    for (const type of types)
      target.dispatchEvent(type === 'close' ? new CloseEvent(type, { code: 1006 }) : new Event(type))
  })
}

/** Runs a function that gives a promise: now, or after a grant. A refused one rejects, as if the network were down. */
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
