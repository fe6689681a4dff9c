import type { SignObjectOptions } from './signer.js'
import { TimestampSigner, type TimestampSignerOptions, type UnsignOptions } from './timestamp-signer.js'

export type DumpsOptions = Omit<TimestampSignerOptions, 'fallbackKeys' | 'separator'> & SignObjectOptions
export type LoadsOptions = Omit<TimestampSignerOptions, 'separator'> & UnsignOptions

const SALT = 'django.core.signing'

/**
 * Signs a JSON value and gives text that is safe in URLs and cookies: `django.core.signing.dumps`.
 *
 * @example
 * ```ts
 * import { dumps, loads } from 'assent/server'
 *
 * const key = 'a secret of your site, 32 characters at least'
 * loads(dumps({ invited: 7 }, { key, salt: 'invite' }), { key, salt: 'invite', maxAge: 3600 }) // { invited: 7 }
 * ```
 */
export function dumps(object: unknown, { compress, salt, ...options }: DumpsOptions): string {
  return new TimestampSigner({ ...options, salt: salt || SALT }).signObject(object, { compress })
}

/**
 * Verifies and gives the value that `dumps`, or Django's, has signed: `django.core.signing.loads`. Throws `BadSignature`,
 * or `SignatureExpired` if it is older than `maxAge` seconds.
 *
 * @example
 * ```ts
 * import { loads } from 'assent/server'
 *
 * export const invitationOf = (token: string, key: string) => loads(token, { key, salt: 'invite', maxAge: 3600 })
 * ```
 */
export function loads(signed: string, { maxAge, salt, ...options }: LoadsOptions): unknown {
  return new TimestampSigner({ ...options, salt: salt || SALT }).unsignObject(signed, { maxAge })
}
