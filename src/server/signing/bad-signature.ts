/**
 * The error for a text that none of the keys has signed, that was changed, or that does not hold a valid value. It is
 * Django's `django.core.signing.BadSignature`. `code` is `'bad-signature'`, or `'expired'` for a {@link SignatureExpired}.
 *
 * @example
 * ```ts
 * import { BadSignature, Signer } from 'assent/server'
 *
 * export function idOf(signed: string, key: string): string | undefined {
 *   try {
 *     return new Signer({ key }).unsign(signed)
 *   } catch (error) {
 *     if (error instanceof BadSignature) return undefined
 *     throw error
 *   }
 * }
 * ```
 */
export class BadSignature extends Error {
  override readonly name: string = 'BadSignature'
  readonly code: 'bad-signature' | 'expired' = 'bad-signature'
}

/**
 * The error for a text whose signature is too old. It is Django's `django.core.signing.SignatureExpired`.
 *
 * @example
 * ```ts
 * import { SignatureExpired, TimestampSigner } from 'assent/server'
 *
 * export function ageOf(signed: string, key: string): number | undefined {
 *   try {
 *     new TimestampSigner({ key }).unsign(signed, { maxAge: 3600 })
 *     return undefined
 *   } catch (error) {
 *     if (error instanceof SignatureExpired) return error.age
 *     throw error
 *   }
 * }
 * ```
 */
export class SignatureExpired extends BadSignature {
  override readonly name: string = 'SignatureExpired'
  override readonly code = 'expired'
  /** Seconds since it was signed. */
  readonly age: number
  /** The highest age that was allowed, in seconds. */
  readonly maxAge: number

  constructor(age: number, maxAge: number) {
    super(`The signature is ${age} seconds old. It is valid for ${maxAge} seconds.`)
    this.age = age
    this.maxAge = maxAge
  }
}
