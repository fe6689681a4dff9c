import type { SetCookie } from '../cookies/attributes.js'
import { encodeValue } from '../cookies/cookie-value.js'
import { findAdvice, type AdviceCode } from './advice.js'
import { findChanges, type ChangedCode } from './changed.js'
import { findRefusals, type RefusedCode } from './refused.js'
import type { Consent } from '../declaration/consent.js'
import type { FindingOf } from './findings.js'
import type { Site } from '../cookies/scope.js'
import { parseAttributes, splitSetCookie, type SetCookieParts } from '../cookies/parse-set-cookie.js'

/** The codes of the problems that {@link checkSetCookie} finds. Codes are stable: match on them, never on the text. */
export type FindingCode = RefusedCode | ChangedCode | AdviceCode

/** A problem of a cookie. */
export type Finding = FindingOf<FindingCode>

/** The page that sets a cookie, as far as it is known. */
export interface SetCookieContext {
  /** The host of the page, with or without a port. */
  host?: string | undefined
  /** The path of the page's URL. */
  path?: string | undefined
  /** Whether the page came by https. Default: true. */
  secure?: boolean | undefined
  /** The declaration of the site: finds where it and the cookie differ about HttpOnly. */
  consent?: Consent | undefined
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
}

/**
 * Finds the problems of a cookie: what browsers drop (`refused`), what they store differently (`changed`) and what should
 * be improved (`advice`), in this order, each with its clause. A string is judged as a Set-Cookie line, an object as
 * `stringifySetCookie` writes it. It never throws.
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
  const { path, secure = true, clock = Date.now } = context
  const host = context.host?.toLowerCase().replace(/^(\[.*\]|[^:]+):\d*$/, '$1')
  return [
    ...findRefusals(parts, attributes, { host, isSecure: secure }),
    ...findChanges(parts, attributes, clock()),
    ...findAdvice(parts, attributes, { path, secure, now: clock(), consent: context.consent }),
  ]
}

/** Says why browsers refuse a cookie from a site. For messages in development. */
export function whyRefused(cookie: SetCookie, { host, isSecure }: Site): string {
  return checkSetCookie(cookie, { host, secure: isSecure })
    .filter(({ severity }) => severity === 'refused')
    .map(({ message }) => message)
    .join(' ')
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
