/** A script that is to run. */
export interface QueuedScript {
  /** Where it comes from. Without it, it is `text`. */
  readonly src?: string | undefined
  readonly text?: string | undefined
  readonly async?: boolean | undefined
  readonly nonce?: string | undefined
  /** What else its element has. */
  readonly attributes: Iterable<readonly [name: string, value: string]>
  readonly policy?: ScriptPolicy | undefined
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
      insertNow(next)
    }
  }
  const insertNow = ({ script, element }: Waiting): void => {
    const isAwaited = isBlocking(element)
    const settle = (): void => {
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
    if (isInline(element)) queueMicrotask(() => script.onLoad?.()) // it has run
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

function createScript({ src, text, async = false, nonce, attributes, policy = defaultPolicy() }: QueuedScript) {
  const element = document.createElement('script')
  for (const [name, value] of attributes) element.setAttribute(name, value)
  element.async = async // one that a script makes is async unless it is told otherwise
  // By property: a page hides the attribute, and copies of it are empty.
  if (nonce) element.nonce = nonce
  // Trusted Types are no strings; TypeScript knows of strings alone.
  if (src === undefined) element.text = (policy.createScript?.(text ?? '') ?? text ?? '') as string
  else element.src = (policy.createScriptURL?.(src) ?? src) as string
  return element
}

/** Whether it runs in the moment in which it is inserted. */
function isInline({ src, type }: HTMLScriptElement): boolean {
  return !src && type !== 'module'
}

function isBlocking({ src, type, async, defer }: HTMLScriptElement): boolean {
  return src !== '' && !async && !defer && type !== 'module'
}

/** Makes of a URL, or of a script's text, what Trusted Types let a script have: a policy of `trustedTypes.createPolicy`. */
export interface ScriptPolicy {
  createScriptURL?(url: string): unknown
  createScript?(text: string): unknown
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

const rules = { createScriptURL: (url: string): string => url, createScript: (text: string): string => text }
let own: ScriptPolicy | undefined

/**
 * Our own policy, made when the first script needs it: a Content-Security-Policy that names policies must allow `assent`.
 * It stays in here, so it makes nothing trusted but what the page has declared.
 */
export function defaultPolicy(): ScriptPolicy {
  // TypeScript does not know them yet.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return (own ??= trustedTypes?.createPolicy('assent', rules) ?? rules)
}
