import { fromBytes } from '../../core/cookies/header-bytes.js'
import { isOver } from '../../core/cookies/attributes.js'
import { MAX_AGE_SECONDS } from '../../core/cookies/limits.js'
import { parseAttributes, splitSetCookie } from '../../core/cookies/parse-set-cookie.js'
import { ConsentError } from '../../core/errors.js'
import { matcherOf } from '../../core/declaration/pattern.js'
import { consentGate, type CookieChange, type CookieRules } from './cookie-rules.js'
import { editSetCookie, type Demands } from './edit-set-cookie.js'

/**
 * Applies rules to Set-Cookie lines: Secure, HttpOnly, SameSite, lifetimes and consent. Values and unknown attributes stay
 * byte for byte. A line that is not a valid Set-Cookie stays too, unless consent drops it. Applying the rules again
 * changes nothing.
 *
 * A line that deletes a cookie always passes. It gets only Secure and the attributes that its prefix promises. The consent
 * cookie and its `.sig` always pass and keep their lifetime, and the consent cookie never becomes HttpOnly. Throws
 * {@link ConsentError} `invalid-attribute` if a `maxAge` is not a positive whole number of seconds.
 *
 * @example
 * ```ts
 * import { hardenSetCookies } from 'assent/server'
 *
 * const { lines, changes } = hardenSetCookies(['sessionid=1; Path=/'], { secure: true })
 * console.log(lines) // ['sessionid=1; Path=/; SameSite=Lax; HttpOnly; Secure']
 * console.log(changes[2]) // { name: 'sessionid', code: 'secure-added', before: undefined, after: 'Secure' }
 * ```
 */
export function hardenSetCookies(
  lines: readonly string[],
  rules: CookieRules = {},
): { lines: string[]; changes: CookieChange[] } {
  const { clock = Date.now, onChange } = rules
  const now = clock()
  const objectionTo = consentGate(rules, now)
  const demandsOn = demandsOf(rules, now)
  const changes: CookieChange[] = []
  const kept = lines.flatMap((line) => {
    const parts = splitSetCookie(line)
    const name = fromBytes(parts.name)
    const isDeletion = isOver(parseAttributes(parts), now)
    const objection = isDeletion ? undefined : objectionTo(name)
    if (objection) changes.push(objection)
    if (objection?.code === 'dropped') return []
    const edited = editSetCookie(line, demandsOn(name, isDeletion))
    changes.push(...edited.edits)
    return [edited.line]
  })
  for (const change of changes) onChange?.(change)
  return { lines: kept, changes }
}

function demandsOf(rules: CookieRules, now: number): (name: string, isDeletion: boolean) => Demands {
  const {
    secure = process.env.NODE_ENV === 'production',
    sessionNames = ['sessionid', 'csrftoken'],
    session = {},
    sameSite = 'lax',
    temporary = { names: ['temp_*'], maxAge: 3600 },
    maxAge = MAX_AGE_SECONDS,
  } = rules
  const isSession = matcherOf(session.names ?? sessionNames)
  const isTemporary = matcherOf(temporary ? temporary.names : [])
  const most = Math.min(checkSeconds('maxAge', maxAge), MAX_AGE_SECONDS)
  const least = Math.min(temporary ? checkSeconds('temporary.maxAge', temporary.maxAge) : most, most)
  const record = rules.consent?.cookie.name ?? 'cookie_consent'
  return (name, isDeletion) => {
    // A deletion carries nothing to protect, and SameSite would stop a frame on another site from deleting.
    if (isDeletion)
      return {
        secure,
        httpOnly: false,
        sameSite: false,
        leastSameSite: undefined,
        maxAge: Infinity,
        isTemporary: false,
        now,
      }
    const isOwn = name === record || name === `${record}.sig`
    // Scripts must read the record, and the declaration decides how long a choice is kept.
    const httpOnly = name !== record && isSession(name)
    const isShort = !isOwn && isTemporary(name)
    const seconds = isOwn ? MAX_AGE_SECONDS : isShort ? least : most
    const leastSameSite = !isOwn && isSession(name) ? session.sameSite : undefined
    return { secure, httpOnly, sameSite, leastSameSite, maxAge: seconds, isTemporary: isShort, now }
  }
}

function checkSeconds(rule: string, seconds: number): number {
  if (Number.isSafeInteger(seconds) && seconds > 0) return seconds
  throw new ConsentError(
    'invalid-attribute',
    process.env.NODE_ENV !== 'production' &&
      `The rule ${rule} is ${String(seconds)}. It is written as Max-Age: browsers ignore a value that is not a whole number, and delete the cookie for 0. Use a positive whole number of seconds.`,
  )
}
