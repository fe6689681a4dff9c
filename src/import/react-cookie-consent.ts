import { type Importer, type ImportOptions, readAnswer } from '../core/import/importer.js'
import type { CategoryId } from '../core/declaration/register.js'

export interface ReactCookieConsentOptions extends ImportOptions {
  /** What its cookie says after Accept. Default: `'true'`. */
  acceptValue?: string | undefined
  /** What its cookie says after Decline. Default: `'false'`. */
  declineValue?: string | undefined
}

/**
 * Takes over from react-cookie-consent: the cookie `CookieConsent` or `CookieConsent-legacy`. It keeps no time. Leave it
 * out where `acceptOnScroll` was set: nobody knows who has clicked.
 *
 * @param categories - what a yes to its one question was a yes to
 *
 * @example
 * ```ts
 * import { fromReactCookieConsent } from 'assent/import/react-cookie-consent'
 *
 * export const importer = fromReactCookieConsent(['analytics'])
 * ```
 */
export function fromReactCookieConsent(
  categories: readonly CategoryId[],
  { name = 'CookieConsent', keep, acceptValue = 'true', declineValue = 'false' }: ReactCookieConsentOptions = {},
): Importer {
  return {
    ...readAnswer(categories, { yes: acceptValue, no: declineValue }),
    cookies: [name, `${name}-legacy`],
    keep,
  }
}
