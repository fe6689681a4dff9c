import { enAsking, enFrame, enTable } from '../core/words/english.js'
import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * English, of the United States.
 * Reviewed: 2026-11-28
 */
export const en: Locale = {
  locale: 'en',
  dir: 'ltr',
  ...enAsking,
  ...enTable,
  ...enFrame,
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
      'Show you ads that fit your interests, and measure whether they work.',
      'advertising',
    ],
    social: ['Social media cookies', 'Show content from social networks, which learn of your visit.', 'social media'],
  }),
}
