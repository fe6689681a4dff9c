/**
 * Matomo, in its cloud or on a server of your own.
 *
 * Only its cloud has a host to list: put the address of your own server into `urls`.
 *
 * Source: [What cookies are created by the Matomo JavaScript Tracking client?](https://matomo.org/faq/general/faq_146/), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { matomo } from 'assent/presets/matomo'
 *
 * const services = { matomo: { ...matomo, urls: ['matomo.example.com'] } }
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const matomo = {
  name: 'Matomo',
  description: 'Counts visitors and visits, and shows us which pages are read.',
  cookies: [
    { name: '_pk_id*', provider: 'Matomo', purpose: 'Recognises a visitor.', duration: '13 months' },
    { name: '_pk_ses*', provider: 'Matomo', purpose: 'Holds a visit together.', duration: '30 minutes' },
    { name: '_pk_ref*', provider: 'Matomo', purpose: 'Remembers where a visitor came from.', duration: '6 months' },
    {
      name: '_pk_cvar*',
      provider: 'Matomo',
      purpose: 'Keeps what is measured besides, for a visit.',
      duration: '30 minutes',
    },
    { name: '_pk_hsr*', provider: 'Matomo', purpose: 'Tells whether a visit is recorded.', duration: '30 minutes' },
    {
      name: '_pk_testcookie*',
      provider: 'Matomo',
      purpose: 'Tests whether cookies work.',
      duration: 'Deleted at once',
    },
    {
      name: 'mtm_consent',
      provider: 'Matomo',
      purpose: "Remembers a yes to Matomo's own question.",
      duration: '30 years',
    },
    {
      name: 'mtm_cookie_consent',
      provider: 'Matomo',
      purpose: "Remembers a yes to Matomo's own question.",
      duration: '30 years',
    },
    {
      name: 'mtm_consent_removed',
      provider: 'Matomo',
      purpose: "Remembers a no to Matomo's own question.",
      duration: '30 years',
    },
    { name: 'matomo_ignore', provider: 'Matomo', purpose: 'Keeps a visitor from being counted.' },
    {
      name: 'matomo_sessid',
      provider: 'Matomo',
      purpose: 'Protects the form by which a visitor opts out.',
    },
  ],
  storage: [],
  urls: ['*.matomo.cloud'],
} as const
