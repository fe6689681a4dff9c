import { fromBytes } from '../../core/cookies/header-bytes.js'
import { isOver } from '../../core/cookies/attributes.js'
import { MAX_AGE_SECONDS } from '../../core/cookies/limits.js'
import type { SetCookieParts } from '../../core/cookies/parse-set-cookie.js'
import { trimWsp } from '../../core/cookies/parse-cookie.js'
import { ConsentError } from '../../core/errors.js'
import type { Granted } from '../../core/declaration/consent.js'
import { matcherOf } from '../../core/declaration/pattern.js'
import { httpOnlyNames } from '../../core/declaration/visible-names.js'
import { consentGate, grantedBy, type CookieChange, type CookieDrop, type CookieRules } from './cookie-rules.js'
import { editSetCookie, type Demands } from './edit-set-cookie.js'
import { readLine, type Line } from './plain-lines.js'

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
  return createHardener(rules)(lines)
}

/** What differs between the replies that the same rules hold. */
interface Reply {
  readonly granted?: Granted | undefined
  readonly onChange?: CookieRules['onChange']
}

/** Compiles rules once for many replies. Throws as {@link hardenSetCookies} does. */
export function createHardener(
  rules: CookieRules,
): (lines: readonly string[], reply?: Reply) => { lines: string[]; changes: CookieChange[] } {
  const { clock = Date.now } = rules
  const demandsOn = demandsOf(rules)
  const objectionTo = consentGate(rules)
  return (lines, { granted, onChange = rules.onChange } = {}) => {
    const now = clock()
    const held = granted ?? grantedBy(rules, now)
    const kept: string[] = []
    const changes: CookieChange[] = []
    for (const text of lines) {
      const line = readLine(text)
      const isDeletion = isOver(line.attributes, now)
      const objection = isDeletion ? undefined : objectionTo(line.name, held)
      const drop = objection?.code === 'dropped' ? objection : refusalByOtherName(line, isDeletion, objectionTo, held)
      const told = drop ?? objection
      if (told) changes.push(told)
      if (drop) continue
      const known = line.name || fromBytes(knownName(line.parts))
      const edited = editSetCookie(line, demandsOn(known, isDeletion, now))
      changes.push(...edited.edits)
      kept.push(edited.line)
    }
    if (onChange) for (const change of changes) onChange(change)
    return { lines: kept, changes }
  }
}

/** A cookie without a name is known by the text of its value: that stands where a name does in a Cookie header. */
function knownName({ name, value }: Pick<SetCookieParts, 'name' | 'value'>): string {
  return name || trimWsp(value.split('=', 1)[0] ?? '')
}

/** Says why a line is dropped for another name, by which a browser or a server knows its cookie. */
function refusalByOtherName(
  { parts }: Line,
  isDeletion: boolean,
  objectionTo: ReturnType<typeof consentGate>,
  granted: Granted,
): CookieDrop | undefined {
  const { name, value } = parts
  if (isDeletion && name) return undefined // all that WebKitGTK may keep of it is the start of the name
  const isCut = /[^ -~]/.test(name || value) // WebKitGTK reads nothing behind such a character
  if (name && !isCut) return undefined
  const known = knownName(parts)
  const others = name || (isDeletion && !isCut) ? [] : [known]
  if (isCut) others.push(known.replace(/[^ -~][^]*/, ''))
  for (const other of others) {
    const objection = objectionTo(fromBytes(trimWsp(other)), granted)
    if (objection?.code === 'dropped' && objection.category !== undefined) return objection
  }
  return undefined
}

function demandsOf(rules: CookieRules): (name: string, isDeletion: boolean, now: number) => Demands {
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
  const isDeclared = rules.consent ? rules.consent.once(httpOnlyNames) : () => false
  return (name, isDeletion, now) => {
    // It carries nothing to protect, and SameSite would keep a frame on another site from deleting.
    if (isDeletion)
      return {
        isDeletion,
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
    const isOfSession = isSession(name)
    const httpOnly = name !== record && (isOfSession || isDeclared(name))
    const isShort = !isOwn && isTemporary(name)
    const seconds = isOwn ? MAX_AGE_SECONDS : isShort ? least : most
    const leastSameSite = !isOwn && isOfSession ? session.sameSite : undefined
    return { isDeletion, secure, httpOnly, sameSite, leastSameSite, maxAge: seconds, isTemporary: isShort, now }
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
