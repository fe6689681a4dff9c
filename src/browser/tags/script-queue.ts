import { holdWrites } from './late-writes.js'
import { createScript, isInline, type ScriptDescription } from './script-element.js'

/** A script that is to run. */
export interface QueuedScript extends ScriptDescription {
  /** Whether it is to run still, asked when its turn comes. Default: it is, until it is taken back. */
  isWanted?(this: void): boolean
  /** Puts the element into the page, which runs it. */
  insert(this: void, script: HTMLScriptElement): void
  onLoad?(this: void, event?: Event): void
  /** Hears the event of a script that did not load, or what the policy threw. */
  onError?(this: void, error: unknown): void
}

/** Takes a script out of the line, or its element out of the page. */
type TakeBack = () => void

interface Waiting {
  readonly script: QueuedScript
  readonly element: HTMLScriptElement
}

/**
 * Makes what runs scripts in the order in which they come, as a parser does: one with a `src` that is neither `async`
 * nor `defer` nor a module holds back the inline ones after it. Those with a `src` load side by side.
 */
export function createScriptQueue(): (script: QueuedScript) => TakeBack {
  let waiting: Waiting[] = []
  let loading = 0

  const insertNext = (): void => {
    for (;;) {
      const [next] = waiting
      if (!next || (loading > 0 && isInline(next.element))) return
      waiting = waiting.slice(1)
      if (next.script.isWanted?.() !== false) insertNow(next)
    }
  }
  const insertNow = ({ script, element }: Waiting): void => {
    const isAwaited = isBlocking(element)
    const release = holdWrites(element)
    const settle = (): void => {
      release()
      if (isAwaited) loading--
      insertNext()
    }
    element.addEventListener('load', (event) => {
      script.onLoad?.(event)
      settle()
    })
    element.addEventListener('error', (event) => {
      script.onError?.(event)
      settle()
    })
    if (isAwaited) loading++
    script.insert(element)
    if (!isInline(element)) return
    release() // it has run
    queueMicrotask(() => script.onLoad?.())
  }

  return (script) => {
    let element: HTMLScriptElement
    try {
      element = createScript(script)
    } catch (error) {
      script.onError?.(error) // of the policy
      return () => undefined
    }
    const one = { script, element }
    if (element.async) insertNow(one)
    else {
      waiting.push(one)
      insertNext()
    }
    return () => {
      waiting = waiting.filter((other) => other !== one)
      element.remove()
    }
  }
}

function isBlocking({ src, type, async, defer }: HTMLScriptElement): boolean {
  return src !== '' && !async && !defer && type !== 'module'
}
