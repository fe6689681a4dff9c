import type { ScriptPolicy } from 'assent'

/** Trusted Types as far as we use them; TypeScript does not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

/** The scripts of others that this site may load. */
const ALLOWED = ['/vendor/analytics.js']

const rules = {
  createScriptURL(url: string) {
    if (ALLOWED.includes(url)) return url
    throw new TypeError(`${url} is no script of this site.`)
  },
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
// The Content-Security-Policy knows this name, and lets it be taken once.
export const policy: ScriptPolicy = trustedTypes?.createPolicy('sandmartin', rules) ?? rules
