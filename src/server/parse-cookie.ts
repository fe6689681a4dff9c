import { parseCookie as parse, type ParseCookieOptions } from '../core/cookies/parse-cookie.js'
import { cookieSourceOf, type RequestLike } from './request.js'

/**
 * Reads the cookies of a Fetch `Request`, of its `Headers`, or of a `Cookie` header, into an object without prototype.
 * It never throws; of two cookies with one name the first wins.
 *
 * @example
 * ```ts
 * import { parseCookie } from 'assent/server'
 *
 * export const themeOf = (request: Request) => parseCookie(request)['theme']
 * ```
 */
export function parseCookie(request: RequestLike, options?: ParseCookieOptions): Record<string, string> {
  const source = cookieSourceOf(request)
  return parse((typeof source === 'object' && source !== null ? source.get('cookie') : source) ?? '', options)
}
