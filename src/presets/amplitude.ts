/**
 * Amplitude, by its Browser SDK 2.
 *
 * Source: [Cookies and consent management (Browser SDK)](https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management), as of 2026-11-26.
 * Source: [@amplitude/analytics-browser 2.48.1](https://www.npmjs.com/package/@amplitude/analytics-browser), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { amplitude } from 'assent/presets/amplitude'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { amplitude } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const amplitude = {
  name: 'Amplitude',
  description: 'Shows us how the site is used.',
  cookies: [
    {
      name: 'AMP_*',
      provider: 'Amplitude',
      purpose: 'Recognises a visitor and holds a visit together.',
      duration: '365 days',
    },
    {
      name: 'AMP_MKTG_*',
      provider: 'Amplitude',
      purpose: 'Remembers the campaign that brought a visitor.',
      duration: '365 days',
    },
  ],
  storage: ['AMP_*'],
  urls: ['*.amplitude.com'],
} as const
