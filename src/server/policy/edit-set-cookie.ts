import type { CookieAttributes } from '../../core/cookies/attributes.js'
import { fromBytes } from '../../core/cookies/header-bytes.js'
import { promisesOf } from '../../core/cookies/scope.js'
import { parseAttributes, splitSetCookie } from '../../core/cookies/parse-set-cookie.js'
import { trimWsp } from '../../core/cookies/parse-cookie.js'
import type { CookieEdit } from './cookie-rules.js'

/** What one line has to have. */
export interface Demands {
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: 'strict' | 'lax' | 'none' | false
  /** The weakest SameSite that may stand. */
  readonly leastSameSite: 'strict' | 'lax' | undefined
  /** Seconds. */
  readonly maxAge: number
  /** Whether it may not last as long as the browser's session either, which may be weeks. */
  readonly isTemporary: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Adds and replaces attributes of one line, which are read as browsers read them, and leaves every other byte. */
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

  // Each of them, also those that another one overrides: old clients know no Max-Age.
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

/** The lifetime that is to stand in place of this attribute's, if that is too long. */
function cap({ maxAge = 0, expires }: CookieAttributes, { maxAge: most, now }: Demands): string | undefined {
  const latest = now + most * 1000
  if (maxAge > most) return `Max-Age=${most}`
  return expires && expires.getTime() > latest ? `Expires=${new Date(latest).toUTCString()}` : undefined
}
