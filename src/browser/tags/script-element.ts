import { warn } from '../../core/debug.js'
import { memberOf, ownGlobal } from '../../core/member-of.js'
import { isWebUrl } from '../../core/web-url.js'

/** The description of a script's element. */
export interface ScriptDescription {
  /** The URL of the script. Without it, `text` is the script. */
  readonly src?: string | undefined
  readonly text?: string | undefined
  readonly async?: boolean | undefined
  readonly nonce?: string | undefined
  /** Further attributes of the element. */
  readonly attributes: Iterable<readonly [name: string, value: string]>
  readonly policy?: ScriptPolicy | undefined
  /** The document in which it runs. Default: the page. */
  readonly page?: Document | undefined
}

/** Makes a script element that runs when it is inserted. Throws the errors of its policy. */
export function createScript(description: ScriptDescription): HTMLScriptElement {
  const { src, text, async = false, nonce, attributes, policy = ownPolicy(), page = document } = description
  const element = memberOf(page, 'createElement').call(page, 'script') as HTMLScriptElement
  // An element that a script makes is async by default.
  element.async = async
  if (src !== undefined && !isWebUrl(src))
    throw new TypeError(`A script is loaded by http or https only, and not from ${src}`)
  // The property is set, because browsers hide the attribute and copies of it are empty.
  if (nonce) element.nonce = nonce
  // Trusted Types are not strings, but TypeScript allows only strings here.
  if (src === undefined) element.text = (policy.createScript?.(text ?? '') ?? text ?? '') as string
  else element.src = (policy.createScriptURL?.(src) ?? src) as string
  for (const [name, value] of attributes)
    try {
      element.setAttribute(name, value)
    } catch (error) {
      // Trusted Types refuse attributes such as `onload`, but the script may still run.
      warn(
        `The page's policy refuses the attribute "${name}" of the script ${nameOf(element)}. The script runs without it. Allow the attribute in the policy, or remove it.`,
        error,
      )
    }
  return element
}

/** Whether a script runs as soon as it is inserted. */
export function isInline({ src, type }: HTMLScriptElement): boolean {
  return !src && type !== 'module'
}

/** Gives a name for a script in messages. */
export function nameOf({ src, id, text }: HTMLScriptElement): string {
  return src || (id && `#${id}`) || text.trim().slice(0, 80)
}

/** A policy of `trustedTypes.createPolicy`. It turns a URL, or the text of a script, into a trusted value. */
export interface ScriptPolicy {
  createScriptURL?(url: string): unknown
  createScript?(text: string): unknown
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

const rules = { createScriptURL: (url: string): string => url, createScript: (text: string): string => text }
let assentPolicy: ScriptPolicy | undefined

/**
 * Gives our policy, which is made when the first script needs it. A Content-Security-Policy that lists policies must allow
 * `assent`. The policy is private to this file, so only scripts that the page has declared become trusted.
 */
function ownPolicy(): ScriptPolicy {
  // TypeScript does not know Trusted Types yet.
  const trustedTypes = ownGlobal('trustedTypes') as TrustedTypes | undefined
  return (assentPolicy ??= trustedTypes?.createPolicy('assent', rules) ?? rules)
}
