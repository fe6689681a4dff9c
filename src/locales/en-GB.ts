import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * English, of the United Kingdom.
 * Reviewed: 2026-11-28 (twice)
 */
export const enGB: Locale = {
  locale: 'en-GB',
  dir: 'ltr',
  title: 'Cookies on this site',
  description:
    'With your consent, we{partners} store and read data on your device for: {purposes}. You can say no, and change your mind at any time.',
  partners: ' and our partners',
  notice: 'We{partners} store and read data on your device for: {purposes}. You can say no at any time.',
  dismiss: 'OK',
  privacyChoices: 'Your privacy choices',
  changes: 'New since your last choice: {changes}',
  gpc: 'Opt-out request honoured: your browser asks sites not to sell or share your data (Global Privacy Control).',
  accept: 'Accept all',
  reject: 'Reject all',
  customize: 'Customise',
  policy: 'Privacy notice',
  preferences: 'Cookie preferences',
  preferencesDescription: 'Choose what this site may store. Your choice is kept for {duration}, then we ask again.',
  save: 'Save choices',
  saved: 'Cookie preferences saved.',
  close: 'Close',
  alwaysActive: 'Always active',
  cookies: 'Cookies ({count})',
  serviceCount: 'Services ({count})',
  storage: 'Browser storage',
  session: 'Session',
  cookie: 'Cookie',
  provider: 'Provider',
  purpose: 'Purpose',
  duration: 'Duration',
  category: 'Category',
  thisSite: 'This site',
  notStated: 'Not stated',
  frame: 'This content comes from {name}, which learns of your visit and may set cookies.',
  showOnce: 'Show once',
  showAlways: 'Always show',
  categories: /* @__PURE__ */ known({
    essential: [
      'Essential cookies',
      'Needed for the site to work, such as signing in, security and this choice.',
      'making the site work',
    ],
    functional: ['Functional cookies', 'Remember your preferences, such as language and theme.', 'your preferences'],
    analytics: ['Analytics cookies', 'Tell us how the site is used, so that we can improve it.', 'statistics'],
    marketing: [
      'Marketing cookies',
      'Show you adverts that fit your interests, and measure whether they work.',
      'advertising',
    ],
    social: ['Social media cookies', 'Show content from social networks, which learn of your visit.', 'social media'],
  }),
}
