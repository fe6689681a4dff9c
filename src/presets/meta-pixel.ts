/**
 * Meta Pixel, for advertisements on Facebook and Instagram.
 *
 * The 90 days come from lists of others.
 *
 * Source: [ClickID and the fbp and fbc parameters](https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/fbp-and-fbc), as of 2026-01-09.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { metaPixel } from 'assent/presets/meta-pixel'
 *
 * const marketing = { name: 'Marketing', description: 'Show and measure advertising.', services: { metaPixel } }
 * defineConsent({ version: 1, categories: { marketing } })
 * ```
 */
export const metaPixel = {
  name: 'Meta Pixel',
  description:
    'Tells Meta what you do here, so that it can choose and measure advertisements on Facebook and Instagram.',
  cookies: [
    { name: '_fbp', provider: 'Meta', purpose: 'Tells browsers apart.', duration: '90 days' },
    { name: '_fbc', provider: 'Meta', purpose: 'Remembers the click on an advertisement.', duration: '90 days' },
  ],
  storage: [],
  urls: ['connect.facebook.net', 'www.facebook.com/tr'],
} as const
