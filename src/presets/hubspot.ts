/**
 * HubSpot: tracking, forms and chat.
 *
 * Read in older copies of HubSpot's list; the six months come from lists of others.
 *
 * Source: [What cookies does HubSpot set in a visitor's browser?](https://knowledge.hubspot.com/privacy-and-consent/what-cookies-does-hubspot-set-in-a-visitor-s-browser), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { hubspot } from 'assent/presets/hubspot'
 *
 * const marketing = { name: 'Marketing', description: 'Show and measure advertising.', services: { hubspot } }
 * defineConsent({ version: 1, categories: { marketing } })
 * ```
 */
export const hubspot = {
  name: 'HubSpot',
  description: 'Shows our sales team which pages a contact has read, and runs forms and chat.',
  cookies: [
    { name: '__hstc', provider: 'HubSpot', purpose: 'Recognises a visitor and counts visits.', duration: '6 months' },
    {
      name: 'hubspotutk',
      provider: 'HubSpot',
      purpose: 'Recognises a visitor when a form is sent.',
      duration: '6 months',
    },
    { name: '__hssc', provider: 'HubSpot', purpose: 'Holds a visit together.', duration: '30 minutes' },
    { name: '__hssrc', provider: 'HubSpot', purpose: 'Tells whether the browser was restarted.', duration: 'Session' },
    {
      name: '__hs_*',
      provider: 'HubSpot',
      purpose: "Remembers what was answered to HubSpot's own banner.",
      duration: 'From 7 days to 6 months',
    },
    {
      name: 'hs_ab_test',
      provider: 'HubSpot',
      purpose: 'Keeps the version of a page that is tested.',
      duration: 'Session',
    },
    { name: 'messagesUtk', provider: 'HubSpot', purpose: 'Recognises a visitor in the chat.', duration: '6 months' },
    {
      name: 'hs-messages-is-open',
      provider: 'HubSpot',
      purpose: 'Remembers whether the chat is open.',
      duration: '30 minutes',
    },
    {
      name: 'hs-messages-hide-welcome-message',
      provider: 'HubSpot',
      purpose: 'Keeps the greeting of the chat away once closed.',
      duration: '1 day',
    },
  ],
  storage: [],
  urls: [
    '*.hs-scripts.com',
    '*.hs-analytics.net',
    '*.hs-banner.com',
    '*.hscollectedforms.net',
    '*.hsadspixel.net',
    '*.hsleadflows.net',
    '*.hsforms.net',
    '*.hsforms.com',
    '*.usemessages.com',
    '*.hubspot.com',
  ],
} as const
