import type { CookieSource, HeaderSource } from '../core/consent/read-request.js'

/** A Fetch `Request`, its `Headers`, or a `Cookie` header. */
export type RequestLike = { readonly headers: HeaderSource; readonly url?: string } | CookieSource

export function cookieSourceOf(request: RequestLike): CookieSource {
  if (typeof request !== 'object' || request === null) return request
  // Not by a member named headers: the ones that Next.js gives have it too.
  return 'get' in request ? request : request.headers
}

/** Whether a request came by https; with `trustProxy` also as the proxy says, which ends TLS before us. */
export function isSecure(request: RequestLike, trustProxy: boolean): boolean {
  const source = cookieSourceOf(request)
  const forwarded = trustProxy && typeof source === 'object' ? source?.get('x-forwarded-proto') : undefined
  if (forwarded) return forwarded.split(',')[0]?.trim().toLowerCase() === 'https'
  return typeof request === 'object' && request !== null && 'url' in request && /^https:/i.test(request.url ?? '')
}
