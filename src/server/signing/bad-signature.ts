/**
 * A signed text that none of the keys has signed as it stands, or that does not hold what it should: Django's
 * `django.core.signing.BadSignature`. `code` is `'bad-signature'`, or `'expired'` where it is a {@link SignatureExpired}.
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
 * A text that was signed longer ago than it counts: Django's `django.core.signing.SignatureExpired`.
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
  /** The most seconds that it may be old. */
  readonly maxAge: number

  constructor(age: number, maxAge: number) {
    super(`The signature is ${age} seconds old, and counts for ${maxAge}.`)
    this.age = age
    this.maxAge = maxAge
  }
}
