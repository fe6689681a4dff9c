import { holdWrites } from './late-writes.js'
import { createScript, isInline, type ScriptDescription } from './script-element.js'

/** A script in the queue. */
export interface QueuedScript extends ScriptDescription {
  /** Whether it should still run. Called at its turn. Default: yes, until it is taken back. */
  isWanted?(this: void): boolean
  /** Puts the element into the page, which runs it. */
  insert(this: void, script: HTMLScriptElement): void
  onLoad?(this: void, event?: Event): void
  /** Called with the event of a script that did not load, or with the error of the policy. */
  onError?(this: void, error: unknown): void
}

/** Removes a script from the queue, or its element from the page. */
type TakeBack = () => void

interface Waiting {
  readonly script: QueuedScript
  readonly element: HTMLScriptElement
}

/**
 * Makes a queue that runs scripts in their order, as a parser does. A script with `src` that is not `async`, `defer` or a
 * module delays the inline scripts after it. Scripts with `src` load in parallel.
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
    const finish = (): void => {
      release()
      if (isAwaited) loading--
      insertNext()
    }
    element.addEventListener('load', (event) => {
      script.onLoad?.(event)
      finish()
    })
    element.addEventListener('error', (event) => {
      script.onError?.(event)
      finish()
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
      script.onError?.(error) // the policy threw it
      return () => undefined
    }
    const queued = { script, element }
    if (element.async) insertNow(queued)
    else {
      waiting.push(queued)
      insertNext()
    }
    return () => {
      waiting = waiting.filter((other) => other !== queued)
      element.remove()
    }
  }
}

function isBlocking({ src, type, async, defer, noModule }: HTMLScriptElement): boolean {
  return src !== '' && !async && !defer && !noModule && CLASSIC.test(type)
}

/** The types of classic scripts (MIME Sniffing, "JavaScript MIME type"). Browsers load no others, and never say so. */
const CLASSIC =
  /^\s*(?:(?:application|text)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))?\s*$/i
