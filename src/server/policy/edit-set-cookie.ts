import { endOf, type CookieAttributes } from '../../core/cookies/attributes.js'
import { fromBytes } from '../../core/cookies/header-bytes.js'
import { promisesOf } from '../../core/cookies/scope.js'
import { parseAttributes, splitSetCookie, type SetCookieParts } from '../../core/cookies/parse-set-cookie.js'
import { trimWsp } from '../../core/cookies/parse-cookie.js'
import type { CookieEdit } from './cookie-rules.js'
import { endsWithPlainAge, guessSeconds, hasPlainLifetimes, untangle } from './plain-lines.js'

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
  before: string,
  demands: Demands,
): { readonly line: string; readonly edits: CookieEdit[] } {
  const { plain, rest } = untangle(before, demands.isDeletion)
  const parts = splitSetCookie(plain)
  const name = fromBytes(parts.name)
  const read = parseAttributes(parts)
  const { secure, httpOnly, sameSite } = read
  const { partitioned } = rest ? parseAttributes(splitSetCookie(before)) : read
  const pieces = plain.split(';') // the pair, then the attributes
  const edits: CookieEdit[] = []
  const put = (code: CookieEdit['code'], after: string, at = -1): void => {
    edits.push({ name, code, before: at < 0 ? undefined : trimWsp(pieces[at + 1] ?? ''), after })
    if (at >= 0) pieces[at + 1] = ` ${after}`
    else {
      const isOpen = pieces.length > 1 && trimWsp(pieces.at(-1) ?? '') === '' // ends with a semicolon
      pieces.splice(pieces.length - Number(isOpen), 1, ` ${after}`)
    }
  }

  // Every lifetime is capped, also one that another overrides: old clients ignore Max-Age and read Expires.
  parts.attributes.forEach((attribute, i) => {
    if (attribute[0] !== 'max-age' && attribute[0] !== 'expires') return
    const capped = cap(parseAttributes({ ...parts, attributes: [attribute] }), demands)
    if (capped) put('lifetime-capped', capped, i)
  })
  const isCapped = edits.length > 0
  const seconds = secondsToWrite(isCapped ? splitSetCookie(pieces.join(';')) : parts, isCapped, demands)
  if (seconds !== undefined) put('lifetime-capped', `Max-Age=${seconds}`)

  const { leastSameSite: least } = demands
  const wanted = sameSite ?? demands.sameSite
  const used = least && STRENGTH.indexOf(wanted || 'none') < STRENGTH.indexOf(least) ? least : wanted
  const last = parts.attributes.findLastIndex(([attribute]) => attribute === 'samesite')
  // A browser may count a last one that the RFC ignores for its length.
  if (used && (used !== sameSite || parts.attributes[last]?.[1].toLowerCase() !== used))
    put('same-site-added', `SameSite=${WORDS[used]}`, last)
  if (!httpOnly && (demands.httpOnly || promisesOf(name).httpOnly)) put('http-only-added', 'HttpOnly')
  if (!secure && (demands.secure || used === 'none' || partitioned || promisesOf(name).secure))
    put('secure-added', 'Secure')
  return { line: pieces.join(';') + rest, edits }
}

const STRENGTH: readonly string[] = ['none', 'lax', 'strict']
const WORDS = { strict: 'Strict', lax: 'Lax', none: 'None' } as const

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
function secondsToWrite(parts: SetCookieParts, isCapped: boolean, demands: Demands): number | undefined {
  if (endsWithPlainAge(parts)) return undefined
  const { isDeletion, isTemporary, maxAge: most, now } = demands
  if (isDeletion) return 0
  const attributes = parseAttributes(parts)
  const isSession = endOf(attributes, now) === Infinity
  if (hasPlainLifetimes(parts) && !isSession && (attributes.maxAge !== undefined || !isCapped)) return undefined
  const seconds = isSession ? guessSeconds(parts, now) : Math.ceil((endOf(attributes, now) - now) / 1000)
  return seconds === undefined && !isTemporary ? undefined : Math.min(seconds ?? most, most)
}
