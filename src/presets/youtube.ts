/**
 * YouTube, embedded: with and without youtube-nocookie.com.
 *
 * They are on YouTube's domain, where a page cannot erase them: hold the frame until there is a yes. youtube-
 * nocookie.com waits with cookies until the video plays.
 *
 * The durations come from lists of others.
 *
 * Source: [How Google uses cookies](https://policies.google.com/technologies/cookies), as of 2026-11-26.
 * Source: [Embed videos and playlists](https://support.google.com/youtube/answer/171780), as of 2026-11-26.
 *
 * @example
 * ```ts
 * import { defineConsent } from 'assent/core'
 * import { youtube } from 'assent/presets/youtube'
 *
 * const media = { name: 'Media', description: 'Show videos and maps of others.', services: { youtube } }
 * defineConsent({ version: 1, categories: { media } })
 * ```
 */
export const youtube = {
  name: 'YouTube',
  description: 'Shows videos, and tells Google which ones you watch.',
  cookies: [
    {
      name: 'VISITOR_INFO1_LIVE',
      provider: 'Google',
      purpose: 'Recognises a visitor, and chooses the quality.',
      duration: '6 months',
      domain: '.youtube.com',
    },
    {
      name: 'YSC',
      provider: 'Google',
      purpose: 'Ties what happens to one visit.',
      duration: 'Session',
      domain: '.youtube.com',
    },
    {
      name: '__Secure-YEC',
      provider: 'Google',
      purpose: 'Recognises a visitor, where that is all that is allowed.',
      duration: '13 months',
      domain: '.youtube.com',
    },
  ],
  storage: [],
  urls: ['*.youtube.com', '*.youtube-nocookie.com', '*.ytimg.com'],
} as const
