/** The codes of a {@link ConsentError}. Codes are stable: match on them, never on the text. */
export type ConsentErrorCode =
  | 'invalid-config'
  | 'invalid-version'
  | 'invalid-category-id'
  | 'duplicate-cookie'
  | 'duplicate-service'
  | 'required-with-services'
  | 'invalid-cookie-name'
  | 'invalid-pattern'
  | 'invalid-attribute'
  | 'lifetime-too-long'
  | 'invalid-url'
  | 'invalid-definition'
  | 'invalid-value'
  | 'async-schema'
  | 'conflicting-definition'
  | 'unknown-category'
  | 'unknown-service'
  | 'missing-jar'
  | 'missing-endpoint'
  | 'missing-provider'
  | 'missing-panel'
  | 'unknown-locale'
  | 'missing-consent'
  | 'missing-secret'
  | 'weak-secret'
  | 'invalid-separator'
  | 'missing-middleware'
  | 'head-sent'

/**
 * The error for a programmer's mistake, such as an invalid declaration or a hook outside its provider. Bad data from
 * outside never throws it. In development its message says what happened, why it matters and how to fix it. In production
 * the message is only the link.
 *
 * @example
 * ```ts
 * import { ConsentError, defineCookie } from 'assent/core'
 *
 * try {
 *   defineCookie('bad name', { default: '' })
 * } catch (error) {
 *   if (error instanceof ConsentError && error.code === 'invalid-cookie-name') console.log(error.link)
 * }
 * ```
 */
export class ConsentError extends Error {
  override readonly name = 'ConsentError'
  readonly code: ConsentErrorCode
  /** The place that explains the code: a heading of the error page in the package. */
  readonly link: string

  constructor(code: ConsentErrorCode, help?: string | false) {
    const link = `assent/docs/errors.md#${code}`
    super(process.env.NODE_ENV !== 'production' && help ? `${help} (${link})` : link)
    this.code = code
    this.link = link
  }
}

/** Shows any value in the help of an error. Untyped code may pass what has no text and no JSON. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return typeof value === 'object' && value !== null
    ? `an object (${Object.keys(value).slice(0, 5).join(', ')})`
    : String(value)
}
