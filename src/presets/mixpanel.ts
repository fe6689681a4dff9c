/**
 * Mixpanel.
 *
 * Source: [mixpanel-browser 2.83.0](https://www.npmjs.com/package/mixpanel-browser), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { mixpanel } from 'assent/presets/mixpanel'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { mixpanel } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const mixpanel = {
  name: 'Mixpanel',
  description: 'Shows us how the site is used.',
  cookies: [
    { name: 'mp_*_mixpanel', provider: 'Mixpanel', purpose: 'Recognises a visitor.', duration: '365 days' },
    {
      name: '__mp_opt_in_out_*',
      provider: 'Mixpanel',
      purpose: 'Remembers whether a visitor may be counted.',
      duration: '365 days',
    },
  ],
  storage: [
    'mp_*_mixpanel',
    'mp_tab_id_*',
    'mp_gen_new_tab_id_*',
    '__mp_opt_in_out_*',
    '__mpq_*',
    '__mprec_*',
    '__mplss_*',
    'mixpanelBrowserDb',
    'mixpanelFlagsDb',
  ],
  urls: ['*.mixpanel.com', '*.mxpnl.com'],
} as const
