import { fire } from './fire.js'
import type { JudgeUrl } from './judge-url.js'
import type { Patches } from './patch.js'

/** Judges an XMLHttpRequest when it is sent. A refused one ends in an error; a synchronous one does not wait. */
export function guardXhr(judgeUrl: JudgeUrl, { patch }: Patches): void {
  const { prototype } = XMLHttpRequest
  const opened = new WeakMap<object, readonly unknown[]>()
  patch(prototype, 'open', (run, args, xhr) => {
    Reflect.deleteProperty(xhr, 'readyState')
    opened.set(xhr, args)
    return run()
  })
  patch(prototype, 'send', (run, _, xhr) => {
    const request = opened.get(xhr)
    if (!request) return run() // which throws
    const [, url, isAsync = true] = request
    return judgeUrl('XMLHttpRequest', url, { now: !isAsync })(
      () => opened.get(xhr) === request && run(), // it may have been opened anew since
      (isHeld) => {
        if (isHeld) return
        Object.defineProperty(xhr, 'readyState', { configurable: true, value: 4 })
        fire(xhr as EventTarget, 'readystatechange', 'error', 'loadend')
      },
    )
  })
}
