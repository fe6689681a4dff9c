import { decodePythonValue } from '../../core/cookies/cookie-value.js'
import { ConsentError } from '../../core/errors.js'
import { BadSignature, SignatureExpired } from '../signing/bad-signature.js'
import { cookieSigner, type CookieSalt } from '../signing/timestamp-signer.js'
import { Sealer } from '../signing/sealer.js'
import type { SignedOptions, SignedResult } from './cookies.js'

export interface ProtectionOptions {
  readonly secret?: string | undefined
  readonly fallbackSecrets?: readonly string[] | undefined
  /** The salt to sign with. Default: `v2`. Django before 5.2.15 and 6.0.6 reads only `legacy`. */
  readonly cookieSalt?: CookieSalt | undefined
  /** Whether the salt of older Django versions is read too. Default: false. With `cookieSalt: 'legacy'` both are read. */
  readonly readLegacySalt?: boolean | undefined
  readonly clock?: (() => number) | undefined
}

/** Signs and seals the values of cookies. Each method throws a `ConsentError` if there is no secret. */
export interface Protection {
  sign(this: void, name: string, value: string, salt?: string): string
  seal(this: void, name: string, value: string, salt?: string): string
  /** Reads a signed cookie. If its name has several values, the first with a valid signature counts. */
  unsign(this: void, name: string, wires: readonly string[], options: SignedOptions): SignedResult
  unseal(this: void, name: string, wires: readonly string[], options: SignedOptions): SignedResult
}

/** The most values of one name that are checked. Each check costs time, and a site sets fewer. */
const MAX_VALUES = 8

export function createProtection(options: ProtectionOptions): Protection {
  const { secret, fallbackSecrets, cookieSalt = 'v2', readLegacySalt = false, clock: now } = options
  const keys = (): {
    secret: string
    fallbackSecrets?: readonly string[] | undefined
    now?: (() => number) | undefined
  } => {
    if (!secret) throw new ConsentError('missing-secret', process.env.NODE_ENV !== 'production' && NO_SECRET)
    return { secret, fallbackSecrets, now }
  }
  const signerOf = (name: string, salt = '', form = cookieSalt) => cookieSigner(name, salt, form, keys())
  const sealerOf = (name: string, salt = ''): Sealer => {
    const { secret: key, ...rest } = keys()
    return new Sealer({
      key,
      fallbackKeys: rest.fallbackSecrets,
      now,
      salt: `assent.cookie:${salt.length}:${salt}${name}`,
    })
  }
  const secondSalt = cookieSalt === 'legacy' ? 'v2' : readLegacySalt ? 'legacy' : undefined

  return {
    sign: (name, value, salt) => signerOf(name, salt).sign(value.toWellFormed()),
    seal: (name, value, salt) => sealerOf(name, salt).seal(value.toWellFormed()),
    unsign(name, wires, { salt, maxAge }) {
      const signer = signerOf(name, salt)
      const second = secondSalt && signerOf(name, salt, secondSalt)
      return readFirst(wires, (wire) => {
        const signed = decodePythonValue(wire)
        const result = attempt(() => signer.unsign(signed, { maxAge }))
        // The second salt is tried only for a bad signature. An expired one stays expired.
        return second && !result.ok && result.reason === 'bad-signature'
          ? attempt(() => second.unsign(signed, { maxAge }))
          : result
      })
    },
    unseal(name, wires, { salt, maxAge }) {
      const sealer = sealerOf(name, salt)
      return readFirst(wires, (wire) => attempt(() => sealer.unseal(wire, { maxAge })))
    },
  }
}

/** Reads the first valid value of a name. Another site or script may have set the values before it. */
function readFirst(wires: readonly string[], read: (wire: string) => SignedResult): SignedResult {
  const results = wires.slice(0, MAX_VALUES).map(read)
  return results.find(({ ok }) => ok) ?? results[0] ?? { ok: false, reason: 'absent' }
}

function attempt(read: () => string): SignedResult {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (error instanceof SignatureExpired) return { ok: false, reason: 'expired' }
    if (error instanceof BadSignature) return { ok: false, reason: 'bad-signature' }
    throw error
  }
}

const NO_SECRET =
  'A signed or sealed cookie was read or set, but createCookies has no secret. Without one it cannot verify or sign. Pass { secret }: at least 32 random bytes that only your servers know. Django calls it SECRET_KEY.'
