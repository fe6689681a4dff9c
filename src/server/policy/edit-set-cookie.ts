import { endOf, type CookieAttributes } from '../../core/cookies/attributes.js'
import { promisesOf } from '../../core/cookies/scope.js'
import { trimWsp } from '../../core/cookies/parse-cookie.js'
import type { CookieEdit } from './cookie-rules.js'
import { endsWithPlainAge, guessSeconds, hasPlainLifetimes, readLine, untangle, type Line } from './plain-lines.js'

/** The attributes that a rule requires of one line. */
export interface Demands {
  /** Whether the line passes because it deletes. It must then delete in every browser. */
  readonly isDeletion: boolean
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: 'strict' | 'lax' | 'none' | false
  /** The weakest SameSite that is allowed. */
  readonly leastSameSite: 'strict' | 'lax' | undefined
  /** The longest lifetime, in seconds. */
  readonly maxAge: number
  /** Whether a session cookie gets a lifetime too. A browser's session may last for weeks. */
  readonly isTemporary: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Adds and replaces attributes of one line. Attributes are read as browsers read them; where these differ, a plain form is
 * written that all of them read alike. Every other byte stays.
 */
export function editSetCookie(
  before: Line,
  demands: Demands,
): { readonly line: string; readonly edits: readonly CookieEdit[] } {
  const { plain, rest } = untangle(before, demands.isDeletion)
  const line = plain === before.text ? before : readLine(plain)
  const { name, parts, lifetimes } = line
  const { secure, httpOnly, sameSite } = line.attributes
  const { partitioned } = before.attributes
  const edits: CookieEdit[] = []
  let edited = plain
  const put = (code: CookieEdit['code'], after: string, at = -1): void => {
    const pieces = at < 0 ? undefined : edited.split(';') // the pair, then the attributes
    edits.push({ name, code, before: pieces && trimWsp(pieces[at + 1] ?? ''), after })
    edited = pieces ? pieces.with(at + 1, ` ${after}`).join(';') : `${withoutEnd(edited)}; ${after}`
  }

  // Every lifetime is capped, also one that another overrides: old clients ignore Max-Age and read Expires.
  for (const { at, alone } of lifetimes) {
    const capped = cap(alone, demands)
    if (capped) put('lifetime-capped', capped, at)
  }
  const isCapped = edits.length > 0
  const seconds = secondsToWrite(isCapped ? readLine(edited) : line, isCapped, demands)
  if (seconds !== undefined) put('lifetime-capped', `Max-Age=${seconds}`)

  const { leastSameSite: least } = demands
  const wanted = sameSite ?? demands.sameSite
  const used = least && STRENGTH.indexOf(wanted || 'none') < STRENGTH.indexOf(least) ? least : wanted
  const last = parts.attributes.findLastIndex(([attribute]) => attribute === 'samesite')
  // A browser may count a last one that the RFC ignores for its length.
  if (used && (used !== sameSite || parts.attributes[last]?.[1].toLowerCase() !== used))
    put('same-site-added', `SameSite=${WORDS[used]}`, last)
  const promised = promisesOf(name)
  if (!httpOnly && (demands.httpOnly || promised.httpOnly)) put('http-only-added', 'HttpOnly')
  if (!secure && (demands.secure || used === 'none' || partitioned || promised.secure)) put('secure-added', 'Secure')
  return { line: edited + rest, edits }
}

const STRENGTH: readonly string[] = ['none', 'lax', 'strict']
const WORDS = { strict: 'Strict', lax: 'Lax', none: 'None' } as const

/** A line without the semicolon that it ends with, if there is nothing but spaces behind it. */
function withoutEnd(line: string): string {
  const end = line.lastIndexOf(';')
  return end >= 0 && trimWsp(line.slice(end + 1)) === '' ? line.slice(0, end) : line
}

/** Gives the attribute with a shorter lifetime, or `undefined` if this one is short enough. */
function cap(
  { maxAge = 0, expires }: CookieAttributes,
  { isDeletion, maxAge: most, now }: Demands,
): string | undefined {
  if (isDeletion) return undefined
  const latest = now + most * 1000
  if (maxAge > most) return `Max-Age=${most}`
  return expires && expires.getTime() > latest ? `Expires=${new Date(latest).toUTCString()}` : undefined
}

/** Gives the Max-Age that a line lacks so that no browser keeps its cookie for longer; `undefined` if it lacks none. */
function secondsToWrite(line: Line, isCapped: boolean, demands: Demands): number | undefined {
  if (endsWithPlainAge(line)) return undefined
  const { isDeletion, isTemporary, maxAge: most, now } = demands
  if (isDeletion) return 0
  const end = endOf(line.attributes, now)
  const isSession = end === Infinity
  if (!isSession && (line.attributes.maxAge !== undefined || !isCapped) && hasPlainLifetimes(line)) return undefined
  const seconds = isSession ? guessSeconds(line, now) : Math.ceil((end - now) / 1000)
  return seconds === undefined && !isTemporary ? undefined : Math.min(seconds ?? most, most)
}
