import type { CookieAttributes } from '../../core/cookies/attributes.js'
import { fromBytes } from '../../core/cookies/header-bytes.js'
import { promisesOf } from '../../core/cookies/scope.js'
import { parseAttributes, splitSetCookie } from '../../core/cookies/parse-set-cookie.js'
import { trimWsp } from '../../core/cookies/parse-cookie.js'
import type { CookieEdit } from './cookie-rules.js'

/** The attributes that a rule requires of one line. */
export interface Demands {
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

/** Adds and replaces attributes of one line, and leaves every other byte. Attributes are read as browsers read them. */
export function editSetCookie(line: string, demands: Demands): { readonly line: string; readonly edits: CookieEdit[] } {
  const parts = splitSetCookie(line)
  const name = fromBytes(parts.name)
  const { secure, httpOnly, sameSite, partitioned, maxAge, expires } = parseAttributes(parts)
  const pieces = line.split(';') // the pair, then the attributes
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
    const capped = cap(parseAttributes({ ...parts, attributes: [attribute] }), demands)
    if (capped) put('lifetime-capped', capped, i)
  })
  if (demands.isTemporary && maxAge === undefined && !expires) put('lifetime-capped', `Max-Age=${demands.maxAge}`)
  const { leastSameSite: least } = demands
  const wanted = sameSite ?? demands.sameSite
  const used = least && STRENGTH.indexOf(wanted || 'none') < STRENGTH.indexOf(least) ? least : wanted
  if (used && used !== sameSite) {
    const last = parts.attributes.map(([attribute]) => attribute).lastIndexOf('samesite')
    put('same-site-added', `SameSite=${WORDS[used]}`, last)
  }
  if (!httpOnly && (demands.httpOnly || promisesOf(name).httpOnly)) put('http-only-added', 'HttpOnly')
  if (!secure && (demands.secure || used === 'none' || partitioned || promisesOf(name).secure))
    put('secure-added', 'Secure')
  return { line: edits.length > 0 ? pieces.join(';') : line, edits }
}

const STRENGTH: readonly string[] = ['none', 'lax', 'strict']
const WORDS = { strict: 'Strict', lax: 'Lax', none: 'None' } as const

/** Gives the attribute with a shorter lifetime, or `undefined` if this one is short enough. */
function cap({ maxAge = 0, expires }: CookieAttributes, { maxAge: most, now }: Demands): string | undefined {
  const latest = now + most * 1000
  if (maxAge > most) return `Max-Age=${most}`
  return expires && expires.getTime() > latest ? `Expires=${new Date(latest).toUTCString()}` : undefined
}
