import { defineConsent, parseSetCookie, type Grant } from 'assent/core'
import { hardenSetCookies, type CookieRules } from 'assent/server'

/** A cookie as a browser tells it. `expires`: seconds since 1970; `undefined` for one of the session. */
export interface Held {
  readonly name: string
  readonly value: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: string | undefined
  readonly expires: number | undefined
}

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: '', description: '', required: true, cookies: ['*sess_*', '*temp_*'] },
    functional: { name: '', description: '', cookies: ['*ok_*'] },
    analytics: { name: '', description: '', services: { meter: { name: '', cookies: ['*no_*'] } } },
  },
})
const grant: Grant = { categories: ['essential', 'functional'], services: [], changesAt: null }

/** Two sets of rules: undeclared names are dropped or reported, and a day or 400 days is the cap. */
const RULES = [
  { undeclared: 'drop', maxAge: 86_400 },
  { undeclared: 'report', maxAge: 34_560_000 },
] as const satisfies readonly CookieRules[]

/** A line as it came, and what was let through of it. */
export interface Hardened {
  readonly index: number
  readonly line: string
  readonly hardened: string | undefined
  readonly rules: (typeof RULES)[number]
}

export function harden(lines: readonly string[], now: number): Hardened[] {
  return lines.map((line, index) => {
    const rules = RULES[Math.floor(index / 2) % 2] ?? RULES[0]
    const { lines: kept } = hardenSetCookies([line], {
      ...rules,
      consent,
      grant,
      secure: true,
      session: { names: ['*sess_*'], sameSite: 'strict' },
      temporary: { names: ['*temp_*'], maxAge: 3600 },
      clock: () => now,
    })
    return { index, line, hardened: kept[0], rules }
  })
}

/** Says what a browser holds that it must not, or holds without what must protect it. */
export function faultsOf(all: readonly Hardened[], held: readonly Held[], now: number): string[] {
  return held.flatMap((cookie) => {
    const index = Number((/_(\d+)_/.exec(cookie.name) ?? /_(\d+)_/.exec(cookie.value))?.[1] ?? NaN)
    const from = all.find((one) => one.index === index)
    if (!from) return [`held, and nobody knows why: ${JSON.stringify(cookie)}`]
    return faultsIn(cookie, from, now).map(
      (fault) =>
        `${fault}: ${JSON.stringify(from.line)} -> ${JSON.stringify(from.hardened)} -> ${JSON.stringify(cookie)}`,
    )
  })
}

function faultsIn(cookie: Held, { line, hardened = '', rules }: Hardened, now: number): string[] {
  const faults: string[] = []
  const before = parseSetCookie(line)
  const after = parseSetCookie(hardened)
  const name = cookie.name || before?.name || (cookie.value.split('=')[0] ?? '')
  const owners = consent.ownersOf(name)
  if (!consent.isCookieAllowed(name, grant) && (owners.length > 0 || rules.undeclared === 'drop'))
    faults.push('not granted')
  if (before && isOver(before, now)) faults.push('a deletion that lives')
  if (!cookie.secure) faults.push('no Secure')
  const isSession = name.includes('sess_')
  if (!cookie.httpOnly && (isSession || before?.httpOnly)) faults.push('no HttpOnly')
  const sameSite = isSession ? 'strict' : after?.sameSite
  // WebKitGTK keeps a Strict that a None follows.
  if (sameSite && STRENGTH.indexOf(cookie.sameSite?.toLowerCase() ?? 'none') < STRENGTH.indexOf(sameSite))
    faults.push(`no SameSite=${sameSite}`)
  const isTemporary = name.includes('temp_')
  const most = isTemporary ? 3600 : rules.maxAge
  // A minute for the way to the browser and its own counting.
  if (cookie.expires === undefined ? isTemporary : cookie.expires - now / 1000 > most + 60) faults.push('a lost cap')
  return faults
}

const STRENGTH = ['none', 'lax', 'strict']

function isOver(
  { maxAge, expires }: { maxAge?: number | undefined; expires?: Date | undefined },
  now: number,
): boolean {
  return maxAge === undefined ? expires !== undefined && expires.getTime() <= now : maxAge <= 0
}
