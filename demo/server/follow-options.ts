import { hasOptions, hrefOf, optionsOf } from '../src/trying/options.js'
import { securityHeaders } from './security-headers.js'

/** The query of the page that a request comes from, where it is one of this site. */
export function searchOfReferer(headers: Headers): string {
  const referer = headers.get('referer')
  const url = referer !== null && URL.canParse(referer) ? new URL(referer) : undefined
  return url?.host === headers.get('host') ? url.search : ''
}

/** The banner's link to the policy knows nothing of what is switched: then the page takes it from the one before. */
export function followOptions(path: string, search: string, headers: Headers): Response | undefined {
  const before = searchOfReferer(headers)
  if (path !== '/privacy' || hasOptions(search) || !hasOptions(before)) return undefined
  return new Response(null, {
    status: 303,
    headers: { ...securityHeaders(), location: hrefOf(path, optionsOf(before)), 'cache-control': 'no-store' },
  })
}
