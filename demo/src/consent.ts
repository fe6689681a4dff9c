import { days, defineConsent, defineCookie, regimeByRegion } from 'assent/core'
import { array, integer, maxLength, maxValue, minValue, number, object, pipe, string } from 'valibot'

/** No default: a visitor who has not chosen gets the theme of their system. */
export const theme = defineCookie('theme', {
  values: ['light', 'dark'],
  maxAge: days(365),
  purpose: 'Remembers whether you chose the light or the dark theme.',
})

/** These two are what `usePreferences` reads: it looks for `pref_` and the key. */
export const language = defineCookie('pref_language', {
  values: ['en', 'de'],
  default: 'en',
  maxAge: days(365),
  purpose: 'Remembers the language you read in.',
})
export const compact = defineCookie('pref_compact', {
  default: false,
  maxAge: days(365),
  purpose: 'Remembers how dense you like the shelves.',
})

/** Some pieces, as many of each as we fire in a month. */
export const basket = defineCookie('shopping_cart', {
  schema: object({
    items: pipe(
      array(object({ slug: string(), quantity: pipe(number(), integer(), minValue(1), maxValue(9)) })),
      maxLength(20),
    ),
  }),
  default: { items: [] },
  maxAge: days(7),
  maxBytes: 3000,
  purpose: 'Keeps what you put into your basket.',
})

export const consent = defineConsent({
  version: 1,
  categories: {
    essential: {
      name: 'Essential cookies',
      description: 'Keep your basket and this choice. The shop does not work without them.',
      required: true,
      cookies: [basket],
    },
    functional: {
      name: 'Functional cookies',
      description: 'Remember your theme, your language and how dense you like the shelves.',
      regime: regimeByRegion(),
      cookies: [theme, language, compact],
    },
    analytics: {
      name: 'Analytics cookies',
      description: 'Let us count visits and see which pieces people look at.',
      regime: regimeByRegion(),
      urls: ['/collect', '/vendor/analytics.js'],
      cookies: [
        {
          name: '_ga*',
          provider: 'Tally Analytics',
          purpose: 'Tells one visitor from another, as a random number.',
          duration: '2 years',
        },
        { name: '_gid', provider: 'Tally Analytics', purpose: 'Groups the pages of one day.', duration: '1 day' },
      ],
    },
    marketing: {
      name: 'Marketing cookies',
      description: 'Show a map by another company, which learns that you looked at it.',
      regime: regimeByRegion(),
      services: {
        maps: {
          name: 'Harbour Maps',
          cookies: [
            {
              name: 'hm_*',
              provider: 'Harbour Maps',
              purpose: 'Recognises you on other sites with a map.',
              duration: '30 days',
            },
          ],
        },
      },
    },
  },
  cookie: { name: 'cookie_consent', maxAge: days(182) },
  endpoint: '/consent',
  policy: '/privacy',
  // Where nobody needs to be asked, the banner informs.
  notice: true,
})

declare module 'assent' {
  interface Register {
    consent: typeof consent
  }
}
