import type { Judgement } from './judge.js'
import type { Run } from './patch.js'

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
