/** Trusted Types as far as we use them; TypeScript does not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy
}
interface Policy {
  /** What it gives is no string where Trusted Types exist; `script.src` takes both. */
  createScriptURL(url: string): string
}

/** The scripts of others that this site may load. */
const ALLOWED = ['/vendor/analytics.js']

const rules: Policy = {
  createScriptURL(url) {
    if (ALLOWED.includes(url)) return url
    throw new TypeError(`${url} is no script of this site.`)
  },
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
// The Content-Security-Policy knows this name, and lets it be taken once.
const policy = trustedTypes?.createPolicy('sandmartin', rules) ?? rules

/** Adds a script to the page, and gives what takes it away again. */
export function loadScript(url: string): () => void {
  const script = document.createElement('script')
  script.src = policy.createScriptURL(url)
  document.head.append(script)
  return () => script.remove()
}
