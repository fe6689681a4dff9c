import type { SetCookie } from './attributes.js'
import { encodeValue } from './encode-value.js'
import { findAdvice } from './find-advice.js'
import { findChanges } from './find-changes.js'
import { findRefusals } from './find-refusals.js'
import type { Finding } from './findings.js'
import { parseAttributes } from './parse-attributes.js'
import { splitSetCookie, type SetCookieParts } from './split-set-cookie.js'

/** The page that sets a cookie, as far as it is known. */
export interface SetCookieContext {
  /** Its host, with or without a port. */
  host?: string | undefined
  /** The path of its URL. */
  path?: string | undefined
  /** Whether it came by https. Default: true. */
  secure?: boolean | undefined
  /** Milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined
}

/**
 * Says what browsers and careful engineers object to in a cookie: what is dropped (`refused`), what is stored otherwise
 * (`changed`) and what should be written otherwise (`advice`), in this order, each with its clause. A string is a
 * Set-Cookie line, judged as it stands; an object is judged as `stringifySetCookie` writes it. It never throws.
 *
 * @example
 * ```ts
 * import { checkSetCookie } from 'assent/core'
 *
 * const findings = checkSetCookie('theme=dark; SameSite=None; Path=/', { host: 'example.com' })
 * console.log(findings.map(({ code }) => code)) // ['same-site-none-without-secure', 'missing-secure']
 * ```
 */
export function checkSetCookie(cookie: SetCookie | string, context: SetCookieContext = {}): Finding[] {
  const parts = typeof cookie === 'string' ? splitSetCookie(cookie) : toParts(cookie)
  const attributes = parseAttributes(parts)
  const { path, secure = true, now = Date.now } = context
  const host = context.host?.toLowerCase().replace(/^(\[.*\]|[^:]+):\d*$/, '$1')
  return [
    ...findRefusals(parts, attributes, { host, secure }),
    ...findChanges(parts, attributes, now()),
    ...findAdvice(parts, attributes, { path, secure, now: now() }),
  ]
}

function toParts(cookie: SetCookie): SetCookieParts {
  const { domain, path, expires, maxAge, sameSite, priority } = cookie
  const valued = { domain, path, expires: expires?.toUTCString(), 'max-age': maxAge, samesite: sameSite, priority }
  const flags = { secure: cookie.secure, httponly: cookie.httpOnly, partitioned: cookie.partitioned }
  return {
    name: cookie.name,
    value: encodeValue(cookie.value),
    attributes: [
      ...Object.entries(valued).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as const],
      ),
      ...Object.entries(flags).flatMap(([name, on]) => (on ? [[name, ''] as const] : [])),
    ],
  }
}
