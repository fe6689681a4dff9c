/**
 * LinkedIn Insight Tag.
 *
 * Those of .linkedin.com stand for the table: a page cannot erase them.
 *
 * Names and durations come from lists of others, and from the script itself.
 *
 * Source: [LinkedIn Cookie Table](https://www.linkedin.com/legal/l/cookie-table), as of 2024-04-03.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { linkedinInsight } from 'assent/presets/linkedin-insight'
 *
 * const marketing = { name: 'Marketing', description: 'Show and measure advertising.', services: { linkedinInsight } }
 * defineConsent({ version: 1, categories: { marketing } })
 * ```
 */
export const linkedinInsight = {
  name: 'LinkedIn Insight Tag',
  description: 'Tells LinkedIn what you do here, so that it can choose and measure advertisements.',
  cookies: [
    {
      name: 'li_fat_id',
      provider: 'LinkedIn',
      purpose: 'Recognises a member indirectly, for advertising and its measurement.',
      duration: '30 days',
    },
    {
      name: 'li_giant',
      provider: 'LinkedIn',
      purpose: 'Recognises a group of members indirectly, for measurement.',
      duration: '7 days',
    },
    {
      name: 'UserMatchHistory',
      provider: 'LinkedIn',
      purpose: 'Matches a visitor with advertising ids.',
      duration: '30 days',
      domain: '.linkedin.com',
    },
    {
      name: 'AnalyticsSyncHistory',
      provider: 'LinkedIn',
      purpose: 'Remembers when ids were matched.',
      duration: '30 days',
      domain: '.linkedin.com',
    },
    {
      name: 'li_sugr',
      provider: 'LinkedIn',
      purpose: 'Guesses who a visitor is, outside some countries.',
      duration: '90 days',
      domain: '.linkedin.com',
    },
  ],
  storage: ['li_adsId'],
  urls: ['snap.licdn.com', '*.ads.linkedin.com'],
} as const
