/**
 * Microsoft Clarity: recordings and heatmaps.
 *
 * Microsoft's own cookies on its domains (`CLID`, `MUID`, `MR`, `SM`, `ANONCHK`) are left out: a page cannot erase
 * them, and a site may use such short names itself.
 *
 * Source: [Cookie list](https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list), as of 2026-11-26.
 * Source: [clarity-js 0.8.70](https://www.npmjs.com/package/clarity-js), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { microsoftClarity } from 'assent/presets/microsoft-clarity'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { microsoftClarity } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const microsoftClarity = {
  name: 'Microsoft Clarity',
  description: 'Records how pages are used.',
  cookies: [
    { name: '_clck', provider: 'Microsoft', purpose: 'Recognises a visitor.', duration: '1 year' },
    {
      name: '_clsk',
      provider: 'Microsoft',
      purpose: 'Joins the pages of a visit into one recording.',
      duration: '1 day',
    },
  ],
  storage: ['_cltk'],
  urls: ['*.clarity.ms', 'c.bing.com'],
} as const
