import { givenIn, isOver, type CookieAttributes } from '../../core/cookies/attributes.js'
import { codecFor } from '../../core/cookies/codec.js'
import { isSameData } from '../../core/json.js'
import { ConsentError } from '../../core/errors.js'
import type { CookieDefinition } from '../../core/cookies/define-cookie.js'
import { encodePythonValue, encodeValue } from '../../core/cookies/cookie-value.js'
import { textOf } from '../../core/cookies/text-of.js'
import type { SetOptions, SetResult, SetSignedOptions, SignedOptions, SignedResult, Wire } from './cookies.js'
import type { Incoming } from './incoming.js'
import type { Outgoing } from './outgoing.js'
import type { Protection } from './protection.js'

/** Reads and writes values of cookies, plain, signed or sealed, by a definition or by the type of a default. */
export interface Values {
  read(this: void, cookie: CookieDefinition): unknown
  readAs(this: void, name: string, initial: unknown): unknown
  check(this: void, cookie: CookieDefinition): SignedResult<unknown>
  checkText(this: void, name: string, options?: SignedOptions): SignedResult
  write(this: void, cookie: CookieDefinition, value: unknown, options?: SetOptions): SetResult
  writeAs(this: void, name: string, value: unknown, options?: SetOptions): SetResult
  writeSigned(this: void, name: string, text: string, options?: SetSignedOptions): SetResult
}

/** The codec of `setSigned`, which takes text. */
const TEXT = { ...codecFor({}), equals: isSameData }

export function createValues(
  incoming: Incoming,
  outgoing: Outgoing,
  protection: Protection,
  { wire: usual, clock }: { readonly wire: Wire; readonly clock: () => number },
): Values {
  const { sign, seal, unsign, unseal } = protection
  const put = (name: string, text: string, { wire = usual, ...given }: SetOptions): SetResult =>
    outgoing.put(name, wire === 'python' ? encodePythonValue(text) : encodeValue(text), given)
  // Django reads signed values as they stand, so they are never percent-encoded.
  const writeSigned: Values['writeSigned'] = (name, text, { salt, ...given } = {}) =>
    outgoing.put(name, encodePythonValue(sign(name, textOf(name, text, TEXT), salt)), { httpOnly: true, ...given })
  const checkDefined = ({ name, options }: CookieDefinition): SignedResult => {
    const { signed, sealed, salt, maxAge } = options
    if ((signed || sealed) && incoming.has(name) && maxAge === undefined && isOver(options, clock()))
      return { ok: false, reason: 'expired' }
    if (sealed) return unseal(name, incoming.wires(name), { salt, maxAge })
    if (signed) return unsign(name, incoming.wires(name), { salt, maxAge })
    const value = incoming.text(name)
    return value === undefined ? { ok: false, reason: 'absent' } : { ok: true, value }
  }
  return {
    read(cookie) {
      const result = checkDefined(cookie)
      return cookie.decode(result.ok ? result.value : undefined)
    },
    readAs(name, initial) {
      const text = incoming.text(name)
      const value = text === undefined ? undefined : codecFor({ default: initial }).decode(text)
      return value === undefined ? initial : value
    },
    check(cookie) {
      const result = checkDefined(cookie)
      return result.ok ? { ok: true, value: cookie.decode(result.value) } : result
    },
    checkText: (name, given = {}) => unsign(name, incoming.wires(name), given),
    write(cookie, value, given) {
      const { name, options } = cookie
      const { signed, sealed, salt, ...declared } = options
      const text = textOf(name, value, cookie)
      const attributes: SetOptions = { ...declared, ...givenIn(given) }
      if (given?.expires && given.maxAge === undefined) delete attributes.maxAge // the lifetime of the call wins
      if (signed || sealed) checkLifetime(name, attributes, options, clock())
      if (signed) return writeSigned(name, text, { salt, ...attributes })
      if (sealed) return outgoing.put(name, seal(name, text, salt), { httpOnly: true, ...attributes })
      return put(name, text, attributes)
    },
    writeAs: (name, value, given = {}) =>
      put(name, textOf(name, value, { ...codecFor({ default: value }), equals: isSameData }), given),
    writeSigned,
  }
}

/**
 * Throws if a cookie is set for longer than its definition allows. The signature holds the time of signing and the
 * definition the highest age, so the cookie would be `expired` while the browser still keeps it.
 */
function checkLifetime(name: string, set: CookieAttributes, declared: CookieAttributes, now: number): void {
  const life = lifeOf(set, now)
  const most = lifeOf(declared, now)
  if (life <= most || most === Infinity || life === Infinity) return
  throw new ConsentError(
    'lifetime-too-long',
    process.env.NODE_ENV !== 'production' &&
      `The cookie "${name}" was set for ${life} seconds, but its definition accepts a signed or sealed value for ${most} seconds. The value would be expired while the browser still keeps it. Raise maxAge in the definition, or set the cookie for a shorter time.`,
  )
}

/** Gives the lifetime in seconds from now; `Infinity` if none is given. */
function lifeOf({ maxAge, expires }: CookieAttributes, now: number): number {
  return maxAge ?? (expires ? (expires.getTime() - now) / 1000 : Infinity)
}
