/**
 * Hotjar: recordings, heatmaps and surveys.
 *
 * The names come from a copy of Hotjar's list, the hosts from lists of others.
 *
 * Source: [Cookies Set by the Hotjar Tracking Code](https://help.hotjar.com/hc/en-us/articles/36819973371409-Cookies-Set-by-the-Hotjar-Tracking-Code), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { hotjar } from 'assent/presets/hotjar'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { hotjar } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const hotjar = {
  name: 'Hotjar',
  description: 'Records how pages are used, and asks for your opinion.',
  cookies: [
    { name: '_hjSessionUser_*', provider: 'Hotjar', purpose: 'Recognises a visitor.', duration: '365 days' },
    { name: '_hjSession_*', provider: 'Hotjar', purpose: 'Holds a visit together.', duration: '30 minutes' },
    {
      name: '_hjUserAttributesHash',
      provider: 'Hotjar',
      purpose: 'Tells whether what is known of the visitor has changed.',
      duration: '2 minutes',
    },
    {
      name: '_hj*',
      provider: 'Hotjar',
      purpose: 'Settings and tests of the recording, and surveys answered or closed.',
      duration: 'From one page to 365 days',
    },
  ],
  storage: ['_hj*', 'hjViewportId', 'hjActiveViewportIds'],
  urls: ['*.hotjar.com', '*.hotjar.io'],
} as const
