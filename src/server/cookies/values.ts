import { codecFor } from '../../core/cookies/codec.js'
import type { CookieDefinition } from '../../core/cookies/define-cookie.js'
import { encodePythonValue, encodeValue } from '../../core/cookies/cookie-value.js'
import { textOf } from '../../core/cookies/text-of.js'
import type { SetOptions, SetResult, SetSignedOptions, SignedOptions, SignedResult, Wire } from './cookies.js'
import type { Incoming } from './incoming.js'
import type { Outgoing } from './outgoing.js'
import type { Protection } from './protection.js'

/** Values of cookies: by a definition, or by the type of a default; plain, signed or sealed. */
export interface Values {
  read(this: void, cookie: CookieDefinition): unknown
  readAs(this: void, name: string, initial: unknown): unknown
  check(this: void, cookie: CookieDefinition): SignedResult<unknown>
  checkText(this: void, name: string, options?: SignedOptions): SignedResult
  write(this: void, cookie: CookieDefinition, value: unknown, options?: SetOptions): SetResult
  writeAs(this: void, name: string, value: unknown, options?: SetOptions): SetResult
  writeSigned(this: void, name: string, text: string, options?: SetSignedOptions): SetResult
}

/** What `setSigned` takes. */
const TEXT = codecFor({})

export function createValues(incoming: Incoming, outgoing: Outgoing, protection: Protection, usual: Wire): Values {
  const { sign, seal, unsign, unseal } = protection
  const put = (name: string, text: string, { wire = usual, ...given }: SetOptions): SetResult =>
    outgoing.put(name, wire === 'python' ? encodePythonValue(text) : encodeValue(text), given)
  // Django reads signed values as they stand, so they are never percent-encoded.
  const writeSigned: Values['writeSigned'] = (name, text, { salt, ...given } = {}) =>
    outgoing.put(name, encodePythonValue(sign(name, textOf(name, text, TEXT), salt)), { httpOnly: true, ...given })
  const checkDefined = ({ name, options: { signed, sealed, salt, maxAge } }: CookieDefinition): SignedResult => {
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
      if (signed) return writeSigned(name, text, { salt, ...declared, ...given })
      if (sealed) return outgoing.put(name, seal(name, text, salt), { httpOnly: true, ...declared, ...given })
      return put(name, text, { ...declared, ...given })
    },
    writeAs: (name, value, given = {}) => put(name, textOf(name, value, codecFor({ default: value })), given),
    writeSigned,
  }
}
