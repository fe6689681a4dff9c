/**
 * Segment, by Analytics.js 2.
 *
 * What the tools behind it set is in their presets.
 *
 * Source: [Client-side persistence in Analytics.js](https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/website/javascript/cookie-validity-update), as of 2026-11-26.
 * Source: [@segment/analytics-next 1.84.3](https://www.npmjs.com/package/@segment/analytics-next), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { segment } from 'assent/presets/segment'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { segment } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const segment = {
  name: 'Segment',
  description: 'Collects how the site is used, and passes it on to other tools.',
  cookies: [
    { name: 'ajs_anonymous_id', provider: 'Segment', purpose: 'Recognises a visitor.', duration: '1 year' },
    { name: 'ajs_user_id', provider: 'Segment', purpose: 'Recognises a user who is signed in.', duration: '1 year' },
    { name: 'ajs_group_id', provider: 'Segment', purpose: 'Remembers the group of a user.', duration: '1 year' },
    {
      name: 'analytics_session_id',
      provider: 'Segment',
      purpose: 'Holds a visit together, for Amplitude.',
      duration: '1 year',
    },
    {
      name: 'analytics_session_id.last_access',
      provider: 'Segment',
      purpose: 'Tells when a visit ends, for Amplitude.',
      duration: '1 year',
    },
    {
      name: '__tld__',
      provider: 'Segment',
      purpose: 'Finds the domain that cookies may have.',
      duration: 'Deleted at once',
    },
  ],
  storage: [
    'ajs_anonymous_id',
    'ajs_user_id',
    'ajs_user_traits',
    'ajs_group_id',
    'ajs_group_properties',
    'analytics_session_id',
    'analytics_session_id.last_access',
    'persisted-queue:v1:*',
  ],
  urls: ['cdn.segment.com', '*.segment.io', '*.segmentapis.com'],
} as const
