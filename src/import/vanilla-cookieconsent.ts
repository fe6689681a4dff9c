import type { Importer, ImportMap, ImportOptions } from '../core/import/importer.js'
import { isTexts, jsonObject } from '../core/json.js'

/**
 * Imports choices from vanilla-cookieconsent 2 and 3: the cookie, or key of localStorage, `cc_cookie`. Its names are
 * category names, and `category.service` for a service. Version 3 lists a category as soon as one of its services is
 * accepted, so name all services.
 *
 * @example
 * ```ts
 * import { fromVanillaCookieconsent } from 'assent/import/vanilla-cookieconsent'
 *
 * export const importer = fromVanillaCookieconsent({ analytics: ['analytics', 'analytics.ga'], marketing: ['ads'] })
 * ```
 */
export function fromVanillaCookieconsent(map: ImportMap, { name = 'cc_cookie', keep }: ImportOptions = {}): Importer {
  return {
    map,
    cookies: [name],
    storage: [name],
    keep,
    read({ text }) {
      const data = jsonObject(text)
      const { categories, services, consentTimestamp, consent_date, expirationTime, languageCode } = data
      const { lastConsentTimestamp = consentTimestamp, last_consent_update = consent_date } = data
      if (!isTexts(categories)) return
      const granted = [...categories]
      for (const [category, accepted] of Object.entries(Object(services) as object)) {
        if (!isTexts(accepted)) return
        granted.push(...accepted.map((service) => `${category}.${service}`))
      }
      return {
        granted,
        timestamp: lastConsentTimestamp ?? last_consent_update,
        expires: expirationTime,
        id: data.consentId ?? data.consent_uuid,
        language: languageCode,
      }
    },
  }
}
