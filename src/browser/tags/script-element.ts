import { warn } from '../../core/debug.js'

/** How the element of a script is made. */
export interface ScriptDescription {
  /** Where it comes from. Without it, it is `text`. */
  readonly src?: string | undefined
  readonly text?: string | undefined
  readonly async?: boolean | undefined
  readonly nonce?: string | undefined
  /** What else its element has. */
  readonly attributes: Iterable<readonly [name: string, value: string]>
  readonly policy?: ScriptPolicy | undefined
  /** The document that it runs in. Default: the page. */
  readonly page?: Document | undefined
}

/** Makes an element that runs when it is inserted. Throws what its policy throws. */
export function createScript(description: ScriptDescription): HTMLScriptElement {
  const { src, text, async = false, nonce, attributes, policy = ownPolicy(), page = document } = description
  const element = page.createElement('script')
  // One that a script makes is async unless it is told otherwise.
  element.async = async
  // By property: a page hides the attribute, and copies of it are empty.
  if (nonce) element.nonce = nonce
  // Trusted Types are no strings; TypeScript knows of strings alone.
  if (src === undefined) element.text = (policy.createScript?.(text ?? '') ?? text ?? '') as string
  else element.src = (policy.createScriptURL?.(src) ?? src) as string
  for (const [name, value] of attributes)
    try {
      element.setAttribute(name, value)
    } catch (error) {
      // Trusted Types refuse `onload` and its like; the script itself may still run.
      warn(
        `The script ${nameOf(element)} runs without its attribute "${name}", which the page's policy refuses.`,
        error,
      )
    }
  return element
}

/** Whether it runs in the moment in which it is inserted. */
export function isInline({ src, type }: HTMLScriptElement): boolean {
  return !src && type !== 'module'
}

/** Names a script to a developer. */
export function nameOf({ src, id, text }: HTMLScriptElement): string {
  return src || (id && `#${id}`) || text.trim().slice(0, 80)
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
function ownPolicy(): ScriptPolicy {
  // TypeScript does not know them yet.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return (own ??= trustedTypes?.createPolicy('assent', rules) ?? rules)
}
