/**
 * TikTok Pixel.
 *
 * The page tells the 13 months; the names come from lists of others, and from the script itself.
 *
 * Source: [How to use cookies with TikTok Pixel](https://ads.tiktok.com/help/article/how-to-use-cookies-with-tiktok-pixel), as of 2025-04.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { tiktokPixel } from 'assent/presets/tiktok-pixel'
 *
 * const marketing = { name: 'Marketing', description: 'Show and measure advertising.', services: { tiktokPixel } }
 * defineConsent({ version: 1, categories: { marketing } })
 * ```
 */
export const tiktokPixel = {
  name: 'TikTok Pixel',
  description: 'Tells TikTok what you do here, so that it can choose and measure advertisements.',
  cookies: [
    { name: '_ttp', provider: 'TikTok', purpose: 'Recognises a visitor.', duration: '13 months' },
    {
      name: '_tt_enable_cookie',
      provider: 'TikTok',
      purpose: 'Tells whether cookies may be used.',
      duration: '13 months',
    },
    { name: 'ttclid', provider: 'TikTok', purpose: 'Remembers the click on an advertisement.', duration: '13 months' },
    { name: 'ttcsid', provider: 'TikTok', purpose: 'Holds a visit together.', duration: '13 months' },
    { name: 'ttcsid_*', provider: 'TikTok', purpose: 'Holds a visit together, for one pixel.', duration: '13 months' },
  ],
  storage: ['tt_appInfo', 'tt_sessionId', 'tt_pixel_session_index'],
  urls: ['analytics.tiktok.com'],
} as const
