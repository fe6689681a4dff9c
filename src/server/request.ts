import type { Place } from '../core/cookies/deletion.js'
import { targetOf } from './endpoint/target.js'
import { cookieHeaderOf, type CookieSource, type HeaderSource } from '../core/decision/read-request.js'
import { mayRead, type Site } from '../core/cookies/scope.js'
import { parseCookie as parse, type ParseCookieOptions } from '../core/cookies/parse-cookie.js'

/** A source of cookies: a Fetch `Request`, its `Headers`, or a `Cookie` header. */
export type RequestLike = { readonly headers: HeaderSource; readonly url?: string } | CookieSource

export function cookieSourceOf(request: RequestLike): CookieSource {
  if (typeof request !== 'object' || request === null) return request
  // The member `headers` does not tell them apart, because the Headers of Next.js have it too.
  return 'get' in request ? request : request.headers
}

/** Whether a request came by https. With `trustProxy`, a proxy that ends TLS decides by `X-Forwarded-Proto`. */
export function isSecure(request: RequestLike, trustProxy: boolean): boolean {
  const source = cookieSourceOf(request)
  const forwarded = trustProxy && typeof source === 'object' ? source?.get('x-forwarded-proto') : undefined
  if (forwarded) return forwarded.split(',')[0]?.trim().toLowerCase() === 'https'
  return typeof request === 'object' && request !== null && 'url' in request && /^https:/i.test(request.url ?? '')
}

/**
 * Whether the browser sends a cookie of a place to the URL of a request (RFC 6265bis §5.8.3). If the URL is not known, the
 * answer is yes.
 */
export function seenBy(request: RequestLike, trustProxy: boolean): (place: Place) => boolean {
  let known: { readonly site: Site | undefined } | undefined // most requests never ask
  return (place) => {
    const { site } = (known ??= { site: siteOf(request, trustProxy) })
    return !site || mayRead(place, site).may === 'yes'
  }
}

function siteOf(request: RequestLike, trustProxy: boolean): Site | undefined {
  const source = cookieSourceOf(request)
  const url = typeof request === 'object' && request !== null && 'url' in request ? request.url : undefined
  if (typeof source !== 'object' || !source || !url || !URL.canParse(url)) return undefined
  const target = targetOf({ url, headers: source }, trustProxy)
  return target && { host: target.host.replace(/:\d*$/, ''), paths: [target.pathname] }
}

/**
 * Reads the cookies of a Fetch `Request`, of its `Headers`, or of a `Cookie` header, into an object without prototype.
 * It never throws. If two cookies share a name, the first wins.
 *
 * @example
 * ```ts
 * import { parseCookie } from 'assent/server'
 *
 * export const themeOf = (request: Request) => parseCookie(request)['theme']
 * ```
 */
export function parseCookie(request: RequestLike, options?: ParseCookieOptions): Record<string, string> {
  return parse(cookieHeaderOf(cookieSourceOf(request)), options)
}
