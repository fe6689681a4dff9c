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
