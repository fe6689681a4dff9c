import type { Pattern } from '../core/declaration/config.js'

/**
 * Google Analytics 4, and what its predecessor left.
 *
 * The cookies of linked Google Ads are in `googleAds`. A tag with an id of `GT-` belongs to both, so it needs a yes to
 * each that is declared.
 *
 * Source: [Cookie usage on websites](https://support.google.com/analytics/answer/11397207), as of 2026-11-26.
 * Source: [Google Analytics cookie usage on websites](https://developers.google.com/analytics/resources/concepts/gaConceptsCookies), as of 2026-11-26.
 * Source: [Use Tag Manager with a Content Security Policy](https://developers.google.com/tag-platform/security/guides/csp), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { googleAnalytics } from 'assent/presets/google-analytics'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { googleAnalytics } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const googleAnalytics = {
  name: 'Google Analytics',
  description: 'Counts visitors and visits, and shows us which pages are read.',
  cookies: [
    { name: '_ga', provider: 'Google', purpose: 'Tells visitors apart.', duration: '2 years' },
    { name: '_ga_*', provider: 'Google', purpose: 'Holds a visit together.', duration: '2 years' },
    { name: '_gid', provider: 'Google', purpose: 'Tells visitors apart, in the former version.', duration: '24 hours' },
    {
      name: '_gat',
      provider: 'Google',
      purpose: 'Limits how often data is sent, in the former version.',
      duration: '1 minute',
    },
    {
      name: '_dc_gtm_*',
      provider: 'Google',
      purpose: 'Limits how often data is sent, in the former version.',
      duration: '1 minute',
    },
  ],
  storage: [],
  urls: [
    '*.google-analytics.com',
    '*.analytics.google.com',
    /^www\.googletagmanager\.com\/gtag\/\w+\?(?:.*&)?id=GT?-/ as Pattern,
  ],
} as const
