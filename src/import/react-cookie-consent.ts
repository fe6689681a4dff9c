import { type Importer, type ImportOptions, readAnswer } from '../core/import/importer.js'
import type { CategoryId } from '../core/declaration/register.js'

export interface ReactCookieConsentOptions extends ImportOptions {
  /** The value of its cookie after Accept. Default: `'true'`. */
  acceptValue?: string | undefined
  /** The value of its cookie after Decline. Default: `'false'`. */
  declineValue?: string | undefined
}

/**
 * Imports choices from react-cookie-consent: the cookie `CookieConsent` or `CookieConsent-legacy`. It stores no time. Do not
 * use it if `acceptOnScroll` was set, because the cookie does not show who clicked.
 *
 * @param categories - the categories that a yes to its question grants
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
