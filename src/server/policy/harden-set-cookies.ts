import { fromBytes } from '../../core/cookies/header-bytes.js'
import { isOver } from '../../core/cookies/attributes.js'
import { MAX_AGE_SECONDS } from '../../core/cookies/limits.js'
import { parseAttributes, splitSetCookie, type SetCookieParts } from '../../core/cookies/parse-set-cookie.js'
import { ConsentError } from '../../core/errors.js'
import { matcherOf } from '../../core/declaration/pattern.js'
import { consentGate, type CookieChange, type CookieRules } from './cookie-rules.js'
import { editSetCookie, type Demands } from './edit-set-cookie.js'

/**
 * Holds Set-Cookie lines to rules: Secure, HttpOnly, SameSite, lifetimes, and consent. Values and unknown attributes stay
 * byte for byte; lines that are none stay too, or are dropped. Applied twice it changes nothing more.
 *
 * A line that deletes always passes, and gets Secure and what its prefix promises alone; and `Max-Age=0`, where consent
 * has something against its cookie and a browser might read the lifetime otherwise. The consent cookie and its `.sig`
 * always pass and keep their lifetime; the first is never made HttpOnly. Throws {@link ConsentError} `invalid-attribute`
 * for a `maxAge` that is no positive whole number of seconds.
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
    const objection = objectionTo(name)
    if (objection && !isDeletion) changes.push(objection)
    if (objection?.code === 'dropped' && !isDeletion) return []
    // What passes for deleting alone deletes in each browser: they read lifetimes more loosely than the RFC.
    const passing =
      isDeletion && objection && !isPlainlyOver(parts) ? `${line.replace(/;[ \t]*$/, '')}; Max-Age=0` : line
    const edited = editSetCookie(passing, demandsOn(name, isDeletion))
    changes.push(...edited.edits)
    return [edited.line]
  })
  for (const change of changes) onChange?.(change)
  return { lines: kept, changes }
}

/** Whether the lifetime that counts, the last one, can be read in no other way: `Max-Age=0; Max-Age=x` lives in Chromium. */
function isPlainlyOver({ attributes }: SetCookieParts): boolean {
  const lastOf = (wanted: string) => attributes.filter(([name]) => name === wanted).at(-1)?.[1]
  const age = lastOf('max-age')
  if (age !== undefined) return /^(?:0|-[1-9]\d{0,9})$/.test(age)
  return /^[a-z]{3,9}, \d{2}[ -][a-z]{3}[ -]\d{4} \d{2}:\d{2}:\d{2} GMT$/i.test(lastOf('expires') ?? '')
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
    // It carries nothing to protect, and SameSite would keep a frame on another site from deleting.
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
    // Scripts read the record; a choice is kept as long as the declaration says.
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
      `The rule ${rule} is ${String(seconds)}. It is written as Max-Age, where browsers ignore what is no whole number and delete the cookie for 0. Use a positive integer of seconds.`,
  )
}
