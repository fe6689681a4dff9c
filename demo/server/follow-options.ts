import { languages } from '../src/content/words.js'
import { hrefOf, optionsOf } from '../src/trying/options.js'
import { securityHeaders } from './security-headers.js'

/** The query of the page that a request comes from; nothing, where it is none of this site. */
export function searchOfReferer(headers: Headers): string | undefined {
  const referer = headers.get('referer')
  const url = referer !== null && URL.canParse(referer) ? new URL(referer) : undefined
  return url?.host === headers.get('host') ? url.search : undefined
}

/** The banner leads to the policy, and knows nothing of the switches: then the page takes them from the one before. */
export function followOptions(path: string, search: string, headers: Headers): Response | undefined {
  const before = searchOfReferer(headers)
  if (path !== '/privacy' || before === undefined) return undefined
  const options = optionsOf(before)
  // Its link has no query; its form sends the language that it speaks, and nothing else.
  const spoken: readonly string[] = options.language === 'page' ? Object.keys(languages) : [options.language]
  if (search && !spoken.some((tag) => search === `language=${tag}`)) return undefined
  const location = hrefOf(path, options)
  if (location === (search ? `${path}?${search}` : path)) return undefined
  return new Response(null, {
    status: 303,
    headers: { ...securityHeaders(), location, 'cache-control': 'no-store' },
  })
}
