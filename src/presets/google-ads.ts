import type { Pattern } from '../core/declaration/config.js'

/**
 * Google Ads: conversions and remarketing.
 *
 * `IDE` is Google's on its own domain: the page cannot erase it. Google Tag Manager and YouTube may set the same
 * cookies; they are declared here alone.
 *
 * Names and durations come from lists of others: Google's page was not read for them.
 *
 * Source: [Our advertising and measurement cookies](https://business.safety.google/adscookies/), as of 2026-11-26.
 * Source: [How Google uses cookies](https://policies.google.com/technologies/cookies), as of 2026-11-26.
 * Source: [Use Tag Manager with a Content Security Policy](https://developers.google.com/tag-platform/security/guides/csp), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { googleAds } from 'assent/presets/google-ads'
 *
 * const marketing = { name: 'Marketing', description: 'Show and measure advertising.', services: { googleAds } }
 * defineConsent({ version: 1, categories: { marketing } })
 * ```
 */
export const googleAds = {
  name: 'Google Ads',
  description: 'Tells Google which advertisement brought you here, and shows you advertisements elsewhere.',
  cookies: [
    {
      name: '_gcl_au',
      provider: 'Google',
      purpose: 'Measures what visitors do after they saw an advertisement.',
      duration: '90 days',
    },
    { name: '_gcl_aw', provider: 'Google', purpose: 'Remembers the click on an advertisement.', duration: '90 days' },
    {
      name: '_gcl_dc',
      provider: 'Google',
      purpose: 'Remembers the click on a display advertisement.',
      duration: '90 days',
    },
    {
      name: '_gcl_gb',
      provider: 'Google',
      purpose: 'Remembers a click that tells nothing of the visitor.',
      duration: '90 days',
    },
    {
      name: '_gcl_ag',
      provider: 'Google',
      purpose: 'Remembers a click that tells nothing of the visitor.',
      duration: '90 days',
    },
    { name: '_gcl_gs', provider: 'Google', purpose: 'Remembers the source of a click.', duration: '90 days' },
    {
      name: '_gac_*',
      provider: 'Google',
      purpose: 'Remembers the campaign, for Google Analytics.',
      duration: '90 days',
    },
    {
      name: 'IDE',
      provider: 'Google',
      purpose: 'Chooses and measures advertisements on other sites.',
      duration: '13 months',
      domain: '.doubleclick.net',
    },
  ],
  storage: [],
  urls: [
    '*.googleadservices.com',
    '*.doubleclick.net',
    '*.googlesyndication.com',
    'www.google.com/pagead',
    'www.google.com/ads',
    'www.google.com/ccm',
    /^www\.googletagmanager\.com\/gtag\/\w+\?(?:.*&)?id=(?:AW|GT)-/ as Pattern,
  ],
} as const
