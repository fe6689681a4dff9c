/**
 * Plausible Analytics: it keeps nothing in the browser.
 *
 * `plausible_ignore` in localStorage is written by hand, to be left out of the count. It is not declared, so it stays.
 *
 * Source: [Plausible Analytics data policy](https://plausible.io/data-policy), as of 2026-11-26.
 * Source: [@plausible-analytics/tracker 0.4.6](https://www.npmjs.com/package/@plausible-analytics/tracker), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { plausible } from 'assent/presets/plausible'
 *
 * const analytics = { name: 'Analytics', description: 'Measure how the site is used.', services: { plausible } }
 * defineConsent({ version: 1, categories: { analytics } })
 * ```
 */
export const plausible = {
  name: 'Plausible',
  description: 'Counts visits without recognising visitors.',
  cookies: [],
  storage: [],
  urls: ['plausible.io'],
} as const
