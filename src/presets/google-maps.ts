/**
 * Google Maps, embedded or by its JavaScript.
 *
 * `NID` is on Google's domain, where a page cannot erase it. Other tools of Google send it too; it is declared here
 * alone.
 *
 * The duration comes from lists of others.
 *
 * Source: [List of Google Maps Domains](https://developers.google.com/maps/domains), as of 2026-11-26.
 * Source: [How Google uses cookies](https://policies.google.com/technologies/cookies), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { googleMaps } from 'assent/presets/google-maps'
 *
 * const media = { name: 'Media', description: 'Show videos and maps of others.', services: { googleMaps } }
 * defineConsent({ version: 1, categories: { media } })
 * ```
 */
export const googleMaps = {
  name: 'Google Maps',
  description: 'Shows maps, and tells Google which ones you look at.',
  cookies: [
    {
      name: 'NID',
      provider: 'Google',
      purpose: 'Remembers settings and chooses advertisements, for all of Google.',
      duration: '6 months',
      domain: '.google.com',
    },
  ],
  storage: [],
  urls: [
    'maps.googleapis.com',
    'mapsresources-pa.googleapis.com',
    'maps.gstatic.com',
    'maps.google.com',
    'www.google.com/maps',
  ],
} as const
