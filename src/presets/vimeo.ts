/**
 * Vimeo, embedded.
 *
 * They are on Vimeo's domain, where a page cannot erase them: hold the frame until there is a yes. `player` and `flags`
 * are left out, because a site may use such names itself, and so are Cloudflare's, which may be yours.
 *
 * Source: [Vimeo Help Center, article 26080940921361](https://help.vimeo.com/hc/en-us/articles/26080940921361), as of 2024-07-30.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { vimeo } from 'assent/presets/vimeo'
 *
 * const media = { name: 'Media', description: 'Show videos and maps of others.', services: { vimeo } }
 * defineConsent({ version: 1, categories: { media } })
 * ```
 */
export const vimeo = {
  name: 'Vimeo',
  description: 'Shows videos, and counts who watches them.',
  cookies: [
    { name: 'vuid', provider: 'Vimeo', purpose: 'Counts who watches.', duration: '2 years', domain: '.vimeo.com' },
    {
      name: 'player_clearance',
      provider: 'Vimeo',
      purpose: 'Keeps robots out.',
      duration: '7 days',
      domain: '.vimeo.com',
    },
  ],
  storage: [],
  urls: ['*.vimeo.com', '*.vimeocdn.com'],
} as const
