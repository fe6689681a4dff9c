/**
 * Intercom Messenger.
 *
 * Source: [Intercom Messenger Cookies](https://www.intercom.com/help/en/articles/2361922-intercom-messenger-cookies), as of 2026-11-26.
 * Source: [Using Intercom with Content Security Policy](https://www.intercom.com/help/en/articles/3894-using-intercom-with-content-security-policy), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { intercom } from 'assent/presets/intercom'
 *
 * const functional = { name: 'Functional', description: 'Remember how you like this site.', services: { intercom } }
 * defineConsent({ version: 1, categories: { functional } })
 * ```
 */
export const intercom = {
  name: 'Intercom',
  description: 'Lets you chat with us, and keeps the conversation.',
  cookies: [
    {
      name: 'intercom-id-*',
      provider: 'Intercom',
      purpose: 'Recognises a visitor who is not signed in.',
      duration: '9 months',
    },
    {
      name: 'intercom-session-*',
      provider: 'Intercom',
      purpose: 'Keeps the conversation of a user who is signed in.',
      duration: '1 week',
    },
    {
      name: 'intercom-device-id-*',
      provider: 'Intercom',
      purpose: 'Recognises the device, against abuse.',
      duration: '9 months',
    },
  ],
  storage: ['intercom.intercom-state*'],
  urls: [
    '*.intercom.io',
    '*.intercomcdn.com',
    '*.intercomcdn.eu',
    '*.intercomassets.com',
    '*.intercomusercontent.com',
    '*.intercom-messenger.com',
    'intercom-sheets.com',
  ],
} as const
