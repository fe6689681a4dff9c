/**
 * PostHog: product analytics, recordings, surveys and feature flags.
 *
 * Add the address of your own proxy or server to `urls`.
 *
 * Source: [JavaScript web persistence and cookies](https://posthog.com/docs/libraries/js/persistence), as of 2026-11-26.
 * Source: [posthog-js 1.449.2](https://www.npmjs.com/package/posthog-js), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { posthog } from 'assent/presets/posthog'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { posthog } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const posthog = {
  name: 'PostHog',
  description: 'Shows us how the site is used, and tries out changes.',
  cookies: [
    {
      name: 'ph_*_posthog',
      provider: 'PostHog',
      purpose: 'Recognises a visitor and holds a visit together.',
      duration: '365 days',
    },
    {
      name: '__ph_opt_in_out_*',
      provider: 'PostHog',
      purpose: 'Remembers whether a visitor may be counted.',
      duration: '365 days',
    },
    {
      name: '__ph_cookie_support_*',
      provider: 'PostHog',
      purpose: 'Tests whether cookies work.',
      duration: 'Deleted at once',
    },
    {
      name: 'dmn_chk_*',
      provider: 'PostHog',
      purpose: 'Finds the domain that cookies may have.',
      duration: 'Deleted at once',
    },
  ],
  storage: [
    'ph_*_posthog*',
    'ph_*_window_id',
    'ph_*_primary_window_exists',
    'ph_*_session_registered_properties',
    'ph_conv_*',
    'ph_product_tour_*',
    'ph_last_seen_tour_date_*',
    'ph_active_product_tour',
    'ph_debug',
    '__support__',
    '__ph_opt_in_out_*',
    'seenSurvey_*',
    'inProgressSurvey_*',
    'abandonedSurvey_*',
    'lastSeenSurveyDate',
    '_postHogToolbarParams',
  ],
  urls: ['*.posthog.com'],
} as const
