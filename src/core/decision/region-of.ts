import type { HeaderSource } from './read-request.js'

/** The headers by which a proxy says where the visitor is. */
export interface RegionHeaders {
  /** Names the country, such as `DE`. */
  readonly country: string
  /** Names the part of it, such as `CA` in `US`. Default: none, so that the country is all that is known. */
  readonly region?: string | undefined
}

/** Those of Cloudflare, Vercel, CloudFront and App Engine, and the usual ones of others. */
const HEADERS: readonly RegionHeaders[] = [
  { country: 'cf-ipcountry', region: 'cf-region-code' },
  { country: 'x-vercel-ip-country', region: 'x-vercel-ip-country-region' },
  { country: 'cloudfront-viewer-country', region: 'cloudfront-viewer-country-region' },
  { country: 'x-appengine-country', region: 'x-appengine-region' },
  { country: 'x-country-code', region: 'x-region-code' },
]

/** Not `XX` and `ZZ`, which are nobody's (ISO 3166-1): proxies say so where they don't know. Tor is `T1`. */
const COUNTRY = /^(?!XX|ZZ)[A-Z]{2}$/
const PART = /^[A-Z0-9]{1,3}$/

/**
 * Where a visitor is, as the proxy before your server says by headers: a country such as `'DE'`, with a part of it such as
 * `'US-CA'` (ISO 3166-2), or `undefined` where it does not know. The first known header that is there decides; headers that
 * you name are the only ones then.
 *
 * A header is as true as what set it: where your own proxy does not overwrite it, the visitor chose it.
 *
 * @example
 * ```ts
 * import { defineConsent, regionOf, snapshotOf } from 'assent/core'
 *
 * const consent = defineConsent({ version: 1, categories: { essential: { name: 'Essential', description: '', required: true } } })
 * export const snapshotFor = ({ headers }: Request) => snapshotOf(headers, consent, { region: regionOf(headers) })
 * ```
 */
export function regionOf(headers: HeaderSource, named?: RegionHeaders): string | undefined {
  const read = (name: string): string | undefined => headers.get(name)?.trim().toUpperCase()
  const { country, region } = named ?? HEADERS.find((known) => headers.get(known.country) !== null) ?? {}
  const code = country && read(country)
  if (!code || !COUNTRY.test(code)) return undefined
  const part = region && read(region)
  return part && PART.test(part) ? `${code}-${part}` : code
}
