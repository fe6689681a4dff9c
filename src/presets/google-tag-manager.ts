/**
 * Google Tag Manager: it loads other tools and sets no cookie of its own.
 *
 * What its tags set is in their presets: `googleAnalytics`, `googleAds` and so on.
 *
 * Source: [Use Tag Manager with a Content Security Policy](https://developers.google.com/tag-platform/security/guides/csp), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { googleTagManager } from 'assent/presets/google-tag-manager'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { googleTagManager } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const googleTagManager = {
  name: 'Google Tag Manager',
  description: 'Loads the other tools that you allow.',
  cookies: [],
  storage: [],
  urls: ['www.googletagmanager.com/gtm.js', 'www.googletagmanager.com/gtm/', 'www.googletagmanager.com/ns.html'],
} as const
