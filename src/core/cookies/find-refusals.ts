import type { CookieAttributes } from './attributes.js'
import { byteLength } from './byte-length.js'
import { hasControlCharacter } from './control-characters.js'
import { domainMatches } from './domain-match.js'
import { refused, type Finding } from './findings.js'
import type { RefusedCode } from './findings-refused.js'
import { MAX_NAME_VALUE_BYTES } from './limits.js'
import type { SetCookieParts } from './split-set-cookie.js'

/** Why browsers would drop a cookie: RFC 6265bis §5.6 and §5.7, and what Chromium adds. */
export function findRefusals(
  parts: SetCookieParts,
  attributes: CookieAttributes,
  page: { readonly host: string | undefined; readonly secure: boolean },
): Finding[] {
  const { name, value } = parts
  const { secure, sameSite, partitioned } = attributes
  const bytes = byteLength(name) + byteLength(value)
  const findings: Finding[] = []
  if ([name, value, ...parts.attributes.flat()].some(hasControlCharacter)) findings.push(refused('control-character'))
  if (bytes === 0) findings.push(refused('empty-cookie'))
  if (bytes > MAX_NAME_VALUE_BYTES) findings.push(refused('name-value-too-large', `${bytes} bytes`))
  const prefix = prefixOf(name)
  if (prefix && !keepsPromise(prefix, attributes)) findings.push(refused(prefix, name))
  if (name === '' && prefixOf(value)) findings.push(refused('prefix-in-nameless-value'))
  if (sameSite === 'none' && !secure) findings.push(refused('same-site-none-without-secure'))
  if (partitioned && !secure) findings.push(refused('partitioned-without-secure'))
  if (secure && !page.secure && !isLoopback(page.host)) findings.push(refused('secure-over-http'))
  const domain = attributes.domain && refusalOfDomain(attributes.domain, page.host)
  if (domain) findings.push(refused(domain, attributes.domain))
  return findings
}

type PrefixCode = 'host-http-prefix' | 'host-prefix' | 'http-prefix' | 'secure-prefix'

// The longer ones first. Browsers match them without case (§5.4).
const PREFIXES: readonly (readonly [prefix: string, code: PrefixCode])[] = [
  ['__host-http-', 'host-http-prefix'],
  ['__host-', 'host-prefix'],
  ['__http-', 'http-prefix'],
  ['__secure-', 'secure-prefix'],
]

function prefixOf(text: string): PrefixCode | undefined {
  return PREFIXES.find(([prefix]) => text.toLowerCase().startsWith(prefix))?.[1]
}

function keepsPromise(prefix: PrefixCode, { secure, httpOnly, domain, path }: CookieAttributes): boolean {
  if (!secure) return false
  if (prefix.includes('http') && !httpOnly) return false
  return !prefix.startsWith('host') || (!domain && path === '/')
}

function refusalOfDomain(domain: string, host: string | undefined): RefusedCode | undefined {
  if (/[\x80-\uffff]/.test(domain)) return 'domain-not-ascii'
  // A host that is a public suffix itself may name itself, and gets a host-only cookie (§5.7, step 9).
  if (!domain.includes('.')) return domain === (host ?? 'localhost') ? undefined : 'domain-public-suffix'
  return host && !domainMatches(host, domain) ? 'domain-mismatch' : undefined
}

// Chromium and Firefox take the page's own machine for secure.
function isLoopback(host = ''): boolean {
  return /^(?:localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(host)
}
