import type { CookieAttributes } from '../../core/cookies/attributes.js'
import { hasControlCharacter } from '../../core/cookies/cookie-name.js'
import { parseCookieDate } from '../../core/cookies/parse-cookie-date.js'
import { trimWsp } from '../../core/cookies/parse-cookie.js'
import { fromBytes } from '../../core/cookies/header-bytes.js'
import { parseAttributes, splitSetCookie, type SetCookieParts } from '../../core/cookies/parse-set-cookie.js'

// Browsers read lines in different ways, as tried with Chromium, Firefox and WebKitGTK:
// - Chromium and Firefox take the last Max-Age and the last Expires, also where RFC 6265bis §5.6 ignores it; WebKitGTK takes
//   the last of both kinds.
// - Chromium reads "+100" as seconds, Firefox reads dates without a time and honours zones, and each knows other forms of dates.
// - WebKitGTK stops at the first tab, control or non-ASCII character, and at a comma in the name of an attribute.
// So what must hold is written in a form that all of them read alike, and where none of them stops before it.

/** A Set-Cookie line and what stands in it, read once. */
export interface Line {
  readonly text: string
  readonly parts: SetCookieParts
  /** Its name, decoded. */
  readonly name: string
  readonly attributes: CookieAttributes
  readonly lifetimes: readonly Lifetime[]
}

/** An attribute that says how long a cookie lives. */
interface Lifetime {
  /** Its place among the attributes of the line. */
  readonly at: number
  readonly name: string
  readonly text: string
  /** What it says by itself. */
  readonly alone: Pick<CookieAttributes, 'maxAge' | 'expires'>
}

export function readLine(text: string): Line {
  const parts = splitSetCookie(text)
  const attributes = parseAttributes(parts)
  return { text, parts, name: fromBytes(parts.name), attributes, lifetimes: lifetimesOf(parts, attributes) }
}

function lifetimesOf(parts: SetCookieParts, { maxAge, expires }: CookieAttributes): Lifetime[] {
  const found: Lifetime[] = []
  parts.attributes.forEach(([name, text], at) => {
    if (name === 'max-age') found.push({ at, name, text, alone: { maxAge } })
    else if (name === 'expires') found.push({ at, name, text, alone: { expires } })
  })
  // Only where two of a kind stand in a line does one of them say something else than the line.
  if (found.length < 2 || (found.length === 2 && found[0]?.name !== found[1]?.name)) return found
  return found.map((one) => ({ ...one, alone: parseAttributes({ ...parts, attributes: [[one.name, one.text]] }) }))
}

const isPlainAge = (text: string): boolean => /^-?\d{1,15}$/.test(text)
const PLAIN_DATE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*, \d{2}[ -][a-z]{3}[ -]\d{4} \d{2}:\d{2}:\d{2} GMT$/i

function isPlainDate({ text, alone }: Lifetime): boolean {
  return PLAIN_DATE.test(text) && (alone.expires ?? parseCookieDate(text)) !== undefined // the first is none for a long text
}

/** Whether every browser counts one Max-Age: it is plain, and no lifetime follows it. */
export function endsWithPlainAge({ lifetimes }: Line): boolean {
  const last = lifetimes.at(-1)
  return last?.name === 'max-age' && isPlainAge(last.text)
}

/** Whether whatever a browser counts is plain: the last Max-Age, or the last Expires. */
export function hasPlainLifetimes({ lifetimes }: Line): boolean {
  const age = lifetimes.findLast(({ name }) => name === 'max-age')
  const date = lifetimes.findLast(({ name }) => name === 'expires')
  return (!age || isPlainAge(age.text)) && (!date || isPlainDate(date))
}

/**
 * Guesses the seconds of a lifetime that RFC 6265bis ignores and some browser reads: `Max-Age=+100`, a date with a year of
 * five digits or without a time. `undefined` where no browser reads one; `Infinity` where nothing can be guessed.
 */
export function guessSeconds({ lifetimes }: Line, now: number): number | undefined {
  for (const { name, text } of lifetimes.toReversed()) {
    if (name === 'max-age' && /^\+?\d+$/.test(text)) return Number(text)
    if (name !== 'expires' || !/\d\D+\d/.test(text) || /^\d{4}-\d/.test(text)) continue
    const end = Date.parse(text)
    return Number.isNaN(end) ? Infinity : Math.max(0, Math.ceil((end - now) / 1000))
  }
  return undefined
}

/** Where WebKitGTK stops reading: not printable ASCII, or a comma in the name of an attribute. */
const STOPS = /[^ -~]|^[^=]*,/

/**
 * Cuts a line in two: what every browser reads to its end, without tabs around its pieces, and the attributes at which one
 * stops, which no other browser needs. `isDeletion` leaves out a value that is in the way.
 */
export function untangle(
  { text: line, parts }: Line,
  isDeletion: boolean,
): { readonly plain: string; readonly rest: string } {
  if (!/[^ -~]|;[^=;]*,/.test(line)) return { plain: line, rest: '' } // nothing in it stops a browser
  const { name, value, attributes } = parts
  const [pair = '', ...pieces] = line.split(';')
  const plain = [isDeletion && name && /[^ -~]/.test(value) ? `${name}=` : withoutTabs(pair)]
  const lastOf = new Map(attributes.map(([key], i) => [key, i]))
  const rest: string[] = []
  pieces.map(withoutTabs).forEach((piece, i) => {
    const [key = '', text = ''] = attributes[i] ?? []
    if (!STOPS.test(piece)) plain.push(piece)
    else if (Object.hasOwn(PLAIN, key)) {
      plain.push(...PLAIN[key as keyof typeof PLAIN](text))
      // A line that other browsers drop for a control character stays one.
      if (hasControlCharacter(piece)) rest.push(piece.replace(/[\t -~\x80-\uffff]/g, ''))
    }
    // Of these the last one counts, so one with followers does not move behind them.
    else if (!['path', 'domain', 'priority'].includes(key) || lastOf.get(key) === i) rest.push(piece)
  })
  return { plain: plain.join(';'), rest: rest.map((piece) => `;${piece}`).join('') }
}

/** What stands for an attribute with characters in it at which a browser stops. */
const PLAIN = {
  secure: () => [' Secure'],
  httponly: () => [' HttpOnly'],
  samesite: () => [' SameSite'],
  'max-age': () => [], // no number, so ignored
  expires: (text: string) => {
    const date = parseCookieDate(text)
    return date ? [` Expires=${date.toUTCString()}`] : []
  },
} satisfies Record<string, (text: string) => string[]>

/** A piece without tabs around its name and its value. */
function withoutTabs(piece: string): string {
  if (!piece.includes('\t')) return piece
  const equals = piece.indexOf('=')
  if (equals < 0) return withoutOuterTabs(piece)
  return `${withoutOuterTabs(piece.slice(0, equals))}=${withoutOuterTabs(piece.slice(equals + 1))}`
}

function withoutOuterTabs(text: string): string {
  const core = trimWsp(text)
  const start = text.indexOf(core)
  const around = [text.slice(0, start), text.slice(start + core.length)]
  return around.map((space) => (space.includes('\t') ? ' ' : space)).join(core)
}
