import { BadSignature } from './signing/bad-signature.js'
import { Signer } from './signing/signer.js'

const SALT = 'assent.consent'

/** The name of the cookie that holds the signature over the record of another. */
export function signatureName(cookieName: string): string {
  return `${cookieName}.sig`
}

/** Signs the text of a record, as Django's `Signer(salt='assent.consent').signature(text)` does. */
export function signatureOf(text: string, secret: string): string {
  return new Signer({ key: secret, salt: SALT }).signature(text)
}

/** Whether one of these secrets has signed the text. Takes the same time for every wrong signature. */
export function isSigned(text: string, signature: string, key: string, fallbackKeys: readonly string[] = []): boolean {
  try {
    return new Signer({ key, fallbackKeys, salt: SALT }).unsign(`${text}:${signature}`) === text
  } catch (error) {
    if (error instanceof BadSignature) return false
    throw error
  }
}
