/**
 * Stripe, for payments: its cookies find fraud.
 *
 * Stripe calls them essential. A required category has no services, so there spread what it declares:
 *
 * Both durations, and stripe.network, come from lists of others.
 *
 * Source: [Cookies](https://docs.stripe.com/js/appendix/cookies), as of 2026-11-26.
 * Source: [Advanced fraud detection](https://docs.stripe.com/disputes/prevention/advanced-fraud-detection), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { stripe } from 'assent/presets/stripe'
 *
 * defineConsent({
 *   version: 1,
 *   categories: {
 *     essential: {
 *       name: 'Essential',
 *       description: 'Needed to shop here.',
 *       required: true,
 *       cookies: ['sessionid', ...stripe.cookies],
 *       urls: [...stripe.urls],
 *     },
 *   },
 * })
 * ```
 */
export const stripe = {
  name: 'Stripe',
  description: 'Takes payments and finds fraud.',
  cookies: [
    { name: '__stripe_mid', provider: 'Stripe', purpose: 'Recognises the device, to find fraud.', duration: '1 year' },
    {
      name: '__stripe_sid',
      provider: 'Stripe',
      purpose: 'Holds a visit together, to find fraud.',
      duration: '30 minutes',
    },
  ],
  storage: [],
  urls: ['*.stripe.com', '*.stripe.network'],
} as const
